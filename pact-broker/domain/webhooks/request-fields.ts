import { isPlainObject } from '../pacts/faithful-json.ts';
import type { WebhookRequest } from './webhook.ts';

type Refuse = (field: string, problem: string) => void;

const METHOD = /^[A-Za-z]{1,20}$/;
const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const LONGEST_URL = 2048;
const LONGEST_SECRET = 8192;
const LARGEST_BODY = 256 * 1024;
const MOST_HEADERS = 50;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;
/** They are the connection's own: whoever sets them can make one request into two. */
const CONNECTION_HEADERS = [
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Reads `request` of a webhook; refuses by field. Whether the operator allows its target is not known here. */
export function readRequest(request: unknown, refuse: Refuse): WebhookRequest {
  const { method, url, headers, body, username, password } = isPlainObject(request) ? request : {};
  if (!isPlainObject(request)) refuse('request', 'request is missing. Give an object with a method and a url.');
  else {
    checkMethod(method, refuse);
    checkUrl(url, refuse);
    if (JSON.stringify(body ?? null).length > LARGEST_BODY) refuse('request.body', `The body is longer than ${LARGEST_BODY} characters.`);
  }
  return {
    method: asText(method).toUpperCase(),
    url: asText(url),
    headers: readHeaders(headers, refuse),
    body: body ?? null,
    username: readText('username', username, refuse),
    password: readText('password', password, refuse),
  };
}

/** What is refused already need not be readable: an object may not even let itself be made into a text. */
const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function checkMethod(method: unknown, refuse: Refuse): void {
  if (typeof method !== 'string' || method === '') refuse('request.method', 'The method is missing. Give POST.');
  else if (!METHOD.test(method) || !HTTP_METHODS.includes(method.toUpperCase()))
    refuse('request.method', `${JSON.stringify(method.slice(0, 40))} is no method. Give one of ${HTTP_METHODS.join(', ')}.`);
}

function checkUrl(url: unknown, refuse: Refuse): void {
  const problem = urlProblem(url);
  if (problem) refuse('request.url', problem);
}

function urlProblem(url: unknown): string | undefined {
  if (typeof url !== 'string' || url === '') return 'The url is missing. Give an absolute one, such as https://ci.example.org/build.';
  if (url.length > LONGEST_URL) return `The url has ${url.length} characters; ${LONGEST_URL} are the most.`;
  if (/[\p{Cc}\s\\]/u.test(url) || !url.isWellFormed())
    return 'The url holds white space, a backslash or a control character. Percent-encode it.';
  if (/^[a-z][a-z\d+.-]*:\/\/[^/?#]*\$\{/i.test(url))
    return 'The url has a template variable before its path. Where a request goes must not depend on what was published.';
  const plain = url.replaceAll(/\$\{pactbroker\.\w+\}/g, 'x');
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(url) || !URL.canParse(plain))
    return 'The url is not an absolute URL, such as https://ci.example.org/build.';
  const { username, password } = new URL(plain);
  return username || password
    ? 'The url holds a user or a password. Give them as username and password; those are kept secret.'
    : undefined;
}

function readHeaders(headers: unknown, refuse: Refuse): Record<string, string> {
  if (headers === undefined || headers === null) return {};
  if (!isPlainObject(headers)) {
    refuse('request.headers', 'The headers must be an object: a text for each name.');
    return {};
  }
  const entries = Object.entries(headers);
  if (entries.length > MOST_HEADERS) refuse('request.headers', `There are ${entries.length} headers; ${MOST_HEADERS} are the most.`);
  for (const [name, value] of entries) {
    const problem = headerProblem(name, value);
    if (problem) refuse('request.headers', problem);
  }
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), asText(value)]));
}

function headerProblem(name: string, value: unknown): string | undefined {
  if (!HEADER_NAME.test(name)) return `${JSON.stringify(name.slice(0, 100))} cannot be the name of a header.`;
  if (CONNECTION_HEADERS.includes(name.toLowerCase())) return `${name} is set by the connection itself. Leave it out.`;
  if (typeof value !== 'string' && typeof value !== 'number') return `${name} must be a text.`;
  if (String(value).length > LONGEST_SECRET) return `${name} is longer than ${LONGEST_SECRET} characters.`;
  if (/[\p{Cc}]/u.test(String(value)) || !String(value).isWellFormed()) return `${name} holds a line break or another control character.`;
  return undefined;
}

function readText(field: 'username' | 'password', value: unknown, refuse: Refuse): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' && value.length <= LONGEST_SECRET && value.isWellFormed() && !value.includes('\0')) return value;
  refuse(`request.${field}`, `The ${field} must be a text of ${LONGEST_SECRET} characters at the most.`);
  return null;
}
