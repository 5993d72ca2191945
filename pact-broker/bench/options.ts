import { parseArgs } from 'node:util';
import type { DatabaseName } from '../test/store.ts';
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

/** Undefined where help was asked for. Throws on an option that does not exist. */
export function readOptions(args: string[]): Options | undefined {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: 'string', multiple: true, default: ['S', 'M'] },
      database: { type: 'string', default: 'both' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      profile: { type: 'string' },
      folder: { type: 'string', default: '.concordat/bench' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const { only, quick, json, profile, folder } = values;
  return { sizes: values.size.map(readSize), databases: readDatabases(values.database), only, isQuick: quick, json, profile, folder };
}

function readSize(text: string): SizeName {
  if (text !== 'S' && text !== 'M' && text !== 'L') throw new Error(`--size ${text}: give S, M or L`);
  return text;
}

function readDatabases(text: string): DatabaseName[] {
  if (text === 'both') return ['sqlite', 'postgres'];
  if (text !== 'sqlite' && text !== 'postgres') throw new Error(`--database ${text}: give sqlite, postgres or both`);
  return [text];
}
