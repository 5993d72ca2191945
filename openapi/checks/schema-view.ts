import type { Part, SchemaPair } from '../diff/pair-graph.ts';
import { unwrapped } from '../diff/unwrap-null.ts';
import { mayOverlap } from '../schema/covers-union.ts';
import { withMembers } from '../schema/effective.ts';
import type { Failure } from '../schema/failure.ts';
import { leftOut } from '../schema/left-out.ts';
import { sameAssertions } from '../schema/same-schema.ts';
import type { Schema } from '../schema/schema.ts';
import { checkProperties } from './check-properties.ts';
import { checkLifecycleOfProperty } from './check-property-lifecycle.ts';
import { asTheFieldSays } from './field-names.ts';
import type { Finding } from './finding.ts';
import { annotationFindings, valueFindings } from './keyword-checks.ts';
import { allowsType, type KeywordFinding } from './keyword-finding.ts';
import type { Policy } from './lifecycle.ts';
import { findRule, levelOfRule } from './registry.ts';
import type { Level } from './rule.ts';
import type { SchemaQuestions, Shown, Sides } from './schema-questions.ts';
import { directionOf, phraseOf, schemaRuleId } from './schema-rules.ts';
import { placeOf, type SchemaKind } from './schema-site.ts';

/** What is known of the values around a part; of the same pair, the lowest of all ways to it counts. */
export const Around = {
  /** Whatever changed in here, the direction allows. */
  cleared: 1,
  /** Each side accepts all that the other does: other words for the same are no change. */
  reworded: 2,
  /** A property that is not part of the values of this direction. */
  leftOut: 4,
  /** The whole body or parameter, not a part of it. */
  whole: 8,
  /** A property, described in its place. */
  property: 16,
} as const;

const ALL = 32;

/** How little is at stake, from 0 for most; the places of a pair differ in it. */
export function stakes(around: number): number {
  return around & (Around.cleared | Around.reworded | Around.leftOut);
}

/** What a part has around it, of what its whole gives to parts and has around itself: a member of allOf describes what the whole does. */
export function aroundPart(part: Part, inner: number, around: number): number {
  if (part.step === '') return inner | (around & Around.whole);
  return part.step === part.key ? inner | Around.property : inner;
}

/** A change of a schema as it is told wherever the schema is used: without the place in an operation. */
export interface Told extends Pick<Finding, 'id' | 'base' | 'revision' | 'item'> {
  readonly says: string;
  readonly level: Level;
  readonly pair: SchemaPair;
  /** The subset question stands behind it, so that a value may show it. */
  readonly byValue: boolean;
  /** It explains a difference in values although it is only an info: the documents say that it does no harm. */
  readonly excused?: boolean;
  /** A value of the part that shows it. */
  readonly shown?: Shown;
  /** A schema whose values probably show it. */
  readonly shownBy?: Schema;
}

/** What is told of one pair by itself. */
export interface Visit {
  readonly told: readonly Told[];
  /** Values of this pair break, and nothing around it has said that this does no harm. */
  readonly failure: Failure | undefined;
  /** What its parts have around them. */
  readonly inner: number;
}

/** Variants of rules for properties that are not part of the values of their direction. */
const LEFT_OUT: Readonly<Record<string, ReadonlySet<string>>> = {
  request: new Set([
    'enum-value-removed',
    'max-decreased',
    'exclusive-max-decreased',
    'max-length-decreased',
    'min-increased',
    'exclusive-min-increased',
  ]),
  response: new Set(['enum-value-added']),
};

/** Changes that only the exact question clears, not the one by convention. */
const EXACT = /^(any-of|one-of|subtype)-(added|removed)$|^dependent-schema|^(additional|unevaluated)-properties/;

const ALTERNATIVE = /^(any-of|one-of|subtype)-(added|removed)$/;

/** The pairs as one kind of site sees them; each is judged once, however many operations reach it. */
export class SchemaView {
  readonly kind: SchemaKind;
  readonly #questions: SchemaQuestions;
  readonly #policy: Policy;
  readonly #visits = new Map<number, Visit>();

  constructor(kind: SchemaKind, questions: SchemaQuestions, policy: Policy) {
    this.kind = kind;
    this.#questions = questions;
    this.#policy = policy;
  }

  visit(pair: SchemaPair, around: number): Visit {
    const key = pair.id * ALL + around;
    const known = this.#visits.get(key);
    if (known) return known;
    const visit = this.#judge(pair, around);
    this.#visits.set(key, visit);
    return visit;
  }

  /** What no keyword explains: the schema as a whole. */
  wholeOf(pair: SchemaPair, failure: Failure, around: number): Told {
    const place = placeOf(this.kind, (around & Around.whole) > 0);
    const worse = directionOf(place) === 'request' ? 'narrowed' : 'widened';
    const suffix = failure.certain || this.#questions.search(this.kind, pair) ? worse : 'undecided';
    const id = schemaRuleId(place, suffix);
    // Of an answer the reason is what readers of the base were promised.
    const says = `${phraseOf(suffix)}: ${this.kind.direction === 'response' ? 'in the base, ' : ''}${failure.reason}`;
    return { id, base: pair.base.node, revision: pair.revision.node, says, level: levelOfRule(id), pair, byValue: true };
  }

  #judge(pair: SchemaPair, around: number): Visit {
    const { base, revision } = pair;
    const broken = base.broken ?? revision.broken;
    // That a reference was not followed is told once for the reference, not for each place that it is written at.
    if (broken !== undefined) return { told: [], failure: { reason: broken, by: base, certain: false }, inner: around };
    const { direction } = this.kind;
    const marked = !(around & Around.whole) && (leftOut(base, direction) || leftOut(revision, direction));
    const out = marked || (around & Around.leftOut) > 0;
    const own = this.#questions.failure(this.kind, pair);
    const failure = around & Around.cleared || out ? undefined : own;
    // What is left out, the questions about the whole have not looked at.
    const inherited = (around & Around.reworded) > 0 && !marked;
    // A member of allOf is only a part: what it no longer says another member may say, differently.
    const isMember = pair.within !== undefined;
    const reworded = inherited || (!isMember && !own && !this.#questions.reverse(this.kind, pair));
    const cleared = isMember ? around & Around.cleared : failure ? 0 : Around.cleared;
    const inner = cleared | (reworded ? Around.reworded : 0) | (out ? Around.leftOut : 0);
    const told = this.#told({ pair, around, whole: (around & Around.whole) > 0, failure, reworded, out });
    return { told, failure, inner };
  }

  #told(judged: Judged): Told[] {
    const { pair, failure, reworded, whole } = judged;
    const told: Told[] = [];
    for (const finding of valueFindings(pair.base, pair.revision)) {
      const clears = this.#clears(pair, finding.suffix);
      if (reworded && !isConvention(finding) && (clears || !EXACT.test(finding.suffix))) continue;
      const harmless = !failure || isChoiceAlone(finding.suffix, this.kind.direction);
      told.push(...this.#keyword(finding, judged, { cleared: harmless && clears, byValue: true }));
    }
    for (const finding of annotationFindings(pair.base, pair.revision))
      told.push(...this.#keyword(finding, judged, { cleared: false, byValue: false }));
    const [base, revision] = unwrapped(pair.base, pair.revision);
    // With the type the properties went, or into alternatives: what could be said of them is said.
    const alike = allowsType(base, 'object') === allowsType(revision, 'object') && isChoice(base) === isChoice(revision);
    for (const { name, level, ...finding } of alike ? checkProperties(this.kind, { ...pair, base, revision }) : []) {
      const lowered = judged.out || (finding.byValue && !failure) ? 'info' : level;
      told.push({ ...finding, item: name, pair, level: lowered ?? levelOfRule(finding.id) });
    }
    if (whole) return told;
    for (const { message, ...finding } of checkLifecycleOfProperty(this.kind, pair, this.#policy))
      told.push({ ...finding, says: message, pair, byValue: false, level: levelOfRule(finding.id) });
    return told;
  }

  /** Whether the convention that only declared properties are sent may clear a change: alternatives are distinguished by what is undeclared. */
  #clears(pair: SchemaPair, suffix: string): boolean {
    // Alternatives that a discriminator names are told apart by it, whatever their schemas accept.
    const named = pair.base.raw.discriminator !== undefined && pair.revision.raw.discriminator !== undefined;
    if (named && ALTERNATIVE.test(suffix)) return false;
    if (/^(any|one)-of-became-/.test(suffix)) return !anyTwoOverlap(pair.revision);
    if (suffix === 'wrapped-in-one-of') return !pair.revision.oneOf.some(({ schema }) => overlaps(pair.base, schema));
    return !EXACT.test(suffix) || !this.#questions.failure(this.kind, pair, true);
  }

  /** Marks of properties have rules of their own, and `xml` says something only of what is XML. */
  #isToldElsewhere(keyword: string | undefined, around: number): boolean {
    const { kind, inXml } = this.kind;
    const inBody = kind === 'request-body' || kind === 'response-body';
    if (keyword === 'xml') return !inXml;
    if (keyword === 'deprecated') return inBody && !(around & Around.whole);
    return inBody && (keyword === 'readOnly' || keyword === 'writeOnly') && (around & Around.property) > 0;
  }

  /** How bad it is that one schema stands in another's place: not at all, an error when that is certain, else undecided. */
  #levelOf(leads: Sides): Level | undefined {
    const failure = this.#questions.failure(this.kind, leads);
    return failure ? (failure.certain ? 'error' : undefined) : 'info';
  }

  /** A change of a keyword by the name that its rule has here; none where no rule speaks of it. */
  #keyword(
    finding: KeywordFinding,
    { pair, around, whole, out }: Judged,
    { cleared, byValue }: { cleared: boolean; byValue: boolean },
  ): Told[] {
    const { direction, text, inHeader, alwaysSent } = this.kind;
    const place = placeOf(this.kind, whole);
    const {
      suffix,
      detail,
      item,
      level: most,
      leads,
      alternative,
      ...sides
    } = asTheFieldSays(finding, { place, text, base: pair.base, revision: pair.revision });
    const variant = out && LEFT_OUT[direction]?.has(suffix);
    const silent = direction === 'request' ? 'request-read-only-property' : 'response-write-only-property';
    const header = inHeader && suffix === 'became-enum' && !whole;
    const id = variant ? `${silent}-${suffix}` : header ? 'request-header-property-became-enum' : schemaRuleId(place, suffix);
    if (!findRule(id) || (suffix === 'keyword-changed' && this.#isToldElsewhere(item, around))) return [];
    // A default means something only where the value may be left out.
    const idle = alwaysSent && suffix.startsWith('default-value');
    const stated = leads ? this.#levelOf(leads) : most && lower(most, levelOfRule(id));
    const level = cleared || out || idle ? 'info' : (stated ?? levelOfRule(id));
    const says = detail ? `${phraseOf(suffix)} (${detail})` : phraseOf(suffix);
    // The value that was added or removed shows best what it does.
    const shows = suffix.startsWith('enum-value') && item !== undefined && item !== 'more';
    const shown = shows ? { shown: { value: JSON.parse(item) as unknown } } : {};
    const excused = most !== undefined;
    const by = alternative ? { shownBy: alternative } : {};
    return [{ id, ...sides, says, level, pair, byValue, excused, ...(item === undefined ? {} : { item }), ...shown, ...by }];
  }
}

/** Its properties, if any, are those of its alternatives. */
function isChoice(schema: Schema): boolean {
  return schema.anyOf.length + schema.oneOf.length > 0 && withMembers(schema).every(({ properties }) => properties.size === 0);
}

/** What says only how alternatives stand to each other: whatever else breaks is told as that. */
function isChoiceAlone(suffix: string, direction: SchemaKind['direction']): boolean {
  return /^(any|one)-of-became-/.test(suffix) || (suffix === 'wrapped-in-one-of' && direction === 'request');
}

/** Whether a value may be one of two alternatives at once. */
function anyTwoOverlap(schema: Schema): boolean {
  const branches = [...schema.anyOf, ...schema.oneOf].map((branch) => branch.schema);
  return branches.some((branch, index) => branches.slice(index + 1).some((other) => mayOverlap(branch, other, withMembers(schema))));
}

/** What became an alternative of a oneOf is refused where another takes it too. */
function overlaps(base: Schema, alternative: Schema): boolean {
  return !sameAssertions(base, alternative) && alternative.componentName !== (base.componentName ?? '') && mayOverlap(base, alternative);
}

function lower(a: Level, b: Level): Level {
  return a === 'info' || b === 'error' ? a : b;
}

interface Judged {
  readonly pair: SchemaPair;
  readonly around: number;
  readonly whole: boolean;
  readonly failure: Failure | undefined;
  readonly reworded: boolean;
  readonly out: boolean;
}

/**
 * That an object was closed or opened is told, although by convention nobody sends or minds more; that alternatives exclude each
 * other, although they are meant to.
 */
function isConvention({ suffix }: KeywordFinding): boolean {
  return /^(additional|unevaluated)-properties|^(any|one)-of-became-|^wrapped-in-one-of$/.test(suffix);
}
