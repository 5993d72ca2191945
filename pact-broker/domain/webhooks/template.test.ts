import { describe, expect, test } from '@jest/globals';
import { renderRequest } from './render-request.ts';
import { inHeader, renderJson, renderText, renderUrl } from './template.ts';

const variables = {
  providerName: 'Order API',
  branch: 'feat/a&b',
  quoted: 'say "no"\n',
  empty: '',
  unicode: 'über 漢',
  markup: `<a b="c">'&'\u0001</a>`,
  'pacticipant.name': 'x',
};

test.each([
  ['https://x.org/a?p=${pactbroker.providerName}', 'https://x.org/a?p=Order+API'],
  ['https://x.org/${pactbroker.providerName}/b', 'https://x.org/Order%20API/b'],
  [
    'https://x.org/${pactbroker.branch}?b=${pactbroker.branch}#${pactbroker.branch}',
    'https://x.org/feat%2Fa%26b?b=feat%2Fa%26b#feat%2Fa%26b',
  ],
  ['https://x.org/?e=${pactbroker.empty}', 'https://x.org/?e='],
  ['https://x.org/?u=${pactbroker.unknown}', 'https://x.org/?u=${pactbroker.unknown}'],
  ['https://x.org/?u=${pactbroker.constructor}', 'https://x.org/?u=${pactbroker.constructor}'],
])('the URL %s becomes %s', (url, rendered) => expect(renderUrl(url, variables)).toBe(rendered));

test('a JSON body has values in texts and names, however deep, and stays JSON', () => {
  const body = { a: ['${pactbroker.quoted}', 1, null, true], '${pactbroker.providerName}': { b: 'x ${pactbroker.branch} y' } };
  expect(JSON.parse(JSON.stringify(renderJson(body, variables)))).toEqual({
    a: ['say "no"\n', 1, null, true],
    'Order API': { b: 'x feat/a&b y' },
  });
});

test('a value is not looked through for variables again', () =>
  expect(renderText('${pactbroker.a}', { a: '${pactbroker.b}', b: 'secret' }, (value) => value)).toBe('${pactbroker.b}'));

test.each([
  ['say "no"\r\nX-Evil: 1', 'say "no"  X-Evil: 1'],
  ['über', 'über'],
  ['漢', '%E6%BC%A2'],
])('the header value %j becomes %j', (value, rendered) => expect(inHeader(value)).toBe(rendered));

describe('a request', () => {
  const request = { method: 'POST', url: 'https://x.org/', headers: {}, body: null, username: null, password: null };
  const render = (changes: object) => renderRequest({ ...request, ...changes }, variables, 'test');

  test.each([
    ['json', { 'content-type': 'application/vnd.x+json' }, '{"a":"${pactbroker.quoted}"}', '{"a":"say \\"no\\"\\n"}'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'b=${pactbroker.branch}&c=1', 'b=feat%2Fa%26b&c=1'],
    ...['text/xml', 'application/xml; charset=utf-8', 'application/soap+xml', 'Application/XML'].map(
      (type): [string, object, string, string] => [
        `XML (${type})`,
        { 'content-type': type },
        '<p name="${pactbroker.markup}">${pactbroker.branch} &amp;</p>',
        '<p name="&lt;a b=&quot;c&quot;&gt;&apos;&amp;&apos;\ufffd&lt;/a&gt;">feat/a&amp;b &amp;</p>',
      ],
    ),
    ['text', {}, 'b=${pactbroker.branch}', 'b=feat/a&b'],
  ])('whose body is %s as text keeps that format', (_format, headers, body, sent) => expect(render({ headers, body }).body).toBe(sent));

  test.each([
    [{ a: '${pactbroker.branch}', '${pactbroker.providerName}': 'x y' }, 'a=feat%2Fa%26b&Order+API=x+y'],
    [
      { n: 1, t: true, none: null, list: ['a', 'b'], within: { q: '${pactbroker.quoted}' } },
      'n=1&t=true&none=&list=a&list=b&within=%7B%22q%22%3A%22say+%5C%22no%5C%22%5Cn%22%7D',
    ],
    [{ secret: '\ud800' }, 'secret=%EF%BF%BD'],
    [['a', 1], '["a",1]'],
  ])('whose content type is that of a form has the members of %j as fields', (body, sent) =>
    expect(render({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body }).body).toBe(sent),
  );

  test('whose body is JSON stays JSON, whatever is put in', () => {
    const { body } = render({ headers: { 'content-type': 'application/json' }, body: { '${pactbroker.markup}': '${pactbroker.quoted}' } });
    expect(JSON.parse(body as string)).toEqual({ [variables.markup]: variables.quoted });
  });

  test('has headers of its own beside those given', () =>
    expect(render({ headers: { 'x-p': '${pactbroker.providerName}' }, body: {} })).toMatchObject({
      headers: { accept: '*/*', 'user-agent': 'test', 'content-type': 'application/json', 'x-p': 'Order API' },
      body: '{}',
    }));

  test('authenticates with user name and password', () =>
    expect(render({ username: 'ci', password: 'hunter2' }).headers.authorization).toBe(`Basic ${btoa('ci:hunter2')}`));

  test('without a body has neither body nor content type', () => {
    expect(render({}).body).toBeUndefined();
    expect(render({}).headers).not.toHaveProperty('content-type');
  });
});
