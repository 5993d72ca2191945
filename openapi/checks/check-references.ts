import { sideBySide } from '../diff/pairs.ts';
import type { Document } from '../document/document.ts';
import type { Unfollowed } from '../document/unfollowed.ts';
import type { Finding } from './finding.ts';

/** The references that were not followed, each once. They are known when everything else has been compared. */
export function checkReferences(base: Document, revision: Document): Finding[] {
  return [...sideBySide(byText(base), byText(revision))].map(([reference, sides]) => ({
    id: 'api-reference-not-followed',
    ...sides,
    message: `the reference ${reference} was not followed, so what it names was not compared: ${(sides.revision ?? sides.base)?.reason}`,
    subject: reference,
  }));
}

function byText({ references }: Document): Map<string, Unfollowed> {
  const texts = new Map<string, Unfollowed>();
  for (const each of references.unfollowed) if (!texts.has(each.reference)) texts.set(each.reference, each);
  return texts;
}
