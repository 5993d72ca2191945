import { isObject } from '../document/node.ts';
import { evaluateArray } from './accepts-array.ts';
import { evaluateObject } from './accepts-object.ts';
import { discriminatorOf } from './discriminator.ts';
import { type Answer, and, Effort, type Evaluation, type Inner, NEUTRAL, type Reading } from './evaluation.ts';
import { formatMatters, formatRange, isNumericFormat, matchesFormat } from './formats.ts';
import { equalJson, jsonTypeOf } from './json-value.ts';
import { matchesPattern } from './pattern.ts';
import type { Schema } from './schema.ts';

const DEEPEST = 60;

/** Steps of one question: a value of unions within unions would take more than anyone waits for. */
const MOST_STEPS = 50_000;

/** Whether a schema accepts a value, as JSON Schema 2020-12 says, with formats asserted. */
export function accepts(schema: Schema, value: unknown, reading: Reading = NEUTRAL): Answer {
  return evaluate(schema, value, reading.effort ? reading : { ...reading, effort: new Effort(MOST_STEPS) }, 0).answer;
}

function evaluate(schema: Schema, value: unknown, reading: Reading, depth: number): Evaluation {
  if (typeof value !== 'object' || value === null || !reading.effort) return judge(schema, value, reading, depth);
  return reading.effort.once(schema, value, () => judge(schema, value, reading, depth));
}

function judge(schema: Schema, value: unknown, reading: Reading, depth: number): Evaluation {
  const found: Evaluation = { answer: true, properties: new Set(), items: new Set() };
  if (schema.always !== undefined) return { ...found, answer: schema.always };
  if (schema.isUnknown || depth > DEEPEST || (reading.effort && reading.effort.left-- <= 0)) return { ...found, answer: undefined };
  if (schema.nullable && value === null) return found;
  found.answer = and(acceptsScalar(schema, value), true);
  const inner = (part: Schema, at: unknown) => evaluate(part, at, reading, depth + 1);
  if (found.answer !== false) applyInPlace(schema, value, found, inner);
  if (found.answer !== false && Array.isArray(value)) evaluateArray(schema, value, found, inner);
  if (found.answer !== false && jsonTypeOf(value) === 'object')
    evaluateObject(schema, value as Record<string, unknown>, found, { inner, reading });
  return found;
}

function acceptsScalar(schema: Schema, value: unknown): Answer {
  if (schema.types && !acceptsType(schema.types, value)) return false;
  if (schema.values && !schema.values.some((allowed) => equalJson(allowed, value))) return false;
  if (schema.hasConst && Array.isArray(schema.raw.enum) && !schema.raw.enum.some((allowed) => equalJson(allowed, value))) return false;
  if (typeof value === 'number') return acceptsNumber(schema, value);
  return typeof value === 'string' ? acceptsString(schema, value) : true;
}

export function acceptsType(types: ReadonlySet<string>, value: unknown): boolean {
  return types.has(jsonTypeOf(value)) || (types.has('integer') && Number.isInteger(value));
}

function acceptsNumber(schema: Schema, value: number): Answer {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (minimum !== undefined && value < minimum) return false;
  if (maximum !== undefined && value > maximum) return false;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return false;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return false;
  const step = schema.number('multipleOf');
  if (step !== undefined && step > 0 && !isMultiple(value, step)) return false;
  const range = formatRange(schema.text('format') ?? '');
  return !range || (value >= range[0] && value <= range[1]);
}

/** As validators do it: the quotient is a whole number. */
export function isMultiple(value: number, step: number): boolean {
  return Number.isInteger(value / step);
}

function acceptsString(schema: Schema, value: string): Answer {
  const length = [...value].length;
  if (length < (schema.number('minLength') ?? 0) || length > (schema.number('maxLength') ?? Number.POSITIVE_INFINITY)) return false;
  let answer: Answer = true;
  const pattern = schema.text('pattern');
  if (pattern !== undefined) answer = and(answer, matchesPattern(value, pattern));
  const format = schema.text('format');
  if (formatMatters(format) && !isNumericFormat(format)) answer = and(answer, matchesFormat(value, format));
  if (
    schema.raw.contentSchema !== undefined ||
    ['contentEncoding', 'contentMediaType'].some((keyword) => schema.text(keyword) !== undefined)
  )
    answer = and(answer, undefined);
  return answer;
}

function applyInPlace(schema: Schema, value: unknown, found: Evaluation, inner: Inner): void {
  const take = (evaluation: Evaluation) => {
    for (const name of evaluation.properties) found.properties.add(name);
    for (const index of evaluation.items) found.items.add(index);
  };
  const need = (evaluation: Evaluation) => {
    found.answer = and(found.answer, evaluation.answer);
    take(evaluation);
  };
  for (const branch of schema.allOf) need(inner(branch.schema, value));
  for (const [branches, exactly] of [
    [schema.anyOf, false],
    [schema.oneOf, true],
  ] as const) {
    if (branches.length === 0) continue;
    const outcomes = branches.map((branch) => inner(branch.schema, value));
    for (const outcome of outcomes) if (outcome.answer === true) take(outcome);
    found.answer = and(found.answer, count(outcomes, exactly));
  }
  const standing = subtypeOf(schema, value);
  if (standing) need(inner(standing, value));
  const not = schema.schema('not');
  if (not) found.answer = and(found.answer, opposite(inner(not, value).answer));
  applyCondition(schema, value, inner, { need, take, doubt: () => need({ answer: undefined, properties: new Set(), items: new Set() }) });
}

/** The component that the value says it is, where components stand for the schema. */
function subtypeOf(schema: Schema, value: unknown): Schema | undefined {
  if (schema.subtypes.length === 0 || !isObject(value)) return undefined;
  const discriminator = discriminatorOf(schema);
  const name = discriminator && value[discriminator.property];
  return typeof name === 'string' ? discriminator?.names.get(name)?.branch?.schema : undefined;
}

interface Applied {
  readonly need: (evaluation: Evaluation) => void;
  readonly take: (evaluation: Evaluation) => void;
  readonly doubt: () => void;
}

function applyCondition(schema: Schema, value: unknown, inner: Inner, { need, take, doubt }: Applied): void {
  const condition = schema.schema('if');
  if (!condition) return;
  const outcome = inner(condition, value);
  if (outcome.answer === undefined) {
    doubt();
    return;
  }
  if (outcome.answer) take(outcome);
  const then = schema.schema(outcome.answer ? 'then' : 'else');
  if (then) need(inner(then, value));
}

function count(outcomes: readonly Evaluation[], exactly: boolean): Answer {
  const yes = outcomes.filter(({ answer }) => answer === true).length;
  const maybe = outcomes.some(({ answer }) => answer === undefined);
  if (exactly && yes > 1) return false;
  if (yes > 0) return exactly && maybe ? undefined : true;
  return maybe ? undefined : false;
}

function opposite(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}
