import { isPlainObject } from '../pacts/faithful-json.ts';

/** JSON merge patch (RFC 7396): members replace those of the same name, null takes one away, objects are merged. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isPlainObject(patch)) return patch;
  const merged: Record<string, unknown> = { ...(isPlainObject(target) ? target : {}) };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = mergePatch(merged[name], value);
  }
  return merged;
}
