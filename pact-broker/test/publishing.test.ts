import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { base64, pact, publication } from './contracts.ts';
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

  describe('what is refused because other content is there', () => {
    const DIFFERENCE = [
      'The pact with API differs in 2 places from what is there:',
      '  interactions[0].description was "a request for /a" and is "a request for /b"',
      '  interactions[0].request.path was "/a" and is "/b"',
    ];
    const waysOut = /Publish changed content under a new version number.+CONCORDAT_ALLOW_PACT_MODIFICATION=true/s;

    test('says what differs, and both ways out', async () => {
      await broker.post('/contracts/publish', publication('Refused', '1', ['API', 'Stock'], { path: '/a' }));
      const { status, headers, body } = await broker.post('/contracts/publish', publication('Refused', '1', ['API'], { path: '/b' }));
      expect([status, headers.get('content-type')]).toEqual([409, 'application/json;charset=utf-8']);
      const sentence = 'The pact between Refused version 1 and API is there already with other content. Nothing was published.';
      expect(body).toEqual({ errors: { contracts: [sentence] }, notices: expect.anything() });
      expect(body.notices.slice(0, 4)).toEqual([{ type: 'error', text: sentence }, ...DIFFERENCE.map((text) => ({ type: 'info', text }))]);
      expect(texts(body.notices)).toMatch(waysOut);
      const put = await broker.put(`${PACT}/Refused/version/1`, pact('Refused', 'API', { path: '/b' }));
      expect([put.status, put.headers.get('content-type')]).toEqual([409, 'application/hal+json;charset=utf-8']);
      expect(put.body.error).toContain(DIFFERENCE.join('\n'));
      expect(put.body.error).toMatch(waysOut);
    });

    test('says it of several contracts', async () => {
      const providers = ['P1', 'P2', 'P3', 'P4', 'P5'];
      await broker.post('/contracts/publish', publication('Several', '1', providers, { path: '/a' }));
      const { body } = await broker.post('/contracts/publish', publication('Several', '1', providers, { path: '/b' }));
      expect(body.errors.contracts).toHaveLength(5);
      expect(body.notices.filter(({ type }: { type: string }) => type === 'error')).toHaveLength(5);
      expect(texts(body.notices).match(/The pact with P\d/g)).toEqual(['P1', 'P2', 'P3'].map((name) => `The pact with ${name}`));
    });

    test('says what merging would add where it may not', async () => {
      await broker.post('/contracts/publish', publication('Merging', '1', ['API'], { path: '/a' }));
      const { status, body } = await broker.post(
        '/contracts/publish',
        publication('Merging', '1', ['API'], { path: '/b', onConflict: 'merge' }),
      );
      expect(status).toBe(409);
      expect(texts(body.notices)).toContain(
        'The pact with API differs in one place from what is there:\n  interaction "a request for /b" is new\n',
      );
    });

    test('says of interactions that cannot be merged which they are and how they differ', async () => {
      const merging = (status: number) => {
        const contract = pact('Mixed', 'API', { path: '/a' });
        const [interaction] = contract.interactions;
        const interactions = [...contract.interactions, { ...interaction, description: 'another', response: { status } }];
        const body = publication('Mixed', '1', ['API'], { onConflict: 'merge' });
        const contracts = body.contracts.map((one) => ({ ...one, content: base64({ ...contract, interactions }) }));
        return { publication: { ...body, contracts }, contract: { ...contract, interactions } };
      };
      const before = merging(200);
      const after = merging(404);
      for (const one of [broker, permissive]) {
        expect((await one.post('/contracts/publish', before.publication)).status).toBe(200);
        for (const { status, body } of [
          await one.post('/contracts/publish', after.publication),
          await one.patch(`${PACT}/Mixed/version/1`, after.contract),
        ]) {
          expect(status).toBe(409);
          expect(texts(body.notices)).toContain('is there already and says otherwise of "another".');
          expect(texts(body.notices)).toContain(
            'The pact with API differs in one place from what is there:\n  interaction "another": response.status was 200 and is 404\n',
          );
          expect(texts(body.notices)).toContain('Merging adds interactions to a pact, and never changes one');
        }
      }
    });

    test('is said of large pacts as far as it can be said at once', async () => {
      const large = (mark: string) => ({
        ...pact('Large', 'API'),
        interactions: Array.from({ length: 12_000 }, (_, n) => ({
          description: `request ${n}`,
          request: { method: 'GET', path: `/things/${n}/${mark}`, headers: { 'X-Padding': 'x'.repeat(200) } },
          response: { status: 200, body: { id: n, [`${mark}${n}`]: 1.0, text: `${mark} of ${n}`.repeat(5) } },
        })),
      });
      await broker.put(`${PACT}/Large/version/1`, large('a'));
      const started = performance.now();
      const refusals = [1, 2, 3, 4].map((n) => broker.put(`${PACT}/Large/version/1`, large(`b${n}`)));
      for (const { status, body } of await Promise.all(refusals)) {
        expect(status).toBe(409);
        expect(body.error).toMatch(/ … and \d+ more\n|The pacts with API are too large to say at once what differs\./);
        expect(body.error).toMatch(waysOut);
        expect(body.error.length).toBeLessThan(10_000);
      }
      expect(performance.now() - started).toBeLessThan(15_000);
      expect((await broker.post('/contracts/publish', publication('Large', '1', ['Stock']))).status).toBe(200);
    });
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
