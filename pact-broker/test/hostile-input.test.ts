import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { base64, pact, publication } from './contracts.ts';
import { databases } from './store.ts';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const unprintable = { toString: 1 };
const PACT = '/pacts/provider/API/consumer/Web/version/1';

describe.each(databases)('bad input on %s', (database) => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database });
    await broker.post('/contracts/publish', publication('Web', '1', ['API'], { branch: 'main' }));
  });
  afterAll(() => broker.stop());

  const publish = (change: object) => broker.post('/contracts/publish', { ...publication('Web', '2', ['API']), ...change });
  const long = 'x'.repeat(256);

  test.each<[string, (b: TestBroker) => ReturnType<TestBroker['get']>, number]>([
    ['a body that is not JSON', (b) => b.post('/contracts/publish', '{nope'), 400],
    ['a body that ends too soon', (b) => b.post('/contracts/publish', '{"pacticipantName":'), 400],
    ['a list as the body', (b) => b.post('/contracts/publish', []), 400],
    ['null as the body', (b) => b.post('/contracts/publish', 'null'), 400],
    ['an empty body', (b) => b.post('/contracts/publish', ''), 400],
    ['nesting 10,000 deep', (b) => b.put(PACT, nested(10_000)), 400],
    ['a pact that is a number', (b) => b.put('/pacts/provider/API/consumer/Web/version/9', '7'), 400],
    ['a pact nested 10,000 deep, in base64', () => publish({ contracts: [contract(`{"a":${nested(10_000)}}`)] }), 400],
    ['a version number of 256 characters', () => publish({ pacticipantVersionNumber: long }), 400],
    ['a branch with a line break', () => publish({ branch: 'a\nb' }), 400],
    ['a branch that is a number', () => publish({ branch: 7 }), 400],
    ['a tag with NUL', () => publish({ tags: ['a\u0000'] }), 400],
    ['a build URL with NUL', () => publish({ buildUrl: 'https://x/\u0000' }), 400],
    ['a lone surrogate in a name', () => publish({ branch: '\ud800' }), 400],
    ['NUL in an address', (b) => b.get('/pacts/provider/API/consumer/a%00b/latest'), 400],
    ['NUL in a query', (b) => b.get('/can-i-deploy?pacticipant=a%00b&version=1&environment=x'), 400],
    ['a query nested too deep', (b) => b.get('/pacticipants?a[b][c][d][e][f]=1'), 400],
    ['a query nested too deep where nothing is', (b) => b.get('/nothing/here?a[b][c][d][e][f]=1'), 404],
    ['a query of 1,001 parameters', (b) => b.delete(`/pacticipants/Web?${'a=1&'.repeat(1001)}`), 400],
    ['a pact of white space', (b) => b.put(PACT, ' '), 400],
    ['broken percent-encoding', (b) => b.get('/pacticipants/%E0%A4%A'), 400],
    [
      'a result number beyond all numbers',
      (b) => b.get(`${PACT.replace('version/1', 'pact-version/abc')}/verification-results/99999999999999999999`),
      400,
    ],
    // An object that refuses to be made into a text.
    ['an environment whose name is an object', (b) => b.post('/environments', { name: unprintable, production: true }), 400],
    ['a consumer that is an object', () => publish({ pacticipantName: unprintable }), 400],
    ['a contract whose consumer is an object', () => publish({ contracts: [{ ...contract('{}'), consumerName: unprintable }] }), 400],
    ['a time that is an object', (b) => b.post('/pacts/provider/API/for-verification', { includeWipPactsSince: unprintable }), 400],
    ['a page beyond all pages', (b) => b.get('/pacticipants?page=1e400'), 400],
    ['an endless page', (b) => b.get('/pacticipants?size=Infinity'), 400],
    ['a result number without an end', (b) => b.get(`${PACT.replace('version/1', 'pact-version/abc')}/verification-results/1e400`), 400],
    ['a negative limit', (b) => b.get('/matrix?q[][pacticipant]=Web&limit=-1'), 400],
    ['an endless limit', (b) => b.get('/matrix?q[][pacticipant]=Web&limit=1e300'), 400],
    ['a provider that is a list', (b) => b.post('/pacts/provider/API/for-verification', { consumerVersionSelectors: { a: 1 } }), 400],
    ['a body of another type', (b) => b.post('/contracts/publish', '<a/>', { 'content-type': 'application/xml' }), 415],
    ['a body of more than 20 MB', (b) => b.put('/pacts/provider/API/consumer/Web/version/3', `"${'x'.repeat(21 * 1024 * 1024)}"`), 413],
  ])('%s is refused with a reason', async (_name, send, status) => {
    const answer = await send(broker);
    expect({ status: answer.status, text: answer.text }).toEqual({ status, text: expect.stringMatching(/"errors?":/) });
  });

  test.each([
    ['of another type', '<a/>', 'application/xml', 'unsupported-media-type', 'has to be JSON'],
    ['too large', `"${'x'.repeat(21 * 1024 * 1024)}"`, 'application/json', 'body-too-large', 'larger than the 20971520 bytes'],
  ])('a body %s is refused by a code of our own, and says what to do', async (_name, text, type, code, detail) => {
    const headers = { 'content-type': type, accept: 'application/problem+json' };
    const { body } = await broker.put('/pacts/provider/API/consumer/Web/version/3', text, headers);
    expect(body).toMatchObject({ type: `urn:concordat:problem:${code}`, detail: expect.stringContaining(detail) });
  });

  const contract = (json: string) => ({
    consumerName: 'Web',
    providerName: 'API',
    specification: 'pact',
    contentType: 'application/json',
    content: base64(json),
  });

  test('none of it left anything behind', async () => {
    const { body } = await broker.get('/pacticipants/Web/versions');
    expect(body._embedded.versions.map(({ number }: { number: string }) => number)).toEqual(['1']);
  });

  test.each(['ünï cödé', 'slash/and space', '100% & more', "it's (fine)!", '日本語', '👍'])('%s is a name like any other', async (name) => {
    const path = `/pacts/provider/API/consumer/${encodeURIComponent(name)}/version/${encodeURIComponent(name)}`;
    expect((await broker.put(path, pact(name, 'API'))).status).toBe(201);
    const { status, body } = await broker.get(path);
    expect({ status, name: body.consumer.name }).toEqual({ status: 200, name });
    expect((await broker.get(body._links['pb:consumer-version'].href)).status).toBe(200);
  });
});
