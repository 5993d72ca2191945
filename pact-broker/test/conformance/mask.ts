type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** What the recorder's own masks leave, though it differs from day to day or from server to server. */
const MASKS: [what: RegExp, mask: string][] = [
  [/\b\d\d\/\d\d\/\d{4}\b/g, '<day>'],
  [/\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT\b/g, '<time>'],
  // The sentence above a diff is each server's own, as the recorder holds of every text for people.
  [/^(# Diff between .*\n\n).+/, '$1<prose>'],
];

/** The reference makes ids of webhooks of 22 characters. */
const isShortUuid = (value: Json) => typeof value === 'string' && /^[\w-]{22}$/.test(value);

function maskMember(name: string, value: Json): Json {
  if (name === 'uuid' && isShortUuid(value)) return '<uuid-0>';
  // Of bodies that name the broker's own address, whose length is anyone's.
  if (name === 'content-length') return '<length>';
  return mask(value);
}

/** A copy of a recording without what is of its day, of chance, or of the server's address. */
export function mask(value: Json): Json {
  if (typeof value === 'string') return MASKS.reduce((text, [what, by]) => text.replace(what, by), value);
  if (Array.isArray(value)) return value.map(mask);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, maskMember(name, member)]));
}
