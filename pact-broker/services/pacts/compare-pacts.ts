import { NotFound } from '../../domain/errors.ts';
import type { Db } from '../../storage/database.ts';
import { findPreviousDistinctPact, type Pact, type PactWithContent } from '../../storage/pact-lookups.ts';
import { together } from '../together.ts';
import { diffApart } from './diff-apart.ts';
import type { ContentsDiff } from './diff-contents.ts';
import { type PactDocument, readPact } from './read-pact.ts';

export interface ComparedPacts {
  before: Pact;
  after: Pact;
  diff: ContentsDiff;
}

const SUCH_PACT = 'such pact to compare with';

/** The newest pact before this one with other content. Throws NotFound. */
export async function readPreviousDistinct(db: Db, found: Promise<Pact | undefined>, what: string): Promise<PactDocument> {
  const pact = await found;
  if (!pact) throw new NotFound(what);
  const { consumer, consumer_version, provider } = pact;
  return readPact(
    findPreviousDistinctPact(db, pact),
    `pact between ${consumer} and ${provider} before version ${consumer_version} with other content`,
  );
}

/** What changed from the second pact to the first. Throws NotFound, DiffTooLarge. */
export async function comparePacts(
  db: Db,
  {
    found,
    with: other,
    as,
  }: {
    found: Promise<PactWithContent | undefined>;
    with: Promise<PactWithContent | undefined> | 'previous distinct';
    as: 'lines' | 'list';
  },
): Promise<ComparedPacts> {
  await together([found, other]);
  const after = await readPact(found, SUCH_PACT);
  const before = other === 'previous distinct' ? await readPreviousDistinct(db, found, SUCH_PACT) : await readPact(other, SUCH_PACT);
  return { before, after, diff: await diffApart({ before: before.json, after: after.json, as }) };
}
