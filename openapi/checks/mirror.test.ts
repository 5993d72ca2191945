import { rules } from '../index.ts';
import { MIRROR_WAIVERS } from './mirror-waivers.ts';

const ids = new Set(rules.map(({ id }) => id));

const OPPOSITES: readonly (readonly [string, string])[] = [
  ['added', 'removed'],
  ['added', 'deleted'],
  ['set', 'unset'],
  ['increased', 'decreased'],
  ['widened', 'narrowed'],
  ['generalized', 'specialized'],
  ['introduced', 'dropped'],
  ['allowed', 'forbidden'],
  ['constrained', 'unconstrained'],
];

/** The rule that tells of the same on the other side: requests and responses, there and back. */
function mirrorsOf(id: string): { mirror: string; there: boolean }[] {
  const mirrors: string[][] = [];
  const site = /^(request|response)-(body|property)-/.exec(id);
  if (site) mirrors.push([id.replace(/^(request|response)/, site[1] === 'request' ? 'response' : 'request')]);
  for (const [a, b] of OPPOSITES) {
    const [forth, back] = [new RegExp(`-${a}(?=$|-annotation-only$)`), new RegExp(`-${b}(?=$|-annotation-only$)`)];
    if (forth.test(id)) mirrors.push(OPPOSITES.filter(([other]) => other === a).map(([, other]) => id.replace(forth, `-${other}`)));
    if (back.test(id)) mirrors.push(OPPOSITES.filter(([, other]) => other === b).map(([other]) => id.replace(back, `-${other}`)));
  }
  const became = /-became-(not-)?(nullable|read-only|write-only)$/.exec(id);
  if (became) mirrors.push([id.replace(/-became-(not-)?/, became[1] ? '-became-' : '-became-not-')]);
  const need = /-became-(required|optional)$/.exec(id);
  if (need) mirrors.push([id.replace(/(required|optional)$/, need[1] === 'required' ? 'optional' : 'required')]);
  return mirrors.map((candidates) => ({ mirror: candidates[0]!, there: candidates.some((candidate) => isThere(candidate)) }));
}

/** The field writes one mirror by another name. */
function isThere(id: string): boolean {
  return ids.has(id) || (id === 'response-body-enum-value-removed' && ids.has('response-mediatype-enum-value-removed'));
}

const lacking = rules.flatMap(({ id }) => mirrorsOf(id).flatMap(({ mirror, there }) => (there ? [] : [[id, mirror] as const])));

test('a rule without its mirror has a reason', () => {
  // What the service calls has the rules of an exchange once more.
  const named = (id: string) => id.replace(/^(callback|webhook)-(?=new|request|response|required|optional)/, '');
  expect(lacking.filter(([id]) => !(named(id) in MIRROR_WAIVERS))).toEqual([]);
});

test('no reason outlives its rule', () => {
  const excused = new Set(lacking.map(([id]) => id));
  expect(Object.keys(MIRROR_WAIVERS).filter((id) => !excused.has(id))).toEqual([]);
});
