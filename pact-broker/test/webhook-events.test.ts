import { describe, expect, test } from '@jest/globals';
import { publication } from './contracts.ts';
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

  test('a publication that is refused triggers nothing', async () => {
    await create();
    await publish('1', { path: '/a' });
    expect((await publish('1', { path: '/b' })).status).toBe(409);
    await scene.receiver.until(1);
    expect(await triggered('/triggered-webhooks')).toHaveLength(1);
  });
});
