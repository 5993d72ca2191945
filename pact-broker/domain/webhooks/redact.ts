import { basicAuthorization } from './render-request.ts';
import { isSecretHeader, MASK, maskedHeaders } from './secrets.ts';
import type { WebhookRequest } from './webhook.ts';

/** Too short to be looked for everywhere: each "a" of a log would be masked for the password "a". */
const SHORTEST = 4;

/**
 * Takes a request's secrets out of whatever text they may come back in: a receiver may echo them, a template may hold them.
 * Each is looked for as it is, in base64, as JSON and as URLs write it.
 */
export function redactor({ headers, username, password }: WebhookRequest): (text: string) => string {
  const secretHeaders = Object.entries(headers).filter(([name]) => isSecretHeader(name));
  const values = secretHeaders.flatMap(([, value]) => [value, value.replace(/^\w+\s+/, '')]);
  if (password) values.push(password);
  if (username !== null) values.push(basicAuthorization(username, password ?? '').slice('Basic '.length));
  const spellings = new Set(values.filter(({ length }) => length >= SHORTEST).flatMap(spellingsOf));
  const longestFirst = [...spellings].sort((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((left, secret) => left.replaceAll(secret, MASK), text);
}

const spellingsOf = (value: string): string[] => [
  value,
  JSON.stringify(value).slice(1, -1),
  Buffer.from(value).toString('base64'),
  encodeURIComponent(value.toWellFormed()),
];

/** Headers without the values that are secret by their name, or hold a secret. */
export const redactedHeaders = (headers: Record<string, string>, redact: (text: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(maskedHeaders(headers)).map(([name, value]) => [name, redact(value)]));
