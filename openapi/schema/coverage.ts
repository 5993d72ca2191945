import { isObject } from '../document/node.ts';
import { accepts } from './accepts.ts';
import type { Asking } from './asking.ts';
import type { Budget } from './budget.ts';
import { isText, type Manner } from './comparison.ts';
import { coversArrays } from './covers-array.ts';
import { coversConditions } from './covers-condition.ts';
import { coversObjects } from './covers-object.ts';
import { coversNumbers, coversStrings } from './covers-scalar.ts';
import { coversNot, coversUnion } from './covers-union.ts';
import { type Failure, fails, firstFailure } from './failure.ts';
import { Fixpoint } from './fixpoint.ts';
import type { JsonType } from './json-value.ts';
import { type Product, waysOf } from './product.ts';
import { sameAssertions } from './same-schema.ts';
import type { Schema } from './schema.ts';

/** Answers "is every value of A a value of B?" for one manner of comparing; remembers what it has proven. */
export class Coverage implements Asking {
  readonly manner: Manner;
  readonly budget: Budget;
  readonly #proven = new Fixpoint();
  readonly #failures = new Map<string, Failure>();
  /** Unions that the question at hand has gone into, by product: one that leads back to itself, or is met again, accepts no more. */
  #entered = new Map<Product, Map<Schema, Failure | undefined>>();

  constructor(manner: Manner, budget: Budget) {
    this.manner = manner;
    this.budget = budget;
  }

  readonly covers = (narrow: readonly Schema[], wide: readonly Schema[]): Failure | undefined => {
    const open = wide.filter((schema) => !narrow.some((own) => this.#alike(own, schema)));
    if (open.length === 0) return undefined;
    const key = `${narrow.map(({ id }) => id)}<${open.map(({ id }) => id)}`;
    const proven = this.#proven.holds(key, () => {
      this.budget.spend();
      const outer = this.#entered;
      this.#entered = new Map();
      try {
        const failure = firstFailure(this.#failuresOf(narrow, open));
        if (failure) this.#failures.set(key, failure);
        return !failure;
      } finally {
        this.#entered = outer;
      }
    });
    return proven ? undefined : (this.#failures.get(key) ?? fails(open[0]!, 'not every value is accepted', false));
  };

  *#failuresOf(narrow: readonly Schema[], wide: readonly Schema[]): Generator<Failure | undefined> {
    for (const product of waysOf(narrow)) for (const schema of wide) yield this.coversProduct(product, schema);
  }

  coversProduct(product: Product, schema: Schema): Failure | undefined {
    const failure =
      schema.anyOf.length + schema.oneOf.length > 0 ? this.#coversOnce(product, schema) : this.#coversProduct(product, schema);
    // Of a schema that cannot be known nothing is certain.
    return failure?.certain && product.members.some((member) => member.isUnknown) ? { ...failure, certain: false } : failure;
  }

  #coversOnce(product: Product, schema: Schema): Failure | undefined {
    const known = this.#entered.get(product) ?? new Map<Schema, Failure | undefined>();
    if (known.has(schema)) return known.get(schema);
    this.#entered.set(product, known);
    known.set(schema, fails(schema, 'none of the alternatives accepts all of them', false));
    const failure = this.#coversProduct(product, schema);
    known.set(schema, failure);
    return failure;
  }

  #coversProduct(product: Product, schema: Schema): Failure | undefined {
    this.budget.spend(1 + product.members.length);
    if (schema.isAnything || product.members.some((member) => this.#alike(member, schema))) return undefined;
    if (schema.always === false) return fails(schema, 'no value is accepted');
    if (schema.isUnknown) return fails(schema, schema.broken ?? '', false);
    if (product.values) return this.#coversValues(product, product.values, schema);
    if (schema.nullable) return this.#coversNullable(product, schema);
    return this.#coversTypes(product, schema) ?? firstFailure(this.#keywordFailures(product, schema));
  }

  #alike(own: Schema, other: Schema): boolean {
    return own === other || sameAssertions(own, other);
  }

  #coversValues(product: Product, values: readonly unknown[], schema: Schema): Failure | undefined {
    this.budget.spend(values.length);
    const allowed = (values.length > 50 && lookUp(schema)) || ((value: unknown) => accepts(schema, value, this.manner));
    let doubt = false;
    for (const value of values) {
      if (this.manner.text !== 'nothing' && typeof value !== 'object' && allowsText(schema)) continue;
      const answer = this.#asWritten(value, allowed);
      if (answer === false) return { ...fails(schema, `${JSON.stringify(value)} is not accepted`), value };
      doubt ||= answer === undefined;
    }
    return doubt ? fails(product.members[0] ?? schema, 'it cannot be told whether all values are accepted', false) : undefined;
  }

  /** What travels as text is accepted in every type that is written the same: `1` as a number and as text. */
  #asWritten(value: unknown, allowed: (value: unknown) => boolean | undefined): boolean | undefined {
    const answer = allowed(value);
    if (answer !== false || this.manner.text === 'nothing' || value === null || typeof value === 'object') return answer;
    const other = typeof value === 'string' ? readAs(value) : String(value);
    return other === undefined ? false : allowed(other);
  }

  #coversNullable(product: Product, schema: Schema): Failure | undefined {
    if (!product.types.has('null')) return this.coversProduct(product, schema.withoutNull);
    return this.coversProduct(without(product, 'null'), schema.withoutNull);
  }

  #coversTypes(product: Product, schema: Schema): Failure | undefined {
    const { types, integers, strange } = product;
    const allowed = schema.types;
    if (!allowed) return undefined;
    // What travels as text has no type of its own, so a string without constraints takes it.
    const plain = allowed.has('string') && isPlainString(schema);
    const asText = (type: string) => plain && type !== 'null' && isText(type, this.manner.text);
    for (const type of [...types, ...strange]) {
      if (allowed.has(type) || (type === 'number' && integers && allowed.has('integer')) || asText(type)) continue;
      if (this.#isListOfOne(product, schema)) return undefined;
      // A number whose multipleOf is whole is an integer.
      const certain = !(type === 'number' && allowed.has('integer'));
      return fails(schema, `${type === 'null' ? 'null' : `${type} values`} ${type === 'null' ? 'is' : 'are'} not accepted`, certain);
    }
    return undefined;
  }

  /** In forms and XML a list is a name that is written several times, so that one value is a list of one. */
  #isListOfOne(product: Product, schema: Schema): boolean {
    const { items, types } = schema;
    const wrapped = isObject(schema.raw.xml) && schema.raw.xml.wrapped === true;
    if (this.manner.text !== 'everything' || !items || !types?.has('array') || wrapped || !isScalar(product)) return false;
    const takesOne = (schema.number('minItems') ?? 0) <= 1 && (schema.number('maxItems') ?? 1) >= 1;
    return takesOne && this.coversProduct(product, items) === undefined;
  }

  *#keywordFailures(product: Product, schema: Schema): Generator<Failure | undefined> {
    const { types } = product;
    if (schema.values) yield fails(schema, 'values that are not in the list are not accepted');
    if (types.has('number')) yield coversNumbers(this.manner, product, schema);
    if (types.has('string')) yield coversStrings(product, schema);
    if (types.has('array')) yield coversArrays(this, product, schema);
    if (types.has('object')) yield coversObjects(this, product, schema);
    for (const { schema: member } of schema.allOf) yield this.coversProduct(product, member);
    yield coversUnion(this, product, schema);
    yield coversNot(product, schema);
    yield coversConditions(this, product, schema);
  }
}

function isScalar({ types, strange }: Product): boolean {
  return [...types, ...strange].every((type) => type !== 'null' && type !== 'array' && type !== 'object');
}

function isPlainString(schema: Schema): boolean {
  return ['pattern', 'format', 'minLength', 'maxLength', 'enum', 'const'].every((keyword) => schema.raw[keyword] === undefined);
}

/** The number or boolean that a text is, when it is written as that one is. */
function readAs(text: string): number | boolean | undefined {
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && String(Number(text)) === text ? Number(text) : undefined;
}

function allowsText(schema: Schema): boolean {
  return schema.types?.has('string') === true && isPlainString(schema);
}

function without(product: Product, type: JsonType): Product {
  return { ...product, types: new Set([...product.types].filter((own) => own !== type)) };
}

/** A list of values against another, for schemas that say nothing else: by look-up, since lists may be long. */
function lookUp(schema: Schema): ((value: unknown) => boolean) | undefined {
  const keywords = Object.keys(schema.raw).filter(
    (keyword) => !['type', 'enum', 'description', 'nullable', 'default', 'title'].includes(keyword),
  );
  if (!schema.values || keywords.some((keyword) => !keyword.startsWith('x-'))) return undefined;
  const scalars = new Set(schema.values);
  if (schema.values.some((value) => typeof value === 'object' && value !== null)) return undefined;
  return (value) => scalars.has(value) || (value === null && schema.nullable);
}
