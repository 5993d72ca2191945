import { ValidationFailed } from '../domain/errors.ts';

type Value = string | Value[] | { [key: string]: Value };
type Fields = { [key: string]: Value };

const DEEPEST = 4;
const MOST_FIELDS = 1000;

const refusals = new WeakMap<object, ValidationFailed>();

/** Reads a query string for the router, which must not throw: that would end the process. What is refused is told by `refusedQuery`. */
export function readQueryString(text: string): Fields {
  try {
    return parseQueryString(text);
  } catch (error) {
    if (!(error instanceof ValidationFailed)) throw error;
    const nothing: Fields = Object.create(null);
    refusals.set(nothing, error);
    return nothing;
  }
}

/** Why a query was refused that `readQueryString` has read, if it was. */
export const refusedQuery = (query: unknown): ValidationFailed | undefined => refusals.get(query as object);

/**
 * Reads a query string as the Pact clients write it: `a=1`, `a[]=1&a[]=2`, `q[][pacticipant]=X&q[][version]=1`.
 * In a list of objects, a member that the last object already has begins the next object. Throws ValidationFailed.
 */
export function parseQueryString(text: string): Fields {
  const fields: Fields = Object.create(null);
  const pairs = [...new URLSearchParams(text)];
  if (pairs.length > MOST_FIELDS) throw new ValidationFailed([`The query has ${pairs.length} parameters; ${MOST_FIELDS} are the most.`]);
  for (const [name, value] of pairs) {
    const bracket = name.indexOf('[');
    if (bracket < 1) fields[name] = value;
    else store(fields, name.slice(0, bracket), pathOf(name.slice(bracket)), value);
  }
  return fields;
}

/** `[][pacticipant]` → ['', 'pacticipant']; `[]pacticipant` (an older form) means the same. */
function pathOf(brackets: string): string[] {
  const path = [...brackets.matchAll(/\[([^[\]]*)\]|([^[\]]+)/g)].map(([, inside, outside]) => inside ?? outside ?? '');
  if (path.length > DEEPEST)
    throw new ValidationFailed([`A query parameter is nested ${path.length} levels deep; ${DEEPEST} are the most.`]);
  return path;
}

function store(into: Fields, key: string, path: string[], value: string): void {
  const [next, ...rest] = path;
  if (next === undefined) into[key] = value;
  else if (next === '') storeInList(into, key, rest, value);
  else store(objectAt(into, key), next, rest, value);
}

function storeInList(into: Fields, key: string, path: string[], value: string): void {
  const list = Array.isArray(into[key]) ? into[key] : [];
  into[key] = list;
  const [member, ...rest] = path;
  if (member === undefined) {
    list.push(value);
    return;
  }
  const last = list.at(-1);
  const open = isFields(last) && (!(member in last) || rest[0] === '') ? last : newIn(list);
  store(open, member, rest, value);
}

function newIn(list: Value[]): Fields {
  const fields: Fields = Object.create(null);
  list.push(fields);
  return fields;
}

function objectAt(into: Fields, key: string): Fields {
  const found = into[key];
  if (isFields(found)) return found;
  const fields: Fields = Object.create(null);
  into[key] = fields;
  return fields;
}

const isFields = (value: Value | undefined): value is Fields => typeof value === 'object' && !Array.isArray(value);
