import { DEEPEST, isTooDeep } from './json-depth.ts';

// A number that JSON.parse may rewrite: a fraction that ends in 0, an exponent, 16 or more digits, minus zero. One inside a text
// that looks like it only costs the slower way.
const MAY_CHANGE = /(?:^|[[:,\s])(?:-0|-?(?:\d+\.\d*0|\d[\d.]*[eE][-+]?\d+|[\d.]{16,}))(?=$|[\s,\]}])/;

/**
 * Parses JSON so that writing it again gives the same numbers: a contract that says 1.0 or 12345678901234567890 must not
 * come back as 1 or 12345678901234567000. Throws SyntaxError, also for nesting that no contract has but an attack may.
 */
export function parseFaithfully(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError(`it is nested more than ${DEEPEST} levels deep`);
  if (!MAY_CHANGE.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value, context?: { source?: string }) => {
    const source = context?.source;
    return typeof value === 'number' && source !== undefined && String(value) !== source ? rawJson(source) : value;
  });
}

/** A value that JSON.stringify writes as the given text (in the language since 2025, not yet in TypeScript's library). */
const rawJson = (source: string): unknown => (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON(source);

/** JSON with the members of every object in order of their names: equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return canonicalList(value);
  if (!isPlainObject(value)) return JSON.stringify(value) ?? 'null';
  let text = '{';
  for (const name of inOrder(Object.keys(value))) text += `${text.length > 1 ? ',' : ''}${quoted(name)}:${canonicalJson(value[name])}`;
  return `${text}}`;
}

function canonicalList(list: unknown[]): string {
  let text = '[';
  for (const value of list) text += `${text.length > 1 ? ',' : ''}${canonicalJson(value)}`;
  return `${text}]`;
}

// Neither quotes and backslashes nor control characters and surrogates, which JSON may escape.
const NOTHING_TO_ESCAPE = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

/** As JSON.stringify quotes, without a call of it for the many texts that need nothing escaped. */
const quoted = (text: string): string => (NOTHING_TO_ESCAPE.test(text) ? `"${text}"` : JSON.stringify(text));

/** Sorted where they are not, which most libraries' contracts are. */
function inOrder(names: string[]): string[] {
  for (let index = 1; index < names.length; index++) if ((names[index - 1] as string) > (names[index] as string)) return names.sort();
  return names;
}

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('rawJSON' in value && Object.isFrozen(value));
