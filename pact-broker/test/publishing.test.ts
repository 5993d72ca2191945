import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { pact, publication } from './contracts.ts';
import { databases } from './store.ts';

const PACT = '/pacts/provider/API/consumer';

describe.each(databases)('publishing on %s', (database) => {
  let broker: TestBroker;
  let permissive: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database });
    permissive = await startBroker({ database, rules: { allowPactModification: true } });
  });
  afterAll(async () => {
    await broker.stop();
    await permissive.stop();
  });
  const texts = (notices: { text: string }[]) => notices.map(({ text }) => text).join('\n');
  const descriptions = async (b: TestBroker, consumer: string, version: string) =>
    (await b.get(`${PACT}/${consumer}/version/${version}`)).body.interactions.map((i: { description: string }) => i.description);

  test('the same again is welcome, other content under the same version is refused, and nothing of it stays', async () => {
    expect((await broker.post('/contracts/publish', publication('Web', '1', ['API', 'Stock']))).status).toBe(200);
    expect((await broker.post('/contracts/publish', publication('Web', '1', ['API', 'Stock']))).status).toBe(200);
    const { status, body } = await broker.post('/contracts/publish', publication('Web', '1', ['New', 'API'], { path: '/other' }));
    expect(status).toBe(409);
    expect(texts(body.notices)).toContain('between Web version 1 and API is there already with other content');
    expect((await broker.get('/pacticipants/New')).status).toBe(404);
  });

  test('says what is new on the branch', async () => {
    const first = await broker.post('/contracts/publish', publication('Shop', '1', ['API'], { branch: 'main' }));
    expect(texts(first.body.notices)).toContain('main is now the main branch of Shop');
    expect(texts(first.body.notices)).toContain('content is new');
    const second = await broker.post('/contracts/publish', publication('Shop', '2', ['API'], { branch: 'main' }));
    expect(texts(second.body.notices)).toContain('content is the same as before');
    const third = await broker.post('/contracts/publish', publication('Shop', '3', ['API'], { branch: 'main', path: '/changed' }));
    expect(texts(third.body.notices)).toContain('content is new');
  });

  test('order of keys does not make another pact', async () => {
    const { consumer, provider, interactions, metadata } = pact('Keys', 'API');
    await broker.put(`${PACT}/Keys/version/1`, { consumer, provider, interactions, metadata });
    const again = await broker.put(`${PACT}/Keys/version/1`, { metadata, interactions, provider, consumer });
    expect(again.status).toBe(200);
  });

  test('numbers come back as they were written', async () => {
    const json = JSON.stringify(pact('Numbers', 'API')).replace('"id":1', '"id":12345678901234567890,"price":1.0,"tiny":1e-7');
    expect((await broker.put(`${PACT}/Numbers/version/1`, json)).status).toBe(201);
    expect((await broker.get(`${PACT}/Numbers/version/1`)).text).toContain('"id":12345678901234567890,"price":1.0,"tiny":1e-7');
  });

  test('every specification from 1.1 to 4 is kept', async () => {
    for (const specification of ['1.1.0', '2.0.0', '3.0.0', '4.0']) {
      expect((await broker.put(`${PACT}/Spec/version/${specification}`, pact('Spec', 'API', { specification }))).status).toBe(201);
    }
    const shas = await Promise.all(
      ['1.1.0', '2.0.0', '3.0.0', '4.0'].map(
        async (v) => (await broker.get(`${PACT}/Spec/version/${v}`)).body._links['pb:pact-version'].name,
      ),
    );
    expect(new Set(shas).size).toBe(4);
  });

  test('merging adds interactions where the operator allows changes', async () => {
    await permissive.post('/contracts/publish', publication('Web', '1', ['API'], { path: '/a' }));
    const merged = await permissive.post('/contracts/publish', publication('Web', '1', ['API'], { path: '/b', onConflict: 'merge' }));
    expect(merged.status).toBe(200);
    expect(await descriptions(permissive, 'Web', '1')).toEqual(['a request for /a', 'a request for /b']);
  });

  test('merging refuses an interaction that both describe differently, even where changes are allowed', async () => {
    const other = pact('Web', 'API', { path: '/a' });
    const [interaction] = other.interactions;
    const changed = { ...other, interactions: [{ ...interaction, response: { status: 404 } }] };
    const { status, text } = await permissive.patch(`${PACT}/Web/version/1`, changed);
    expect(status).toBe(409);
    expect(text).toContain('a request for /a');
  });

  test('overwriting replaces where the operator allows changes', async () => {
    await permissive.post('/contracts/publish', publication('Phone', '1', ['API'], { path: '/a' }));
    expect((await permissive.post('/contracts/publish', publication('Phone', '1', ['API'], { path: '/b' }))).status).toBe(200);
    expect(await descriptions(permissive, 'Phone', '1')).toEqual(['a request for /b']);
  });

  test('a name almost like another is refused, with the way out', async () => {
    await broker.post('/contracts/publish', publication('Order Web', '1', ['API']));
    const { status, text } = await broker.post('/contracts/publish', publication('order-web', '1', ['API']));
    expect(status).toBe(409);
    expect(text).toContain('Order Web');
    expect((await broker.post('/pacticipants', { name: 'order-web' })).status).toBe(201);
    expect((await broker.post('/contracts/publish', publication('order-web', '1', ['API']))).status).toBe(200);
  });

  test('a pact is found in each way that clients know', async () => {
    await broker.post('/contracts/publish', publication('Finder', '1', ['API'], { branch: 'main', tags: ['prod'], path: '/1' }));
    await broker.post('/contracts/publish', publication('Finder', '2', ['API'], { branch: 'feat/x', path: '/2' }));
    const sha = (await broker.get(`${PACT}/Finder/version/1`)).body._links['pb:pact-version'].name;
    const found = async (path: string) => (await broker.get(`${PACT}/Finder/${path}`)).body._links['pb:consumer-version'].name;
    expect(await found('latest')).toBe('2');
    expect(await found('latest/prod')).toBe('1');
    expect(await found('latest-untagged')).toBe('2');
    expect(await found('branch/main/latest')).toBe('1');
    expect(await found('branch/feat%2Fx/latest')).toBe('2');
    expect(await found(`pact-version/${sha}`)).toBe('1');
    for (const path of ['latest/nope', 'branch/nope/latest', 'version/9', 'pact-version/abc']) {
      expect((await broker.get(`${PACT}/Finder/${path}`)).status).toBe(404);
    }
  });
});
