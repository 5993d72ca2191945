import { readArguments, readOneOf } from '../test/command-line.ts';
import { type DatabaseName, databases } from '../test/store.ts';
import type { SizeName } from './stores/sizes.ts';

export interface Options {
  sizes: SizeName[];
  databases: DatabaseName[];
  /** Part of the names of the questions to ask; all when undefined. */
  only: string | undefined;
  isQuick: boolean;
  json: string | undefined;
  profile: string | undefined;
  folder: string;
}

export const USAGE = `npm run bench -- [options]

  --size S|M|L          which store, may be given several times (S and M)
  --database NAME       sqlite, postgres or both (both)
  --only TEXT           only questions with this in their names
  --quick               short: for a first impression, not for comparisons
  --json FILE           writes every figure to a file
  --profile FOLDER      writes a CPU profile of each broker process
  --folder FOLDER       where filled stores are kept (.concordat/bench)`;

/** Throws WrongOption. */
export function readOptions(args: string[]): Options {
  const { values } = readArguments(args, {
    size: { type: 'string', multiple: true, default: ['S', 'M'] },
    database: { type: 'string', default: 'both' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    profile: { type: 'string' },
    folder: { type: 'string', default: '.concordat/bench' },
  });
  const { only, quick, json, profile, folder } = values;
  const sizes = values.size.map((size) => readOneOf('--size', size, ['S', 'M', 'L']));
  return { sizes, databases: readDatabases(values.database), only, isQuick: quick, json, profile, folder };
}

function readDatabases(text: string): DatabaseName[] {
  const database = readOneOf('--database', text, [...databases, 'both']);
  return database === 'both' ? databases : [database];
}
