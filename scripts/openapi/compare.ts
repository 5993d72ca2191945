import { statSync } from 'node:fs';
import { applyConfig, type Config, type Document, diffDocuments, type Report, reportOf, secondOpinion } from '@concordat/openapi';
import { optionsOf, type SideOptions } from './document-options.ts';
import { progress } from './progress.ts';
import { readDocument } from './read-document.ts';

export interface CompareOptions {
  readonly config?: Config | undefined;
  readonly secondOpinion?: boolean | undefined;
}

/** Two documents, what a team decided about their changes, and perhaps another checker's view, as one report. */
export async function compare(base: Document, revision: Document, { config, secondOpinion: asked }: CompareOptions = {}): Promise<Report> {
  const deprecationDays = config?.deprecationDays ?? 0;
  const today = new Date().toISOString().slice(0, 10);
  const applied = applyConfig(diffDocuments(base, revision, { today, deprecationDays }).changes, config, today);
  const opinion = asked ? await secondOpinion(base, revision) : undefined;
  return reportOf({ base, revision, ...applied, secondOpinion: opinion });
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
