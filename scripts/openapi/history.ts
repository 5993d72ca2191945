import { compareVersions, type Document, parseVersion, type SemanticVersion } from '@concordat/openapi';
import type { DocumentOptions } from './document-options.ts';
import { UsageError } from './failure.ts';
import { readDocument } from './read-document.ts';

export interface HistoryStep {
  readonly base: Document;
  readonly revision: Document;
}

/**
 * The steps between documents, oldest first. Two are taken as given. More are put in the order of their versions (a shell
 * lists 1.10 before 1.9), and each follows the last release before it: two pre-releases are rivals, not a step.
 */
export async function historyOf(places: readonly string[], options: DocumentOptions = {}): Promise<HistoryStep[]> {
  if (places.filter((place) => place === '-').length > 1) throw new UsageError('only one of the documents can come from standard input');
  const documents: Document[] = [];
  for (const place of places) documents.push(await readDocument(place, options));
  const versions = documents.map((document) => parseVersion(document.apiVersion ?? ''));
  if (documents.length === 2 || versions.some((version) => version === undefined)) return consecutive(documents);
  const dated = documents
    .map((document, index) => ({ document, version: versions[index]! }))
    .sort((a, b) => compareVersions(a.version, b.version));
  return dated.slice(1).map(({ document }, index) => ({ base: lastRelease(dated.slice(0, index + 1)), revision: document }));
}

function consecutive(documents: readonly Document[]): HistoryStep[] {
  return documents.slice(1).map((revision, index) => ({ base: documents[index]!, revision }));
}

function lastRelease(earlier: readonly { document: Document; version: SemanticVersion }[]): Document {
  return (earlier.findLast(({ version }) => version.prerelease === '') ?? earlier.at(-1)!).document;
}
