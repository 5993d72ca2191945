import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { databases } from './store.ts';

interface Selected {
  shortDescription: string;
  verificationProperties: { pending: boolean; wip?: boolean; notices: { when: string; text: string }[] };
  _links: { self: { href: string; name: string } };
}

describe.each(databases)('pacts for verification on %s', (database) => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database });
    await publish('Web', '1', '/a', { branch: 'main', tags: ['prod'] });
    await publish('Web', '2', '/b', { branch: 'main' });
    await publish('Web', '3', '/c', { branch: 'feat/x' });
    await publish('Mobile', '7', '/d', { branch: 'main', tags: ['prod'] });
    const { body } = await broker.post('/environments', { name: 'test', production: false });
    await broker.post(`/pacticipants/Web/versions/1/deployed-versions/environment/${body.uuid}`, {});
    await broker.post(`/pacticipants/Mobile/versions/7/released-versions/environment/${body.uuid}`, {});
  });
  afterAll(() => broker.stop());

  const publish = (consumer: string, version: string, path: string, options: object) =>
    broker.post('/contracts/publish', publication(consumer, version, ['API'], { path, ...options }));
  const select = async (request: object): Promise<Selected[]> => {
    const { status, body } = await broker.post('/pacts/provider/API/for-verification', request);
    expect(status).toBe(200);
    return body._embedded.pacts;
  };
  const inShort = (pacts: Selected[]) =>
    pacts.map(({ shortDescription, verificationProperties: { pending, wip }, _links }) => {
      const [, pact] = /between (.*) and/.exec(_links.self.name) ?? [];
      return `${pact}: ${shortDescription}${pending ? ', pending' : ''}${wip ? ', wip' : ''}`;
    });
  const verify = async ({ _links }: Selected, providerVersion: string, success: boolean) => {
    const pact = await broker.get(_links.self.href);
    const answer = await broker.post(pact.body._links['pb:publish-verification-results'].href, {
      success,
      providerApplicationVersion: providerVersion,
    });
    expect(answer.status).toBe(201);
  };

  test.each<[string, object[], string[]]>([
    ['main branches', [{ mainBranch: true }], ['Mobile (7): latest from main branch', 'Web (2): latest from main branch']],
    ['a branch', [{ branch: 'feat/x' }], ['Web (3): latest from branch feat/x']],
    [
      'a branch that is not there, with another to fall back to',
      [{ branch: 'nope', fallbackBranch: 'feat/x' }],
      ['Web (3): latest from branch feat/x'],
    ],
    ['a branch of one consumer', [{ mainBranch: true, consumer: 'Mobile' }], ['Mobile (7): latest from main branch']],
    ['all with a tag', [{ tag: 'prod' }], ['Mobile (7): one of prod', 'Web (1): one of prod']],
    [
      'the latest with a tag',
      [{ tag: 'nope', fallbackTag: 'prod', latest: true }],
      ['Mobile (7): latest with tag prod', 'Web (1): latest with tag prod'],
    ],
    ['the latest', [{ latest: true }], ['Mobile (7): latest', 'Web (3): latest']],
    ['what is deployed', [{ deployed: true }], ['Web (1): deployed to test']],
    ['what is released', [{ released: true, environment: 'test' }], ['Mobile (7): released to test']],
    ['an environment', [{ environment: 'test' }], ['Mobile (7): released to test', 'Web (1): deployed to test']],
    [
      'one content for several reasons, once',
      [{ mainBranch: true }, { tag: 'prod', latest: true }],
      ['Mobile (7): latest from main branch, latest with tag prod', 'Web (1): latest with tag prod', 'Web (2): latest from main branch'],
    ],
    [
      'nothing, so what is on main and in use',
      [],
      ['Mobile (7): latest from main branch, released to test', 'Web (1): deployed to test', 'Web (2): latest from main branch'],
    ],
  ])('are selected by %s', async (_name, consumerVersionSelectors, expected) => {
    const pacts = await select({ consumerVersionSelectors, providerVersionBranch: 'other' });
    expect(inShort(pacts)).toEqual(expected.map((line) => `${line}, pending`));
  });

  test('are selected for a verifier whose branch is empty as for one that names none', async () => {
    const [empty, none] = await Promise.all([select({ providerVersionBranch: '' }), select({})]);
    expect(inShort(empty)).toEqual(inShort(none));
  });

  test('are not pending for a verifier that says it does not know of that', async () => {
    const pacts = await select({ consumerVersionSelectors: [{ mainBranch: true }], includePendingStatus: false });
    expect(inShort(pacts)).toEqual(['Mobile (7): latest from main branch', 'Web (2): latest from main branch']);
  });

  test('are pending until the branch has verified them, and work in progress until then', async () => {
    const ask = (branch: string) =>
      select({
        consumerVersionSelectors: [{ mainBranch: true }],
        providerVersionBranch: branch,
        includePendingStatus: true,
        includeWipPactsSince: '2020-01-01',
      });
    const [mobile, web, , feature] = (await ask('main')) as [Selected, Selected, Selected, Selected];
    expect(inShort(await ask('main'))).toEqual([
      'Mobile (7): latest from main branch, pending',
      'Web (2): latest from main branch, pending',
      'Web (1): latest with tag prod, pending, wip',
      'Web (3): latest from branch feat/x, pending, wip',
    ]);
    for (const [pact, success] of [
      [mobile, true],
      [web, false],
      [feature, true],
    ] as const)
      await verify(pact, '10', success);
    await broker.put('/pacticipants/API/branches/main/versions/10', {});
    expect(inShort(await ask('main'))).toEqual([
      'Mobile (7): latest from main branch',
      'Web (2): latest from main branch, pending',
      'Web (1): latest with tag prod, pending, wip',
    ]);
    // A branch that begins later inherits what main had verified: that is not in progress for it.
    await broker.put('/pacticipants/API/branches/later/versions/11', {});
    expect(inShort(await ask('later'))).toEqual([
      'Mobile (7): latest from main branch, pending',
      'Web (2): latest from main branch, pending',
      'Web (1): latest with tag prod, pending, wip',
    ]);
  });

  test('say before and after what a result means', async () => {
    const [pact] = await select({ consumerVersionSelectors: [{ branch: 'feat/x' }], providerVersionBranch: 'new' });
    const { notices } = (pact as Selected).verificationProperties;
    expect(notices.map(({ when }) => when)).toEqual([
      'before_verification',
      'before_verification',
      'after_verification:success_true_published_false',
      'after_verification:success_false_published_false',
      'after_verification:success_true_published_true',
      'after_verification:success_false_published_true',
    ]);
    expect(notices[0]?.text).toContain('Web (3)');
  });

  test('lead to the same pact, whose result knows the consumer version', async () => {
    const [pact] = await select({ consumerVersionSelectors: [{ branch: 'feat/x' }] });
    const { body } = await broker.get((pact as Selected)._links.self.href);
    expect(body._links['pb:consumer-versions'].map(({ name }: { name: string }) => name)).toEqual(['3']);
  });

  test('of an unknown provider are a 404, with an unknown environment a 400', async () => {
    expect((await broker.post('/pacts/provider/Nobody/for-verification', {})).status).toBe(404);
    const { status, text } = await broker.post('/pacts/provider/API/for-verification', {
      consumerVersionSelectors: [{ environment: 'mars' }],
    });
    expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining('no environment \\"mars\\"') });
  });
});
