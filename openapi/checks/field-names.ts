import { isText, type Text } from '../schema/comparison.ts';
import type { Schema } from '../schema/schema.ts';
import type { KeywordFinding } from './keyword-finding.ts';
import type { Place } from './schema-rules.ts';

interface Seen {
  readonly place: Place;
  /** The values travel as text, where a string is the widest type. */
  readonly text: Text;
  readonly base: Schema;
  readonly revision: Schema;
}

/** The same finding by the name that the field gives it at this place. */
export function asTheFieldSays(finding: KeywordFinding, seen: Seen): KeywordFinding {
  const suffix = nameOf(finding, seen);
  return suffix === finding.suffix ? finding : { ...finding, suffix };
}

function nameOf({ suffix, detail }: KeywordFinding, { place, text, base, revision }: Seen): string {
  const inRequest = place.startsWith('request');
  if (suffix === 'pattern-generalized' && !inRequest) return 'pattern-changed';
  const [fromText, toText] = [isString(base) && asText(revision, text), isString(revision) && asText(base, text)];
  if (suffix === 'type-changed' && (inRequest ? toText : fromText)) return 'type-compatible';
  const narrower = suffix === 'type-specialized' || (suffix === 'type-changed' && inRequest && fromText);
  if (suffix === 'type-changed' && toText) return 'type-generalized';
  // Requests know no specialized type, except of a parameter's part; answers call a format that is gone a changed type.
  if (narrower && inRequest) return place === 'request-parameter-property' ? 'type-specialized' : 'type-changed';
  if (suffix === 'type-generalized' && !inRequest && detail?.startsWith('format')) return 'type-changed';
  return narrower ? 'type-specialized' : suffix;
}

/** Not a string, but written as one. */
function asText(schema: Schema, text: Text): boolean {
  if (text === 'nothing' || isString(schema) || !schema.types) return false;
  return [...schema.types].every((type) => isText(type, text));
}

function isString({ types }: Schema): boolean {
  return types?.size === 1 && types.has('string');
}
