import { expect, test } from '@jest/globals';
import { unknownVariables } from './unknown-variables.ts';
import { variableNames } from './variables.ts';

const request = (parts: object) => ({
  method: 'POST',
  url: 'https://ci/',
  headers: {},
  body: null,
  username: null,
  password: null,
  ...parts,
});
const variable = (name: string) => `\${pactbroker.${name}}`;

test.each([
  ['pactURL', 'pactUrl'],
  ['pact_url', 'pactUrl'],
  ['pacturi', 'pactUrl'],
  ['consumerVersion', 'consumerVersionTags'],
  ['providerVersionNumbers', 'providerVersionNumber'],
  ['gitLabVerificationStatus', 'gitlabVerificationStatus'],
  ['githubStatus', 'githubVerificationStatus'],
  ['provider-version-number', 'providerVersionNumber'],
  [' pactUrl ', 'pactUrl'],
])('%s was probably meant to be %s', (written, meant) => {
  expect(unknownVariables(request({ body: { text: [`the ${variable(written)}`] } }))).toEqual([
    ['request.body', `There is no template variable ${variable(written)}; did you mean ${variable(meant)}?`],
  ]);
});

test('what resembles none is told with all that there are', () => {
  const [[field, problem] = []] = unknownVariables(request({ url: `https://ci/${variable('secret')}` }));
  expect([field, problem]).toEqual(['request.url', expect.stringContaining('; there are pactUrl, verificationResultUrl, consumerName')]);
});

test('each is told once for each place, wherever it stands', () => {
  const body = { [variable('nameOfMember')]: variable('pactUri'), again: variable('pactUri') };
  const found = unknownVariables(request({ url: `https://ci/?a=${variable('pactUri')}`, headers: { a: variable('PactUrl') }, body }));
  expect(found.map(([field]) => field)).toEqual(['request.url', 'request.headers', 'request.body', 'request.body']);
});

test('every variable that there is may be named, and so may what is for others to fill in', () => {
  const body = [...variableNames.map(variable), '${user.name} ${pactbroker} $pactbroker.foo {pactbroker.foo}'].join(' ');
  expect(unknownVariables(request({ body }))).toEqual([]);
});

test('many and long ones make for short answers', () => {
  const body = Array.from({ length: 1000 }, (_, index) => variable(`${'x'.repeat(200)}${index}`)).join(' ');
  const other = Array.from({ length: 1000 }, (_, index) => variable(`x${index}`)).join(' ');
  expect(unknownVariables(request({ body }))).toHaveLength(1);
  expect(unknownVariables(request({ body: other }))).toHaveLength(10);
});
