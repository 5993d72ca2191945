import type { Schema } from '../schema/schema.ts';
import { allowsType, type KeywordCheck, type KeywordFinding, keywordAt, sidesOf } from './keyword-finding.ts';

interface Bound {
  readonly suffix: string;
  readonly keyword: string;
  readonly type: 'number' | 'string' | 'array' | 'object';
  readonly read: (schema: Schema) => number | undefined;
}

const count = (suffix: string, keyword: string, type: Bound['type'], least?: number): Bound => ({
  suffix,
  keyword,
  type,
  read: (schema) => schema.number(keyword) ?? least,
});

const BOUNDS: readonly Bound[] = [
  { suffix: 'max', keyword: 'maximum', type: 'number', read: (schema) => schema.maximum },
  { suffix: 'min', keyword: 'minimum', type: 'number', read: (schema) => schema.minimum },
  { suffix: 'exclusive-max', keyword: 'exclusiveMaximum', type: 'number', read: (schema) => schema.exclusiveMaximum },
  { suffix: 'exclusive-min', keyword: 'exclusiveMinimum', type: 'number', read: (schema) => schema.exclusiveMinimum },
  count('max-length', 'maxLength', 'string'),
  count('min-length', 'minLength', 'string', 0),
  count('max-items', 'maxItems', 'array'),
  { ...count('min-items', 'minItems', 'array'), read: (schema) => positive(schema.number('minItems')) },
  count('max-properties', 'maxProperties', 'object'),
  { ...count('min-properties', 'minProperties', 'object'), read: (schema) => positive(schema.number('minProperties')) },
];

const MATCHES: readonly Bound[] = [count('max-contains', 'maxContains', 'array'), count('min-contains', 'minContains', 'array', 1)];

/** Lower and upper bounds of numbers, lengths and counts, where the type lets them matter. */
export const checkBounds: KeywordCheck = (base, revision) => {
  const bounds = base.schema('contains') && revision.schema('contains') ? [...BOUNDS, ...MATCHES] : BOUNDS;
  const swapped = ['min', 'max'].filter((end) => isSwapped(end, base, revision) || isSwapped(end, revision, base));
  const still = bounds.filter(({ suffix }) => !swapped.some((end) => suffix === end || suffix === `exclusive-${end}`));
  const swaps = [base, revision].every((side) => allowsType(side, 'number')) ? swapped.map((end) => swap(end, base, revision)) : [];
  return still
    .flatMap((bound) => (allowsType(base, bound.type) && allowsType(revision, bound.type) ? moved(bound, base, revision) : []))
    .concat(swaps);
};

function moved({ suffix, keyword, read }: Bound, base: Schema, revision: Schema): KeywordFinding[] {
  const [before, after] = [read(base), read(revision)];
  if (before === after) return [];
  const sides = sidesOf(base, revision, keyword);
  if (before === undefined) return [{ suffix: `${suffix}-set`, ...sides, detail: `to ${after}` }];
  if (after === undefined) return [{ suffix: `${suffix}-unset`, ...sides, detail: `it was ${before}` }];
  return [{ suffix: `${suffix}-${after > before ? 'increased' : 'decreased'}`, ...sides, detail: `from ${before} to ${after}` }];
}

const NUMERIC = Object.fromEntries(BOUNDS.filter(({ type }) => type === 'number').map((bound) => [bound.suffix, bound]));

/** An inclusive bound in the place of an exclusive one: it has only moved. */
function isSwapped(end: string, inclusive: Schema, exclusive: Schema): boolean {
  const has = (suffix: string, schema: Schema) => NUMERIC[suffix]?.read(schema) !== undefined;
  const [one, other] = [end, `exclusive-${end}`];
  return has(one, inclusive) && !has(other, inclusive) && has(other, exclusive) && !has(one, exclusive);
}

function swap(end: string, base: Schema, revision: Schema): KeywordFinding {
  const toExclusive = NUMERIC[end]!.read(base) !== undefined;
  const [from, to] = (toExclusive ? [end, `exclusive-${end}`] : [`exclusive-${end}`, end]).map((suffix) => NUMERIC[suffix]!);
  const [before, after] = [from!.read(base)!, to!.read(revision)!];
  // Of the same number the exclusive bound leaves one value less.
  const raised = before === after ? toExclusive === (end === 'min') : after > before;
  const detail = `from ${from!.keyword} ${before} to ${to!.keyword} ${after}`;
  return {
    suffix: `${to!.suffix}-${raised ? 'increased' : 'decreased'}`,
    base: keywordAt(base, from!.keyword),
    revision: keywordAt(revision, to!.keyword),
    detail,
  };
}

function positive(value: number | undefined): number | undefined {
  return value === 0 ? undefined : value;
}
