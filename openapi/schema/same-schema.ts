import type { Document } from '../document/document.ts';
import { isObject } from '../document/node.ts';
import { discriminatorOf } from './discriminator.ts';
import { Fixpoint } from './fixpoint.ts';
import { equalJson } from './json-value.ts';
import type { Branch, Schema } from './schema.ts';

const ONE = [
  'items',
  'additionalItems',
  'additionalProperties',
  'propertyNames',
  'contains',
  'not',
  'if',
  'then',
  'else',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
];
const MAPS = ['properties', 'patternProperties', 'dependentSchemas'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];

/** What is compared elsewhere, or changes nothing for anyone who sends or reads values. */
const SKIPPED = new Set([
  ...ONE,
  ...MAPS,
  ...LISTS,
  '$ref',
  'description',
  'title',
  'summary',
  'example',
  'examples',
  '$comment',
  'externalDocs',
  '$defs',
  'definitions',
  '$id',
  '$schema',
  '$anchor',
  '$dynamicRef',
  '$dynamicAnchor',
  '$recursiveRef',
  '$recursiveAnchor',
]);
const ANNOTATIONS = new Set(['default', 'deprecated', 'readOnly', 'writeOnly', 'discriminator', 'xml']);

/** Nothing differs that the engine would report: references are followed, so components may have moved or be named otherwise. */
export function sameSchema(a: Schema, b: Schema): boolean {
  return same(a, b, answersOf(a, b).noted);
}

/** The same values are accepted, by the same words; annotations may differ. */
export function sameAssertions(a: Schema, b: Schema): boolean {
  return same(a, b, answersOf(a, b).asserted);
}

interface Answers {
  readonly noted: Noting;
  readonly asserted: Noting;
}

/** What is known already, and whether annotations count. */
class Noting extends Fixpoint {
  readonly annotations: boolean;

  constructor(annotations: boolean) {
    super();
    this.annotations = annotations;
  }
}

const known = new WeakMap<Document, WeakMap<Document, Answers>>();

/** What was answered about the schemas of two documents lives as long as they do. */
function answersOf({ document: a }: Schema, { document: b }: Schema): Answers {
  const others = known.get(a) ?? new WeakMap<Document, Answers>();
  const answers = others.get(b) ?? { noted: new Noting(true), asserted: new Noting(false) };
  known.set(a, others);
  others.set(b, answers);
  return answers;
}

function same(a: Schema, b: Schema, answers: Noting): boolean {
  if (a === b) return true;
  if (a.broken !== undefined || b.broken !== undefined) return a.broken !== undefined && b.broken !== undefined && equalJson(a.raw, b.raw);
  if (a.always !== undefined || b.always !== undefined) return a.always === b.always;
  if (isOctets(a, b) || isOctets(b, a)) return true;
  const key = `${a.id}:${b.id}`;
  return answers.holds(key, () => a.nullable === b.nullable && sameKeywords(a, b, answers.annotations) && sameParts(a, b, answers));
}

/** Before 3.1, bytes that are no text were written as a string; since then as nothing. */
function isOctets(old: Schema, now: Schema): boolean {
  const before = (schema: Schema) => schema.document.version === '2.0' || schema.document.version === '3.0';
  return old.raw.format === 'binary' && old.raw.type === 'string' && before(old) && !before(now) && now.isAnything;
}

function sameKeywords(a: Schema, b: Schema, noting: boolean): boolean {
  if (noting && a.perhapsNullable !== b.perhapsNullable) return false;
  const counts = (key: string) => !SKIPPED.has(key) && (noting || !(ANNOTATIONS.has(key) || key.startsWith('x-')));
  const sameAt = (key: string) => equalJson(keywordIn(a, key), keywordIn(b, key));
  return (
    Object.keys(a.raw).every((key) => !counts(key) || sameAt(key)) &&
    Object.keys(b.raw).every((key) => !counts(key) || Object.hasOwn(a.raw, key) || sameAt(key))
  );
}

/** A keyword in its normal form, in which both styles of a bound and the order of `required` are one. */
export function keywordIn(schema: Schema, key: string): unknown {
  switch (key) {
    case 'required':
      return [...schema.required].sort();
    case 'type':
      // A type may say what a format says in other versions.
      return schema.types && [schema.text('format') === 'binary', ...[...schema.types].sort()];
    case 'nullable':
    case 'x-nullable':
      return undefined;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return schema[key];
    case 'enum':
    case 'const':
      return schema.hasConst && schema.raw.enum !== undefined ? schema.raw[key] : schema.values;
    case 'multipleOf':
      return schema.number(key);
    case 'format':
      return schema.text(key);
    case 'contentEncoding':
    case 'contentMediaType':
      // It may say what a format says in other versions.
      return [schema.text(key) ?? null, schema.text('format') ?? null];
    case 'discriminator':
      return discriminatorText(schema);
    case 'deprecated':
    case 'readOnly':
    case 'writeOnly':
    case 'uniqueItems':
      return schema.flag(key);
    default:
      return schema.raw[key];
  }
}

/** In which it does not matter where the components stand, nor whether a name is written down that they have anyway. */
function discriminatorText(schema: Schema): unknown {
  const discriminator = discriminatorOf(schema);
  if (!discriminator) return undefined;
  const { property, names, fallback } = discriminator;
  return [property, [...names].map(([name, { to }]) => `${name} ${to}`).sort(), fallback?.to ?? null];
}

function sameParts(a: Schema, b: Schema, answers: Noting): boolean {
  const bothOrNone = (x: Schema | undefined, y: Schema | undefined) => (x && y ? same(x, y, answers) : x === y);
  for (const key of ONE) if (!Array.isArray(a.raw[key]) && !bothOrNone(part(a, key), part(b, key))) return false;
  for (const key of MAPS) {
    if (!isObject(a.raw[key]) && !isObject(b.raw[key])) continue;
    const [before, after] = [a.schemas(key), b.schemas(key)];
    if (before.size !== after.size) return false;
    for (const [name, schema] of before) if (!bothOrNone(schema, after.get(name))) return false;
  }
  const lists: [readonly Branch[], readonly Branch[]][] = [
    [a.allOf, b.allOf],
    [a.anyOf, b.anyOf],
    [a.oneOf, b.oneOf],
  ];
  const sameList = (x: readonly Schema[], y: readonly Schema[]) =>
    x.length === y.length && x.every((schema, index) => same(schema, y[index]!, answers));
  const byName = ({ subtypes }: Schema) =>
    subtypes.length > 1 ? subtypes.toSorted((one, other) => (String(one.name) < String(other.name) ? -1 : 1)) : subtypes;
  return (
    sameList(a.prefixItems, b.prefixItems) &&
    sameList(
      byName(a).map((branch) => branch.schema),
      byName(b).map((branch) => branch.schema),
    ) &&
    lists.every(([x, y]) =>
      sameList(
        x.map((branch) => branch.schema),
        y.map((branch) => branch.schema),
      ),
    )
  );
}

function part(schema: Schema, key: string): Schema | undefined {
  if (key === 'additionalProperties') return schema.others;
  const part = schema.schema(key);
  return key === 'unevaluatedProperties' && (part === schema.others || part?.isAnything) ? undefined : part;
}
