import { alternativesIn, matchAlternatives, matchSubtypes } from '../diff/match-branches.ts';
import { alternativesOf, type Discriminator, discriminatorOf, type Named } from '../schema/discriminator.ts';
import { effectiveProperty } from '../schema/effective.ts';
import { sameSchema } from '../schema/same-schema.ts';
import type { Schema } from '../schema/schema.ts';
import { type KeywordCheck, type KeywordFinding, sidesOf } from './keyword-finding.ts';

/** Discriminators: which property says what a value is, and by which names. */
export const checkDiscriminators: KeywordCheck = (base, revision) => {
  const [before, after] = [discriminatorOf(base), discriminatorOf(revision)];
  const sides = sidesOf(base, revision, 'discriminator');
  if (!before || !after) {
    const only = before ?? after;
    if (!only) return [];
    const harmless = alternativesOf(before ? base : revision).every(({ schema }) => lists(schema, only.property));
    return [{ suffix: after ? 'discriminator-added' : 'discriminator-removed', ...sides, ...(harmless ? { level: 'info' } : {}) }];
  }
  if (before.property !== after.property)
    return [{ suffix: 'discriminator-property-name-changed', ...sides, detail: `from ${before.property} to ${after.property}` }];
  const pair = { base, revision, before, after, sides };
  return [...checkNames(pair), ...checkFallback(pair)];
};

interface Pair {
  readonly base: Schema;
  readonly revision: Schema;
  readonly before: Discriminator;
  readonly after: Discriminator;
  readonly sides: Pick<KeywordFinding, 'base' | 'revision'>;
}

function checkNames(pair: Pair): KeywordFinding[] {
  const { before, after, sides } = pair;
  const told = alternativesToldOf(pair);
  return [...new Set([...before.names.keys(), ...after.names.keys()])].flatMap((name): KeywordFinding[] => {
    const [from, to] = [before.names.get(name), after.names.get(name)];
    if (from && to) return checkName(name, { from, to, sides });
    const level = levelOfName(name, pair, told);
    return [{ suffix: `discriminator-mapping-${from ? 'deleted' : 'added'}`, ...sides, detail: name, item: name, ...(level && { level }) }];
  });
}

function levelOfName(name: string, { before, after }: Pair, told: ReadonlySet<Schema>): 'info' | 'warning' | undefined {
  const named = before.names.get(name) ?? after.names.get(name);
  // An alternative that came or went is told as one, and one that lists its names itself says the same as before.
  if (!named?.branch || told.has(named.branch.schema) || lists(named.branch.schema, before.property)) return 'info';
  // The name of a component may be understood beside those of the mapping: tools differ.
  return [...before.names.values(), ...after.names.values()].filter(({ to }) => to === name).length > 1 ? 'warning' : undefined;
}

interface Leads {
  readonly from: Named;
  readonly to: Named;
  readonly sides: Pick<KeywordFinding, 'base' | 'revision'>;
}

function checkName(name: string, { from, to, sides }: Leads): KeywordFinding[] {
  const [old, now] = [from.branch?.schema, to.branch?.schema];
  if (from.to === to.to || (old && now && sameSchema(old, now))) return [];
  const leads = old && now ? { leads: { base: old, revision: now } } : {};
  const detail = `${name}: from ${from.to} to ${to.to}`;
  return [{ suffix: 'discriminator-mapping-changed', ...sides, detail, item: name, ...leads }];
}

/** What a value without a name is. */
function checkFallback({ before, after, sides }: Pair): KeywordFinding[] {
  const [from, to] = [before.fallback, after.fallback];
  const suffix = 'discriminator-default-mapping';
  if (!from) return to ? [{ suffix: `${suffix}-added`, ...sides, detail: to.to }] : [];
  if (!to) return [{ suffix: `${suffix}-removed`, ...sides, detail: `it was ${from.to}` }];
  return checkName('', { from, to, sides }).map((finding) => ({
    ...finding,
    suffix: `${suffix}-changed`,
    detail: `from ${from.to} to ${to.to}`,
  }));
}

/** The alternatives of one side that have no counterpart on the other. */
function alternativesToldOf({ base, revision }: Pair): ReadonlySet<Schema> {
  const matches = alternativesIn(base, revision).map((lists) => matchAlternatives(base, revision, lists));
  const unmatched = [...matches, matchSubtypes(base, revision)].flatMap(({ added, removed }) => [...added, ...removed]);
  return new Set(unmatched.map(({ schema }) => schema));
}

/** Whether a schema says itself which values its property has. */
function lists(schema: Schema, property: string): boolean {
  return effectiveProperty(schema, property)?.values !== undefined;
}
