import type { Answer, Evaluation, Inner } from './evaluation.ts';
import { canonicalJson } from './json-value.ts';
import type { Schema } from './schema.ts';

/** The keywords of arrays; adds to what was found, and notes which items were looked at. */
export function evaluateArray(schema: Schema, value: readonly unknown[], found: Evaluation, inner: Inner): void {
  if (!hasRightSize(schema, value)) {
    found.answer = false;
    return;
  }
  const need = (answer: Answer) => {
    if (answer === false) found.answer = false;
    else if (answer === undefined && found.answer) found.answer = undefined;
  };
  value.forEach((item, index) => {
    const part = schema.prefixItems[index] ?? schema.items;
    if (!part || found.answer === false) return;
    need(inner(part, item).answer);
    found.items.add(index);
  });
  evaluateContains(schema, value, found, inner);
  const rest = schema.schema('unevaluatedItems');
  if (!rest) return;
  value.forEach((item, index) => {
    if (found.items.has(index)) return;
    need(inner(rest, item).answer);
    found.items.add(index);
  });
}

function hasRightSize(schema: Schema, value: readonly unknown[]): boolean {
  if (value.length < (schema.number('minItems') ?? 0) || value.length > (schema.number('maxItems') ?? Number.POSITIVE_INFINITY))
    return false;
  return !schema.flag('uniqueItems') || new Set(value.map(canonicalJson)).size === value.length;
}

function evaluateContains(schema: Schema, value: readonly unknown[], found: Evaluation, inner: Inner): void {
  const contains = schema.schema('contains');
  if (!contains) return;
  const answers = value.map((item) => inner(contains, item).answer);
  const yes = answers.filter((answer) => answer === true).length;
  const maybe = answers.filter((answer) => answer === undefined).length;
  answers.forEach((answer, index) => {
    if (answer === true) found.items.add(index);
  });
  const least = schema.number('minContains') ?? 1;
  const most = schema.number('maxContains') ?? Number.POSITIVE_INFINITY;
  if (yes > most || yes + maybe < least) found.answer = false;
  else if (yes < least || yes + maybe > most) found.answer = found.answer && undefined;
}
