import { canonicalJson, type JsonType } from './json-value.ts';
import { type Product, waysOf } from './product.ts';
import { sameAssertions } from './same-schema.ts';
import type { Around } from './sample-around.ts';
import { arrays } from './sample-array.ts';
import { objects } from './sample-object.ts';
import { numbers, strings } from './sample-scalar.ts';
import type { Schema } from './schema.ts';
import { simplest } from './simplest.ts';

/** Values of one part: what is further down a list of candidates is rarely the one that shows the difference. */
const MOST_OF_PART = 24;
const MOST_OF_ALL = 600;
const DEEPEST = 6;
const MOST_WAYS = 24;

/**
 * Values that the first schemas probably accept, small ones first, that the others may refuse: near their bounds, without what they
 * require, with what they forbid. Not certain: whoever asks checks them. The allowance of values bounds the work: it is shared out among
 * the parts that differ, so that no part uses it up alone.
 */
export function samples(narrow: readonly Schema[], wide: readonly Schema[] = [], allowance = 600): unknown[] {
  return samplesAt(narrow, wide, { depth: 0, allowance, known: new Map() });
}

/** Where a search has got to. */
interface Here {
  readonly depth: number;
  readonly allowance: number;
  /** Parts of this search that were asked for before: components are met at many places. */
  readonly known: Map<string, unknown[]>;
}

function samplesAt(narrow: readonly Schema[], wide: readonly Schema[], here: Here): unknown[] {
  const { depth, allowance, known } = here;
  // Where the other side wants nothing else, one value is as good as any.
  if (depth > 0 && (allowance < 2 || saysNothingElse(narrow, wide)))
    return [simplest(narrow, depth)].filter((value) => value !== undefined);
  const key = `${idsOf(narrow)}:${idsOf(wide)}:${depth}:${allowance}`;
  const found = known.get(key) ?? build(narrow, wide, here);
  known.set(key, found);
  return found;
}

function idsOf(schemas: readonly Schema[]): string {
  return schemas.map(({ id }) => id).join();
}

function build(narrow: readonly Schema[], wide: readonly Schema[], { depth, allowance, known }: Here): unknown[] {
  const most = depth === 0 ? MOST_OF_ALL : MOST_OF_PART;
  const theirs = waysOf(wide);
  const ways = unlikeFirst(waysOf(narrow), theirs).slice(0, Math.max(1, Math.min(MOST_WAYS, allowance)));
  const share = Math.floor(allowance / Math.max(1, ways.length));
  const lists = ways.map((way) => samplesOf(way, hints(way, wide, theirs), { depth, allowance: share, known }));
  return distinct(interleave(lists, most), most);
}

function saysNothingElse(narrow: readonly Schema[], wide: readonly Schema[]): boolean {
  return wide.every((schema) => narrow.some((own) => sameAssertions(own, schema)));
}

/** Ways that the other side has too show nothing: they come last, and only where there is no other. */
function unlikeFirst(ways: readonly Product[], theirs: readonly Product[]): readonly Product[] {
  if (ways.length < 2) return ways;
  const known = (way: Product) => theirs.some(({ members }) => saysNothingElse(way.members, members));
  const unlike = ways.filter((way) => !known(way));
  return unlike.length > 0 ? unlike : ways;
}

/** The schemas whose keywords say where the other side draws its lines: those that stand where this way's stand, if there are any. */
function hints(way: Product, wide: readonly Schema[], theirs: readonly Product[]): Schema[] {
  const own = new Set(way.members.map((member) => member.pointer));
  const facing = theirs.length > 1 ? theirs.filter(({ members }) => members.some((member) => own.has(member.pointer))) : [];
  return (facing.length > 0 && facing.length < theirs.length ? facing : theirs)
    .slice(0, 6)
    .flatMap(({ members }) => members)
    .concat(wide.flatMap((schema) => schema.schema('not') ?? []))
    .slice(0, 20);
}

function samplesOf(way: Product, wide: readonly Schema[], { depth, allowance, known }: Here): unknown[] {
  const most = depth === 0 ? MOST_OF_ALL : MOST_OF_PART;
  if (way.values) {
    const refused = new Set(wide.flatMap((schema) => schema.values ?? []).map(canonicalJson));
    const rest = way.values.filter((value) => !refused.has(canonicalJson(value)));
    return [...rest.slice(0, most), ...way.values.slice(0, 4)];
  }
  const types = [...way.types];
  const inner: Around['inner'] = (narrow, other, share) => samplesAt(narrow, other, { depth: depth + 1, allowance: share, known });
  const around = { way, wide, depth, allowance: Math.floor(allowance / Math.max(1, types.length)), inner };
  return interleave(
    types.map((type) => samplesOfType(type, around)),
    most,
  );
}

function samplesOfType(type: JsonType, around: Around): unknown[] {
  switch (type) {
    case 'null':
      return [null];
    case 'boolean':
      return [true, false];
    case 'number':
      return numbers(around);
    case 'string':
      return strings(around);
    case 'array':
      return around.depth > DEEPEST ? [[]] : arrays(around);
    case 'object':
      return around.depth > DEEPEST ? [{}] : objects(around);
  }
}

/** One of each list in turn: no list is cut off because another is long. */
function interleave(lists: readonly (readonly unknown[])[], most: number): unknown[] {
  if (lists.length === 1) return (lists[0] ?? []).slice(0, most);
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const found: unknown[] = [];
  for (let index = 0; index < longest && found.length < most; index++)
    for (const list of lists) if (index < list.length) found.push(list[index]);
  return found;
}

function distinct(values: readonly unknown[], most: number): unknown[] {
  return [...new Map(values.map((value) => [canonicalJson(value), value])).values()].slice(0, most);
}
