import { describe, expect, test } from '@jest/globals';
import { encodeMetadata } from '../domain/pacts/selection-metadata.ts';
import { publication } from './contracts.ts';
import { eventually } from './receiver.ts';
import { databases } from './store.ts';
import { events, PACT, webhookScene } from './webhook-scene.ts';

describe.each(databases)('the events of webhooks on %s', (database) => {
  const scene = webhookScene(database);
  const { publish, create, verify, triggered } = scene;

  test('scope decides who is told: by name, by label, or all', async () => {
    await publish('1');
    await scene.broker.put('/pacticipants/Web/labels/team-a', {});
    const told = { url: (name: string) => ({ url: `${scene.receiver.url}/${name}` }) };
    await create({ consumer: { name: 'Web' } }, told.url('by-consumer'));
    await create({ provider: { name: 'API' } }, told.url('by-provider'));
    await create({ consumer: { label: 'team-a' } }, told.url('by-label'));
    await create({ consumer: { label: 'team-b' } }, told.url('other-label'));
    await create({ provider: { label: 'team-a' } }, told.url('wrong-side'));
    await create({ consumer: { name: 'API' } }, told.url('wrong-consumer'));
    await create({ enabled: false }, told.url('disabled'));
    await create({}, told.url('all'));
    await publish('2');
    await scene.receiver.until(4);
    expect(scene.receiver.received.map(({ path }) => path).sort()).toEqual(['/all', '/by-consumer', '/by-label', '/by-provider']);
    const names = (await triggered(`${PACT}/version/2/triggered-webhooks`)).length;
    expect(names).toBe(4);
  });

  test('events of a publication: published each time, changed where the branch gets other content', async () => {
    await create(events('contract_published', 'contract_content_changed'), {
      body: { e: '${pactbroker.eventName}', v: '${pactbroker.consumerVersionNumber}' },
    });
    await publish('1', { path: '/a' });
    await publish('2', { path: '/a' });
    await publish('3', { path: '/b' });
    await publish('4', { branch: 'feat', path: '/b' });
    await publish('4', { branch: 'feat', path: '/b' });
    const seen = (await scene.receiver.until(8)).map(({ body }) => JSON.parse(body)).map(({ e, v }) => `${v} ${e}`);
    expect(seen.sort()).toEqual([
      '1 contract_content_changed',
      '1 contract_published',
      '2 contract_published',
      '3 contract_content_changed',
      '3 contract_published',
      '4 contract_content_changed',
      '4 contract_published',
      '4 contract_published',
    ]);
  });

  test('a version without branch or tag is held against the newest content', async () => {
    await create(events('contract_content_changed'), { body: '${pactbroker.consumerVersionNumber}' });
    const plain = (version: string, path: string) =>
      scene.broker.post('/contracts/publish', publication('Web', version, ['API'], { path }));
    await plain('1', '/a');
    await plain('2', '/a');
    await plain('3', '/b');
    expect((await scene.receiver.until(2)).map(({ body }) => body).sort()).toEqual(['1', '3']);
  });

  test('a result is told with what the reference tells of it', async () => {
    const variable = (...names: string[]) => Object.fromEntries(names.map((name) => [name, `\${pactbroker.${name}}`]));
    const all = variable(
      'eventName',
      'pactUrl',
      'verificationResultUrl',
      'consumerVersionNumber',
      'consumerVersionBranch',
      'consumerVersionTags',
      'consumerLabels',
      'providerVersionNumber',
      'providerVersionBranch',
      'providerVersionTags',
      'buildUrl',
      'githubVerificationStatus',
      'currentlyDeployedProviderVersionNumber',
    );
    await publish('1', { tags: ['dev'] });
    await scene.broker.put('/pacticipants/Web/labels/team-a', {});
    await scene.broker.put('/pacticipants/API/branches/main/versions/7', {});
    await scene.broker.put('/pacticipants/API/versions/7/tags/prod', {});
    const { uuid } = (await scene.broker.post('/environments', { name: 'test', production: false })).body;
    await scene.broker.post(`/pacticipants/API/versions/7/deployed-versions/environment/${uuid}`, {});
    await create(events('provider_verification_published', 'provider_verification_succeeded', 'provider_verification_failed'), {
      body: all,
    });
    const result = await verify('1', '7', false);
    const [first] = (await scene.receiver.until(2))
      .map(({ body }) => JSON.parse(body))
      .sort((a, b) => (a.eventName < b.eventName ? -1 : 1));
    expect(first).toEqual({
      eventName: 'provider_verification_failed',
      pactUrl: expect.stringMatching(new RegExp(`^${scene.broker.url}${PACT}/pact-version/[0-9a-f]{40,64}/metadata/.+$`)),
      verificationResultUrl: result.headers.get('location'),
      consumerVersionNumber: '1',
      consumerVersionBranch: 'main',
      consumerVersionTags: 'dev',
      consumerLabels: 'team-a',
      providerVersionNumber: '7',
      providerVersionBranch: 'main',
      providerVersionTags: 'prod',
      buildUrl: 'http://ci/7',
      githubVerificationStatus: 'failure',
      currentlyDeployedProviderVersionNumber: '7',
    });
    expect((await scene.broker.get(first.pactUrl)).status).toBe(200);
    const path = new URL(first.verificationResultUrl).pathname;
    expect((await triggered(`${path}/triggered-webhooks`)).map(({ eventName }: { eventName: string }) => eventName)).toEqual([
      'provider_verification_failed',
      'provider_verification_published',
    ]);
    await verify('1', '8', true);
    expect((await scene.receiver.until(4)).some(({ body }) => JSON.parse(body).eventName === 'provider_verification_succeeded')).toBe(true);
  });

  describe('a result made for several consumer versions', () => {
    const told = (...fields: string[]) => ({ body: fields.map((name) => `\${pactbroker.${name}}`).join(' ') });
    /** The address of the pact of these consumer versions, as the verifier is handed it. */
    const handedOut = async (...versions: string[]) => {
      const { body } = await scene.broker.get(`${PACT}/version/${versions[0]}`);
      return `${new URL(body._links['pb:pact-version'].href).pathname}/metadata/${encodeMetadata({ consumerVersions: versions })}`;
    };
    const publishResult = (address: string, success = true) =>
      scene.broker.post(`${address}/verification-results`, { success, providerApplicationVersion: '7' });
    const bodies = async (count: number) => (await scene.receiver.until(count)).map(({ body }) => body).sort();

    test('is told once for each, with what is known of each', async () => {
      await create(events('provider_verification_published', 'provider_verification_succeeded', 'provider_verification_failed'), {
        ...told('consumerVersionNumber', 'consumerVersionBranch', 'eventName', 'providerVersionNumber', 'githubVerificationStatus'),
      });
      await publish('1');
      await publish('2', { branch: 'feat/x' });
      await publish('3');
      const selected = await scene.broker.post('/pacts/provider/API/for-verification', {
        consumerVersionSelectors: [{ branch: 'main' }, { branch: 'feat/x' }],
      });
      const [pact] = selected.body._embedded.pacts;
      const { body } = await scene.broker.get(pact._links.self.href);
      const link = body._links['pb:publish-verification-results'].href;
      const result = await scene.broker.post(link, { success: false, providerApplicationVersion: '7' });
      expect(await bodies(4)).toEqual([
        '2 feat/x provider_verification_failed 7 failure',
        '2 feat/x provider_verification_published 7 failure',
        '3 main provider_verification_failed 7 failure',
        '3 main provider_verification_published 7 failure',
      ]);
      const path = new URL(result.headers.get('location') as string).pathname;
      expect(await triggered(`${path}/triggered-webhooks`)).toHaveLength(4);
    });

    test('is told for those that are there, and each once', async () => {
      await create(events('provider_verification_published'), told('consumerVersionNumber'));
      for (const version of ['1', '2', '3']) await publish(version);
      await publish('4', { path: '/other' });
      const address = await handedOut('1', '2', '1', '3', '4', 'unknown', '2');
      await scene.broker.delete('/pacticipants/Web/versions/2');
      await publishResult(address);
      expect(await bodies(2)).toEqual(['1', '3']);
      expect(await triggered('/triggered-webhooks')).toHaveLength(2);
    });

    test('is told for the newest with its content where none of them is there any more', async () => {
      await create(events('provider_verification_published'), told('consumerVersionNumber'));
      for (const version of ['1', '2', '3']) await publish(version);
      const address = await handedOut('1');
      await scene.broker.delete('/pacticipants/Web/versions/1');
      await publishResult(address);
      expect(await bodies(1)).toEqual(['3']);
    });

    test('is told for its version alone where the address came with a webhook', async () => {
      await create(events('contract_published'), told('pactUrl'));
      for (const version of ['1', '2', '3']) await publish(version);
      const addresses = await bodies(3);
      await create(events('provider_verification_published'), told('pactUrl', 'consumerVersionNumber'));
      scene.receiver.received.length = 0;
      for (const address of addresses) await publishResult(address);
      const seen = (await bodies(3)).map((body) => body.split(' '));
      expect(seen.map(([, version]) => version).sort()).toEqual(['1', '2', '3']);
      expect(seen.map(([address]) => address).sort()).toEqual(addresses);
    });

    test('reaches more deliveries than fit into one statement', async () => {
      const eventNames = ['provider_verification_published', 'provider_verification_succeeded'];
      for (let count = 0; count < 45; count++) await create(events(...eventNames), told('consumerVersionNumber'));
      const versions = Array.from({ length: 12 }, (_, index) => String(index + 1));
      for (const version of versions) await publish(version);
      expect((await publishResult(await handedOut(...versions))).status).toBe(201);
      expect((await scene.broker.get('/triggered-webhooks')).body.page.totalElements).toBe(45 * 2 * 12);
    });
  });

  describe('a publication is told with the result of its content', () => {
    const status = {
      body: '${pactbroker.consumerVersionNumber} ${pactbroker.githubVerificationStatus} ${pactbroker.providerVersionNumber}',
    };
    const result = (version: string, branch: string | undefined, success: boolean) =>
      branch === undefined
        ? verify('1', version, success)
        : scene.broker.put(`/pacticipants/API/branches/${branch}/versions/${version}`, {}).then(() => verify('1', version, success));
    const toldOf = async (version: string) => {
      await publish(version);
      const about = async () => (await scene.receiver.until(1)).map(({ body }) => body).find((body) => body.startsWith(`${version} `));
      return eventually(async () => (await about()) ?? Promise.reject(new Error('not yet')));
    };

    test('of the main branch of the provider, whatever other branches made of it', async () => {
      await publish('1');
      await scene.broker.put('/pacticipants/API', { mainBranch: 'main' });
      await create(events('contract_published'), status);
      expect(await toldOf('2')).toBe('2 pending ');
      await result('7', 'feat', false);
      expect(await toldOf('3')).toBe('3 failure 7');
      await result('8', 'main', true);
      await result('9', 'feat', false);
      expect(await toldOf('4')).toBe('4 success 8');
      await result('10', 'main', false);
      await result('11', undefined, true);
      expect(await toldOf('5')).toBe('5 failure 10');
    });

    test('of whichever version verified last, where the provider has no main branch', async () => {
      await publish('1');
      await create(events('contract_content_changed', 'contract_published'), status);
      await result('7', 'feat', false);
      await result('8', undefined, true);
      await scene.broker.patch('/pacticipants/API', { mainBranch: null });
      expect(await toldOf('2')).toBe('2 success 8');
    });
  });

  test('a publication that is refused triggers nothing', async () => {
    await create();
    await publish('1', { path: '/a' });
    expect((await publish('1', { path: '/b' })).status).toBe(409);
    await scene.receiver.until(1);
    expect(await triggered('/triggered-webhooks')).toHaveLength(1);
  });
});
