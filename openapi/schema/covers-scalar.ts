import type { Manner } from './comparison.ts';
import { type Failure, fails } from './failure.ts';
import { formatMatters, formatRange, formatWithin, isFloating, isNumericFormat } from './formats.ts';
import { equalJson } from './json-value.ts';
import { patternWithin } from './pattern-within.ts';
import { numberRange, type Product, tightest } from './product.ts';
import type { Schema } from './schema.ts';

/** Whether every number of the product passes the schema's own keywords for numbers. */
export function coversNumbers({ strict }: Manner, product: Product, schema: Schema): Failure | undefined {
  const { least, most } = numberRange(product);
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (minimum !== undefined && least.value < minimum) return fails(schema, `numbers below ${minimum} are not accepted`);
  if (maximum !== undefined && most.value > maximum) return fails(schema, `numbers above ${maximum} are not accepted`);
  const touches = (limit: { value: number; exclusive: boolean }, bound: number) => limit.value === bound && !limit.exclusive;
  if (exclusiveMinimum !== undefined && (least.value < exclusiveMinimum || touches(least, exclusiveMinimum)))
    return fails(schema, `numbers that are not above ${exclusiveMinimum} are not accepted`);
  if (exclusiveMaximum !== undefined && (most.value > exclusiveMaximum || touches(most, exclusiveMaximum)))
    return fails(schema, `numbers that are not below ${exclusiveMaximum} are not accepted`);
  return coversSteps(product, schema, strict) ?? coversNumericFormat(product, schema);
}

function coversSteps({ members, integers }: Product, schema: Schema, strict: boolean): Failure | undefined {
  const step = schema.number('multipleOf');
  if (step === undefined || step <= 0) return undefined;
  const steps = members.map((member) => member.number('multipleOf')).filter((value) => value !== undefined);
  if (integers) steps.push(1);
  // Only where division is exact is a multiple of a multiple certainly one for validators, which divide floating-point numbers.
  const exact = (own: number) => own === step || (Number.isInteger(own) && Number.isInteger(step) && own % step === 0);
  if (!strict && steps.some((own) => isDecimalMultiple(own, step))) return undefined;
  return steps.some(exact) ? undefined : fails(schema, `numbers that are not multiples of ${step} are not accepted`, false);
}

/** As people count: 0.1 is ten times 0.01. */
function isDecimalMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  return Math.round(quotient) > 0 && Math.abs(quotient - Math.round(quotient)) < 1e-9 * quotient;
}

function coversNumericFormat(product: Product, schema: Schema): Failure | undefined {
  const format = schema.text('format');
  if (!formatMatters(format) || !isNumericFormat(format)) return undefined;
  if (product.integers && isFloating(format)) return undefined;
  if (product.members.some((member) => formatWithin(member.text('format') ?? '', format))) return undefined;
  const range = formatRange(format);
  const { least, most } = numberRange(product);
  if (range && least.value >= range[0] && most.value <= range[1]) return undefined;
  return fails(schema, `numbers that are not ${format} are not accepted`);
}

/** Characters that are counted by the automaton of a pattern. */
const MOST_COUNTED = 100;

/** Whether every string of the product passes the schema's own keywords for strings. */
export function coversStrings({ members }: Product, schema: Schema): Failure | undefined {
  const [shortest, longest] = [schema.number('minLength') ?? 0, schema.number('maxLength') ?? Number.POSITIVE_INFINITY];
  const matched = (length: string) => members.some((member) => patternWithin(member.text('pattern') ?? '', `^[\\s\\S]{${length}}$`));
  const [tooShort, tooLong] = [
    tightest(members, 'minLength', 'least', 0) < shortest,
    tightest(members, 'maxLength', 'most', Number.POSITIVE_INFINITY) > longest,
  ];
  if (tooShort && !(shortest <= MOST_COUNTED && matched(`${shortest},`)))
    return fails(schema, `strings shorter than ${shortest} are not accepted`);
  if (tooLong && !(longest <= MOST_COUNTED && matched(`0,${longest}`)))
    return fails(schema, `strings longer than ${longest} are not accepted`);
  const pattern = schema.text('pattern');
  if (pattern !== undefined && !members.some((member) => patternWithin(member.text('pattern') ?? '', pattern)))
    return fails(schema, `strings that do not match ${pattern} are not accepted`);
  const format = schema.text('format');
  if (formatMatters(format) && !isNumericFormat(format) && !members.some((member) => formatWithin(member.text('format') ?? '', format)))
    return fails(schema, `strings that are not ${format} are not accepted`);
  return coversContent(members, schema);
}

/** What a string carries is not looked into, but it must be said alike. */
function coversContent(members: readonly Schema[], schema: Schema): Failure | undefined {
  for (const keyword of ['contentEncoding', 'contentMediaType', 'contentSchema'] as const) {
    const said = (by: Schema) => (keyword === 'contentSchema' ? by.raw[keyword] : by.text(keyword));
    const wanted = said(schema);
    if (wanted !== undefined && !members.some((member) => equalJson(said(member), wanted)))
      return fails(schema, `strings whose ${keyword} is not ${typeof wanted === 'string' ? wanted : 'this schema'} are not accepted`);
  }
  return undefined;
}
