import { beforeEach, describe, expect, test } from '@jest/globals';
import { databases } from './store.ts';
import { events, PACT, webhookScene } from './webhook-scene.ts';

describe.each(databases)('expected verifications on %s', (database) => {
  const scene = webhookScene(database);
  const { publish, create, verify, triggered } = scene;

  describe('a contract that requires verification', () => {
    const required = () =>
      create(events('contract_requiring_verification_published'), {
        body: {
          v: '${pactbroker.providerVersionNumber}',
          why: '${pactbroker.providerVersionDescriptions}',
          branch: '${pactbroker.providerVersionBranch}',
        },
      });
    const expected = async (query = '') => (await scene.broker.get(`/expected-verifications${query}`)).body._embedded.expectedVerifications;

    beforeEach(async () => {
      await publish('1', { path: '/a' });
      const { uuid } = (await scene.broker.post('/environments', { name: 'prod', production: true })).body;
      await scene.broker.put('/pacticipants/API/branches/main/versions/10', {});
      await scene.broker.post(`/pacticipants/API/versions/10/deployed-versions/environment/${uuid}`, {});
      await scene.broker.put('/pacticipants/API/branches/main/versions/11', {});
      await scene.broker.post(`/pacticipants/API/versions/10/released-versions/environment/${uuid}`, {});
      await scene.broker.put('/pacticipants/API/branches/feat/versions/12', {});
      await required();
    });

    test('is told once for each provider version in use without a result', async () => {
      await publish('2', { path: '/b' });
      const seen = (await scene.receiver.until(2)).map(({ body }) => JSON.parse(body)).sort((a, b) => (a.v < b.v ? -1 : 1));
      expect(seen).toEqual([
        { v: '10', why: 'released in prod, deployed in prod', branch: 'main' },
        { v: '11', why: 'latest from main branch main', branch: 'main' },
      ]);
      await verify('2', '10');
      await publish('3', { path: '/b' });
      await scene.receiver.until(3);
      expect(await triggered(`${PACT}/version/3/triggered-webhooks`)).toHaveLength(1);
    });

    test('is expected until its result comes, and can be dispatched again', async () => {
      await publish('2', { path: '/b' });
      await scene.receiver.until(2);
      const [ten, eleven] = await expected();
      expect(ten).toMatchObject({
        consumer: { name: 'Web', version: { number: '2' } },
        provider: { name: 'API', version: { number: '10' } },
        expectedSince: expect.any(String),
        dispatches: 1,
      });
      expect(await expected('?provider=Other')).toEqual([]);
      expect(await expected('?provider=API&consumer=Web&page=2&size=1')).toEqual([eleven]);
      expect((await scene.broker.post(ten._links['pb:dispatch'].href, {})).status).toBe(201);
      await scene.receiver.until(3);
      expect((await expected())[0]).toMatchObject({ uuid: ten.uuid, dispatches: 2, expectedSince: ten.expectedSince });
      await verify('2', '10');
      expect((await expected()).map(({ uuid }: { uuid: string }) => uuid)).toEqual([eleven.uuid]);
      expect((await scene.broker.get(ten._links.self.href)).status).toBe(404);
      expect((await scene.broker.post(ten._links['pb:dispatch'].href, {})).status).toBe(404);
    });

    test('is not expected any more of a version that is replaced', async () => {
      await publish('2', { path: '/b' });
      await scene.broker.put('/pacticipants/API/branches/main/versions/13', {});
      expect((await expected()).map(({ provider }: { provider: { version: { number: string } } }) => provider.version.number)).toEqual([
        '10',
      ]);
    });
  });
});
