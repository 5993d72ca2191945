import type { Chance } from './chance.ts';
import { hostileText, hostileValue } from './hostile-values.ts';

type Container = Record<string, unknown> | unknown[];
type Place = { parent: Container; key: string | number };

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

function placesIn(value: unknown): Place[] {
  if (!isContainer(value)) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [{ parent: value, key }, ...placesIn((value as Record<string | number, unknown>)[key])]);
}

/** A copy with one thing wrong: a value replaced, a member taken away or added, a text changed. `isFixed` texts stay as they are. */
export function mutateJson(value: unknown, chance: Chance, isFixed: (text: string) => boolean): unknown {
  const root = { root: structuredClone(value) };
  const places = placesIn(root).filter(({ parent, key }) => {
    const there = (parent as Record<string | number, unknown>)[key];
    return typeof there !== 'string' || !isFixed(there);
  });
  const { parent, key } = chance.pick(places);
  const members = parent as Record<string | number, unknown>;
  const there = members[key];
  const change = chance.below(6);
  if (change === 0 && key !== 'root') {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete members[key];
  } else if (change === 1 && isContainer(there) && !Array.isArray(there)) {
    Object.defineProperty(there, hostileText(chance), {
      value: hostileValue(chance),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else if (change === 2 && typeof there === 'string') {
    const at = chance.below(there.length + 1);
    members[key] = there.slice(0, at) + hostileText(chance) + there.slice(at);
  } else if (change === 3) members[key] = [there, there];
  else members[key] = hostileValue(chance);
  return root.root;
}
