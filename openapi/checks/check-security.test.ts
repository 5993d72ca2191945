import { expect, test } from '@jest/globals';
import { diffDocuments } from '../index.ts';
import { documentOf } from '../test/places.ts';

const key = (name: string) => ({ type: 'apiKey', in: 'header', name });
const bearer = { type: 'http', scheme: 'bearer' };
const oauth = (...scopes: string[]) => ({
  type: 'oauth2',
  flows: { implicit: { authorizationUrl: 'https://a.example.org', scopes: Object.fromEntries(scopes.map((scope) => [scope, ''])) } },
});
const schemes = { k: key('X-K'), b: bearer, o: oauth('read', 'write') };

interface Side {
  readonly schemes?: object;
  readonly all?: object[];
  readonly own?: object[];
}

const documentWith = ({ schemes: securitySchemes = schemes, all, own }: Side) =>
  documentOf(own ? { security: own } : {}, { components: { securitySchemes }, ...(all ? { security: all } : {}) });

const LOCKED = 'callers with k are locked out';

test.each<[what: string, base: Side, revision: Side, told: string[]]>([
  [
    'the scheme itself takes something else',
    { own: [{ k: [] }] },
    { own: [{ k: [] }], schemes: { ...schemes, k: bearer } },
    ['the security scheme k changed from apiKey to http', `${LOCKED}: k is now HTTP bearer and no longer the API key in the header X-K`],
  ],
  [
    'another key',
    { own: [{ k: [] }] },
    { own: [{ k: [] }], schemes: { ...schemes, k: key('X-Other') } },
    [
      'the security scheme k takes the API key in the header X-Other and no longer the API key in the header X-K',
      `${LOCKED}: k is now the API key in the header X-Other and no longer the API key in the header X-K`,
    ],
  ],
  [
    'the same key under another name',
    { own: [{ k: [] }] },
    { own: [{ l: [] }], schemes: { l: key('x-k') } },
    ['the requirement k was removed', 'the requirement l was added'],
  ],
  [
    'another scheme is asked for',
    { own: [{ k: [] }] },
    { own: [{ b: [] }] },
    [`${LOCKED}: now only callers with b are let in`, 'the requirement k was removed', 'the requirement b was added'],
  ],
  [
    'two schemes at once',
    { own: [{ k: [] }] },
    { own: [{ k: [], b: [] }] },
    [`${LOCKED}: now only callers with k and b are let in`, 'the requirement k was removed', 'the requirement b and k was added'],
  ],
  [
    'one of two schemes is enough',
    { own: [{ k: [], b: [] }] },
    { own: [{ k: [] }] },
    ['the requirement b and k was removed', 'the requirement k was added'],
  ],
  [
    'what a scheme is was not said',
    { own: [{ k: [] }], schemes: {} },
    { own: [{ k: [] }] },
    ['callers with k may be locked out: k is only now defined, as the API key in the header X-K'],
  ],
  ['nobody needs credentials', { own: [{ k: [] }] }, { own: [] }, ['the requirement k was removed']],
  ['credentials may be left out', { own: [{ k: [] }] }, { own: [{ k: [] }, {}] }, ['callers without credentials are let in']],
  [
    'credentials are needed',
    { own: [{}] },
    { own: [{ k: [] }] },
    ['callers without credentials are locked out: now only callers with k are let in', 'the requirement k was added'],
  ],
  [
    'a further scope',
    { own: [{ o: ['read'] }] },
    { own: [{ o: ['read', 'write'] }] },
    ['callers with o (read) are locked out: now only callers with o (read, write) are let in', 'o now asks for the scope write'],
  ],
  ['one scope of two', { own: [{ o: ['read'] }, { o: ['write'] }] }, { own: [{ o: ['write'] }, { o: ['read'] }] }, []],
  [
    'what no operation inherits locks nobody out',
    { all: [{ k: [] }], own: [] },
    { all: [{ b: [] }], own: [] },
    ['the requirement k was removed', 'the requirement b was added'],
  ],
  ['what the operation inherited it now says', { all: [{ k: [] }] }, { all: [{ k: [] }], own: [{ k: [] }] }, []],
  [
    'a scope that is asked for is no longer offered',
    { own: [{ o: ['write'] }] },
    { own: [{ o: ['write'] }], schemes: { ...schemes, o: oauth('read') } },
    ['the security scheme o no longer offers the scope write in its flow implicit'],
  ],
])('security: %s', (_what, base, revision, told) => {
  const { changes } = diffDocuments(documentWith(base), documentWith(revision));
  const messages = changes
    .filter(({ id, subject }) => id.startsWith('api-security') || id.startsWith('api-global') || subject === 'k')
    .map(({ message }) => message);
  expect(messages.filter((message) => !/scheme [kl] was (added|removed)|scheme [bo] was/.test(message))).toEqual(told);
});

test('Swagger 2.0 and OpenAPI 3 have other names for the same schemes', () => {
  const swagger = {
    swagger: '2.0',
    openapi: undefined,
    securityDefinitions: {
      basic: { type: 'basic' },
      o: { type: 'oauth2', flow: 'application', tokenUrl: 'https://a.example.org', scopes: { read: 'Read' } },
    },
    security: [{ basic: [] }, { o: ['read'] }],
  };
  const three = {
    components: {
      securitySchemes: {
        basic: { type: 'http', scheme: 'Basic' },
        o: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://a.example.org', scopes: { read: 'Read' } } } },
      },
    },
    security: [{ basic: [] }, { o: ['read'] }],
  };
  expect(diffDocuments(documentOf({}, swagger), documentOf({}, three)).changes).toEqual([]);
});

const at = (tokenUrl: string, own: object[], more: object = {}) =>
  documentOf(
    { security: own },
    {
      components: { securitySchemes: { b: bearer, o: { type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes: {} } } } } },
      ...more,
    },
  );

test('where tokens come from matters where a token is asked for', () => {
  const verdict = (own: object[]) => diffDocuments(at('https://a.example.org', own), at('https://b.example.org', own)).verdict;
  expect([verdict([{ o: [] }]), verdict([{ b: [] }])]).toEqual(['unknown', 'compatible']);
});

test('from 3.2 on a scheme may be named by where it is', () => {
  const verdict = (openapi: string) => {
    const named = at('https://a.example.org', [{ b: [] }], { openapi });
    return diffDocuments(named, at('https://a.example.org', [{ '#/components/securitySchemes/b': [] }], { openapi })).verdict;
  };
  expect([verdict('3.2.0'), verdict('3.1.0')]).toEqual(['compatible', 'breaking']);
});
