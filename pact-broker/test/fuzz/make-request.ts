import type { Route } from '../documented.ts';
import type { Chance } from './chance.ts';
import { hostileBodies, hostileText } from './hostile-values.ts';
import { mutateJson } from './mutate-json.ts';
import type { RawRequest } from './raw-http.ts';
import type { World } from './world.ts';

/** A request in its parts, before it is written out. */
interface Draft {
  method: string;
  path: string;
  query: [name: string, value: string][];
  headers: [name: string, value: string][];
  json: unknown;
  /** Instead of `json`. */
  bytes?: Buffer;
  contentLength?: string | null;
  broken?: true;
  rawTarget?: string;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'get', 'NONSENSE'];

/** A request as the document says it should be, about things that are or may be there. */
export function rightRequest({ method, path, operation }: Route, world: World, chance: Chance): Draft {
  const { parameters = [], requestBody, responses } = operation;
  const inPath = parameters.filter((one) => one.in === 'path').map(({ name, example }) => [name, String(example)] as const);
  const anyName = world.exchange(chance);
  const address = world.address(path, Object.fromEntries(inPath.map(([name, example]) => [name, String(anyName(example))])), chance);
  // A body speaks of what its address names.
  const named = inPath.map(([name, example]) => [
    example,
    decodeURIComponent(address.split('/')[path.split('/').indexOf(`{${name}}`)] as string),
  ]);
  const exchange = world.exchange(chance, Object.fromEntries(named));
  const share = chance.pick([0, 20, 60]);
  const query = parameters
    .filter((one) => one.in === 'query' && (one.required || chance.in100(share)))
    .flatMap(({ name, example }) => [example].flat().map((value): [string, string] => [name, String(exchange(String(value)))]));
  const [contentType, media] = chance.pick(Object.entries(requestBody?.content ?? { '': undefined }));
  const produced = Object.keys(Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].content ?? {});
  const accept = chance.pick([...produced, '*/*', '*/*, application/problem+json']);
  return {
    method,
    path: address,
    query,
    headers: [['Accept', accept], ...(media ? [['Content-Type', contentType] as [string, string]] : [])],
    json: media && exchange(media.example ?? {}),
  };
}

type Mutation = (draft: Draft, chance: Chance, world: World) => void;

const HEADERS: [string, string][] = [
  ['Accept', 'image/png'],
  ['Accept', ';q='],
  ['Accept', 'application/json;q=0'],
  ['Accept', `${'application/x, '.repeat(500)}*/*`],
  ['Accept', 'text/html'],
  ['Accept', 'application/vnd.pactbrokerextended.v1+json'],
  ['Content-Type', 'text/plain'],
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['Content-Type', 'application/json; charset=utf-16'],
  ['Content-Type', 'application/'],
  ['Content-Type', 'multipart/form-data; boundary=x'],
  ['Content-Encoding', 'gzip'],
  ['X-Request-Id', 'x'.repeat(4000)],
  ['X-Request-Id', '"\u00ff<script>'],
  ['X-Forwarded-Host', 'evil.example.org/"<script>'],
  ['X-Forwarded-Proto', 'javascript'],
  ['If-None-Match', '*'],
  ['If-None-Match', '"'.repeat(300)],
  ['Range', 'bytes=5-1'],
  ['Expect', '100-continue'],
  ['Expect', 'nonsense'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['X-Long', 'x'.repeat(20_000)],
];

const QUERIES: [string, string][] = [
  ['page', '-1'],
  ['size', '0'],
  ['size', '1e400'],
  ['pageSize', '-5'],
  ['pageNumber', '99999999999999999999'],
  ['page', '1.5'],
  ['q', '%'],
  ['q', '_\\'],
  ['q[]', 'x'],
  ['q[][pacticipant]', ''],
  ['q[][pacticipant][x]', 'y'],
  ['a[b][c][d][e][f]', '1'],
  ['__proto__[x]', '1'],
  ['environment[x]', '1'],
  ['latestby[]', 'cvp'],
  ['success[][x]', '1'],
  ['ignore[]', 'x'],
  ['limit', '-1'],
  ['status', 'nonsense'],
  ['exclude[]', 'main'],
];

const TARGETS = [
  '*',
  '/',
  '//',
  '/../..',
  '/%2e%2e/',
  '/./',
  '?',
  '#',
  'http://elsewhere.example.org/',
  '/a b',
  `/${'x/'.repeat(3000)}`,
  '/\u00ff',
  '/\t',
];

/** One thing wrong. Each leaves as much right as it can, so that the rest is reached. */
const mutations: [weight: number, Mutation][] = [
  [
    8,
    (draft, chance, world) => {
      if (draft.json !== undefined) draft.json = mutateJson(draft.json, chance, world.isFixed);
    },
  ],
  [
    4,
    (draft, chance) => {
      const parts = draft.path.split('/');
      const text = hostileText(chance);
      parts[1 + chance.below(parts.length - 1)] = chance.in100(70) ? encoded(text) : text.replaceAll(/[\s\0]/g, '');
      draft.path = parts.join('/');
    },
  ],
  [
    4,
    (draft, chance) => {
      const [name] = draft.query[chance.below(draft.query.length)] ?? chance.pick(QUERIES);
      draft.query.push(chance.in100(50) ? chance.pick(QUERIES) : [name, hostileText(chance)]);
    },
  ],
  [1, (draft, chance) => draft.query.push(...draft.query, ...Array.from({ length: chance.pick([1, 1100]) }, () => chance.pick(QUERIES)))],
  [2, (draft, chance) => draft.headers.push(chance.pick(HEADERS))],
  [
    2,
    (draft, chance) => {
      const [name, value] = chance.pick(HEADERS);
      draft.headers = [...draft.headers.filter(([other]) => other !== name), [name, value]];
    },
  ],
  [
    1,
    (draft) => {
      draft.headers = [];
    },
  ],
  [
    3,
    (draft, chance) => {
      draft.bytes = chance.pick(hostileBodies);
      if (!draft.headers.some(([name]) => name === 'Content-Type') && chance.in100(70))
        draft.headers.push(['Content-Type', 'application/json']);
    },
  ],
  [
    2,
    (draft, chance) => {
      const whole = Buffer.from(JSON.stringify(draft.json ?? {}));
      draft.bytes = whole.subarray(0, chance.below(whole.length));
    },
  ],
  [
    2,
    (draft, chance) => {
      draft.method = chance.pick(METHODS);
    },
  ],
  [
    1,
    (draft, chance) => {
      draft.contentLength = chance.pick(['-1', '1', '99999999999999999999', 'x', '0', null]);
      draft.broken = true;
    },
  ],
  [
    1,
    (draft, chance) => {
      draft.contentLength = String(Buffer.byteLength(JSON.stringify(draft.json ?? '')) + 1 + chance.below(5));
      draft.broken = true;
    },
  ],
  [
    1,
    (draft, chance) => {
      // What follows is no chunk, or there is none.
      draft.headers.push(['Transfer-Encoding', chance.pick(['chunked', 'gzip, chunked', 'x'])]);
      draft.broken = true;
    },
  ],
  [
    1,
    (draft, chance) => {
      draft.rawTarget = chance.pick(TARGETS);
    },
  ],
];
const weighted = mutations.flatMap(([weight, mutation]) => Array.from({ length: weight }, () => mutation));

export function mutate(draft: Draft, count: number, chance: Chance, world: World): Draft {
  for (let n = 0; n < count; n++) chance.pick(weighted)(draft, chance, world);
  return draft;
}

/** Percent-encoded; lone surrogates as the bytes that some libraries write for them. */
const encoded = (text: string) => (text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80');

export function written({ method, path, query, headers, json, bytes, contentLength, broken, rawTarget }: Draft): RawRequest {
  const asText = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  const body = bytes ?? (json === undefined ? undefined : Buffer.from(JSON.stringify(json) ?? ''));
  return {
    method,
    target: rawTarget ?? `${path}${asText === '' ? '' : `?${asText}`}`,
    headers,
    body,
    ...(contentLength === undefined ? {} : { contentLength }),
    ...(broken ? { broken } : {}),
  };
}
