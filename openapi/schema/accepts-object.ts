import { type Answer, and, type Evaluation, type Inner, type Reading } from './evaluation.ts';
import { leftOut } from './left-out.ts';
import { matchesPattern } from './pattern.ts';
import type { Schema } from './schema.ts';

interface Context {
  readonly inner: Inner;
  readonly reading: Reading;
}

/** The keywords of objects; adds to what was found, and notes which properties were looked at. */
export function evaluateObject(
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  found: Evaluation,
  { inner, reading }: Context,
): void {
  const names = Object.keys(value);
  const has = (name: string) => Object.hasOwn(value, name);
  const need = (answer: Answer) => {
    found.answer = and(found.answer, answer);
  };
  if (names.length < (schema.number('minProperties') ?? 0) || names.length > (schema.number('maxProperties') ?? Number.POSITIVE_INFINITY))
    need(false);
  for (const name of schema.required) if (!has(name) && !leftOut(schema.properties.get(name), reading.direction)) need(false);
  for (const [name, needs] of schema.dependentRequired) if (has(name) && !needs.every(has)) need(false);
  const propertyNames = schema.schema('propertyNames');
  for (const name of names) {
    // Branches of a union are told apart by one property: the others need not be looked at.
    if (found.answer === false) return;
    if (propertyNames) need(inner(propertyNames, name).answer);
    if (leftOut(schema.properties.get(name), reading.direction)) found.properties.add(name);
    else evaluateProperty(schema, name, value[name], { found, inner, need });
  }
  for (const [name, dependent] of schema.schemas('dependentSchemas')) {
    if (!has(name)) continue;
    const outcome = inner(dependent, value);
    need(outcome.answer);
    for (const evaluated of outcome.properties) found.properties.add(evaluated);
  }
  const rest = schema.schema('unevaluatedProperties');
  if (!rest) return;
  for (const name of names) {
    if (found.properties.has(name)) continue;
    need(inner(rest, value[name]).answer);
    found.properties.add(name);
  }
}

interface Step {
  readonly found: Evaluation;
  readonly inner: Inner;
  readonly need: (answer: Answer) => void;
}

function evaluateProperty(schema: Schema, name: string, value: unknown, { found, inner, need }: Step): void {
  const declared = schema.properties.get(name);
  const parts = declared ? [declared] : [];
  for (const [pattern, part] of schema.schemas('patternProperties')) {
    const matches = matchesPattern(name, pattern);
    if (matches === undefined) need(undefined);
    if (matches) parts.push(part);
  }
  const additional = schema.schema('additionalProperties');
  if (parts.length === 0 && additional) parts.push(additional);
  for (const part of parts) need(inner(part, value).answer);
  if (parts.length > 0) found.properties.add(name);
}
