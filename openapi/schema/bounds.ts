import type { JsonObject } from '../document/node.ts';

type Bound = 'minimum' | 'maximum';

const exclusive = { minimum: 'exclusiveMinimum', maximum: 'exclusiveMaximum' } as const;

/** `minimum` or `maximum`, unless the 3.0 style makes it exclusive (`exclusiveMinimum: true`). */
export function inclusiveBound(raw: JsonObject, bound: Bound): number | undefined {
  return raw[exclusive[bound]] === true ? undefined : finite(raw[bound]);
}

/** The exclusive bound in either style: a number of its own (3.1), or a flag beside `minimum` and `maximum` (3.0). */
export function exclusiveBound(raw: JsonObject, bound: Bound): number | undefined {
  const value = raw[exclusive[bound]];
  return value === true ? finite(raw[bound]) : finite(value);
}

function finite(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
