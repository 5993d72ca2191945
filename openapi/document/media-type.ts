/** A media type in its parts: `application/problem+json; charset=utf-8` is application, problem, json and its parameters. */
export interface MediaRange {
  readonly type: string;
  readonly subtype: string;
  /** What follows the last plus: the format that the name builds on. */
  readonly suffix: string | undefined;
  readonly parameters: ReadonlyMap<string, string>;
}

/** JSON is always UTF-8 (RFC 8259), so saying it says nothing. */
export function parseMediaType(name: string): MediaRange {
  const [range = '', ...rest] = name.toLowerCase().split(';');
  const [type = '', full = '*'] = range.trim().split('/');
  const plus = full.lastIndexOf('+');
  const parameters = rest.map((part) => part.split('=').map((side) => side.trim())).filter(([key]) => key !== 'q' && key !== '');
  const stated = parameters.map(([key = '', value = '']): [string, string] => [key, value.replaceAll('"', '')]);
  return {
    type,
    subtype: plus < 0 ? full : full.slice(0, plus),
    suffix: plus < 0 ? undefined : full.slice(plus + 1),
    parameters: new Map(/\bjson$/.test(full) ? stated.filter(([key, value]) => key !== 'charset' || value !== 'utf-8') : stated),
  };
}

/** Everything of the first media type is also of the second: `text/plain` of `text/*`, `application/problem+json` of `application/json`. */
export function mediaWithin(narrow: string, wide: string): boolean {
  const [a, b] = [parseMediaType(narrow), parseMediaType(wide)];
  if (b.type !== '*' && a.type !== b.type) return false;
  const anySubtype = b.subtype === '*' && b.suffix === undefined;
  const same = a.subtype === b.subtype && a.suffix === b.suffix;
  const buildsOn = b.suffix === undefined && a.suffix === b.subtype;
  const sameSuffix =
    b.subtype === '*' && b.suffix !== undefined && (a.suffix === b.suffix || (a.suffix === undefined && a.subtype === b.suffix));
  if (!anySubtype && !same && !buildsOn && !sameSuffix) return false;
  return [...b.parameters].every(([key, value]) => a.parameters.get(key) === value);
}

/** JSON and YAML values have types of their own; in all other formats a number is text that looks like one. */
export function isTextual(name: string): boolean {
  const { type, subtype, suffix } = parseMediaType(name);
  if (type === '*') return false;
  const format = suffix ?? subtype;
  return !/json|yaml|ndjson|cbor|msgpack/.test(format) && format !== '*';
}

export function isXml(name: string): boolean {
  const { subtype, suffix } = parseMediaType(name);
  return (suffix ?? subtype) === 'xml';
}
