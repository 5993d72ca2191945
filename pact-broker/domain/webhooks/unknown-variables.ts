import { distance } from 'fastest-levenshtein';
import { variableNames } from './variables.ts';
import type { WebhookRequest } from './webhook.ts';

/** What looks like a variable, also where its spelling keeps it from being one. */
const WRITTEN = /\$\{\s*pactbroker\.[^{}]*\}/gi;
const variable = (name: string) => `\${pactbroker.${name}}`;
const known = new Set(variableNames.map(variable));
const LONGEST_SHOWN = 80;
const MOST_TOLD = 10;

/**
 * A sentence for each variable of a request that there is none of, by the field that holds it. Left alone it would be sent as it is
 * written, and the mistake would show at the receiver, hours later, if at all.
 */
export function unknownVariables({ url, headers, body }: WebhookRequest): [field: string, problem: string][] {
  const texts = { 'request.url': url, 'request.headers': Object.values(headers).join('\n'), 'request.body': JSON.stringify(body) ?? '' };
  return Object.entries(texts).flatMap(([field, text]) =>
    unknownIn(text)
      .slice(0, MOST_TOLD)
      .map((written): [string, string] => [field, `There is no template variable ${written}; ${suggestion(written)}`]),
  );
}

const unknownIn = (text: string): string[] => [
  ...new Set((text.match(WRITTEN) ?? []).filter((written) => !known.has(written)).map((written) => written.slice(0, LONGEST_SHOWN))),
];

function suggestion(written: string): string {
  const name = written
    .replace(/^[^.]*\./, '')
    .replace('}', '')
    .trim();
  const difference = (other: string) => distance(name.toLowerCase(), other.toLowerCase()) / Math.max(name.length, other.length);
  const [nearest] = [...variableNames].sort((a, b) => difference(a) - difference(b));
  return nearest !== undefined && difference(nearest) <= 0.5
    ? `did you mean ${variable(nearest)}?`
    : `there are ${variableNames.join(', ')}.`;
}
