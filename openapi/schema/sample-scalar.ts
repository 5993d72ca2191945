import { FORMAT_SAMPLES, formatMatters, isNumericFormat } from './formats.ts';
import { textsFor } from './pattern-sample.ts';
import { textBetween } from './pattern-within.ts';
import { numberRange, tightest } from './product.ts';
import type { Around } from './sample-around.ts';
import type { Schema } from './schema.ts';

/** A longer text shows nothing that this one does not, and nobody reads it. */
const LONGEST = 10_000;

export function numbers({ way, wide }: Around): unknown[] {
  const { least, most } = numberRange(way);
  const listed = wide.flatMap((schema) => (schema.values ?? []).filter((value) => typeof value === 'number'));
  const lines = [least.value, most.value, ...wide.flatMap(boundsOf), ...listed, 0].filter(Number.isFinite);
  const steps = way.members.flatMap((member) => member.number('multipleOf') ?? []);
  const near = lines.flatMap((line) => (way.integers ? [line, line - 1, line + 1] : [line, line - 1, line + 1, line + 0.5, line - 0.5]));
  const multiples = steps.flatMap((step) => [
    step,
    -step,
    ...lines.flatMap((line) => [Math.floor(line / step) * step, Math.ceil(line / step) * step]),
  ]);
  const whole = [...near, ...multiples].map((value) => (way.integers ? Math.round(value) : value));
  const within = (value: number) => value >= least.value && value <= most.value && steps.every((step) => Number.isInteger(value / step));
  return [...new Set(whole)].filter(within).sort((a, b) => String(a).length - String(b).length);
}

function boundsOf(schema: Schema): number[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  return [minimum, maximum, exclusiveMinimum, exclusiveMaximum, schema.number('multipleOf')].filter((value) => value !== undefined);
}

export function strings({ way, wide }: Around): unknown[] {
  const shortest = tightest(way.members, 'minLength', 'least', 0);
  const longest = Math.min(tightest(way.members, 'maxLength', 'most', LONGEST), LONGEST);
  const lines = wide.flatMap((schema) => [(schema.number('minLength') ?? 1) - 1, (schema.number('maxLength') ?? -1) + 1]);
  const ends = longest === LONGEST ? [shortest, shortest + 1] : [shortest, longest];
  const lengths = [...new Set([...lines, ...ends])].filter((length) => length >= shortest && length <= longest).sort((a, b) => a - b);
  const formats = way.members.map((member) => member.text('format')).filter((format) => formatMatters(format) && !isNumericFormat(format));
  const known = [
    ...formats.map((format) => FORMAT_SAMPLES[format!] ?? 'x'),
    ...wide.flatMap((schema) => FORMAT_SAMPLES[schema.text('format') ?? ''] ?? []),
  ];
  const [own, theirs] = [patternsOf(way.members), patternsOf(wide)];
  const between = theirs.flatMap((pattern) => (own.length > 0 ? own : ['']).flatMap((other) => textBetween(other, pattern) ?? []));
  const patterned = [...between, ...own.flatMap((pattern) => textsFor(pattern, lengths))];
  const plain = lengths.flatMap((length) => ['a'.repeat(length), '0'.repeat(length), ' '.repeat(length)]);
  return [...new Set([...patterned, ...plain, ...known, 'x-other', 'A', '!'])].sort((a, b) => a.length - b.length);
}

function patternsOf(members: readonly Schema[]): string[] {
  return members.flatMap((member) => member.text('pattern') ?? []);
}
