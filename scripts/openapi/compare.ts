import { statSync } from 'node:fs';
import { applyConfig, type Config, type Document, diffDocuments, type Report, reportOf, secondOpinion } from '@concordat/openapi';
import { optionsOf, type SideOptions } from './document-options.ts';
import { progress } from './progress.ts';
import { readDocument } from './read-document.ts';
import { TIME_LIMIT } from './time-limit.ts';

export interface CompareOptions {
  readonly config?: Config | undefined;
  readonly secondOpinion?: boolean | undefined;
  /** Look for values that show what breaks; yes when not given. */
  readonly examples?: boolean | undefined;
  /** Seconds of processor time for the comparison. */
  readonly timeLimit?: number | undefined;
}

/** Two documents, what a team decided about their changes, and perhaps another checker's view, as one report. */
export async function compare(base: Document, revision: Document, options: CompareOptions = {}): Promise<Report> {
  const { config, secondOpinion: asked, examples = true, timeLimit = TIME_LIMIT } = options;
  const deprecationDays = config?.deprecationDays ?? 0;
  const today = new Date().toISOString().slice(0, 10);
  const diff = diffDocuments(base, revision, { today, deprecationDays, timeLimit, ...(examples ? {} : { counterExamples: 0 }) });
  const applied = applyConfig(diff.changes, config, today);
  const opinion = asked ? await secondOpinion(base, revision) : undefined;
  return reportOf({ base, revision, ...applied, secondOpinion: opinion, leftUndone: diff.leftUndone });
}

/** The same from the places where the documents lie; on a terminal it tells how far it is. */
export async function compareAt(
  base: string,
  revision: string,
  options: CompareOptions & { documents?: SideOptions } = {},
): Promise<Report> {
  const { phase, done } = progress();
  const large = [base, revision].some(isLarge);
  try {
    phase(`reading ${base}`, { large });
    const before = await readDocument(base, optionsOf('base', options.documents));
    phase(`reading ${revision}`, { large });
    const after = await readDocument(revision, optionsOf('revision', options.documents));
    phase(`comparing ${base} with ${revision}`, { large });
    return await compare(before, after, options);
  } finally {
    done();
  }
}

/** From about a megabyte on, reading takes as long as people notice. */
function isLarge(place: string): boolean {
  return (statSync(place, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000;
}
