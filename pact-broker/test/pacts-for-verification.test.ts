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
    // The success of what was in progress does not end that: nobody has agreed to keep it.
    const known = [
      'Mobile (7): latest from main branch',
      'Web (2): latest from main branch, pending',
      'Web (1): latest with tag prod, pending, wip',
      'Web (3): latest from branch feat/x, pending, wip',
    ];
    expect(inShort(await ask('main'))).toEqual(known);
    // A branch that is not there yet, or has begun since, must keep what another had verified before.
    expect(inShort(await ask('later'))).toEqual(known);
    await broker.put('/pacticipants/API/branches/later/versions/11', {});
    expect(inShort(await ask('later'))).toEqual(known);
    // Selected explicitly, the same content is agreed to.
    const [explicit] = (await select({ consumerVersionSelectors: [{ branch: 'feat/x' }], providerVersionBranch: 'main' })) as [Selected];
    expect(explicit.verificationProperties.pending).toBe(false);
    await verify(explicit, '10', true);
    expect(inShort(await ask('main'))).toEqual(known.slice(0, 3));
    // What main verified after a branch had begun says nothing of that branch.
    expect(inShort(await ask('later'))).toEqual(known);
  });

  test('are pending by tag as by branch', async () => {
    await publish('Web', '20', '/tagged', { branch: 'tagged' });
    const ask = async (tag: string) =>
      inShort(await select({ consumerVersionSelectors: [{ branch: 'tagged' }], providerVersionTags: [tag] }));
    const [pending, agreed] = ['Web (20): latest from branch tagged, pending', 'Web (20): latest from branch tagged'];
    await broker.put('/pacticipants/API/versions/20/tags/early', {});
    const [pact] = (await select({ consumerVersionSelectors: [{ branch: 'tagged' }] })) as [Selected];
    await broker.put('/pacticipants/API/versions/21/tags/dev', {});
    await verify(pact, '21', true);
    expect(await Promise.all(['dev', 'early', 'unheard-of'].map(ask))).toEqual([[agreed], [pending], [agreed]]);
  });

  test('are those of heads: a head without a pact with the provider has given it up, which lists for people do not mind', async () => {
    const { body } = await broker.post(
      '/contracts/publish',
      publication('Leaver', '1', ['API', 'Stock'], { branch: 'main', tags: ['dev'] }),
    );
    expect(body.notices).toBeDefined();
    const ask = async (selector: object) => inShort(await select({ consumerVersionSelectors: [{ ...selector, consumer: 'Leaver' }] }));
    const heads = [{ mainBranch: true }, { branch: 'main' }, { tag: 'dev', latest: true }];
    for (const head of heads) expect(await ask(head)).toHaveLength(1);
    await broker.post('/contracts/publish', publication('Leaver', '2', ['Stock'], { branch: 'main', tags: ['dev'] }));
    for (const head of heads) expect(await ask(head)).toEqual([]);
    expect((await inShort(await select({}))).filter((line) => line.startsWith('Leaver'))).toEqual([]);
    expect(await ask({ latest: true })).toHaveLength(1);
    expect((await broker.get('/pacts/provider/API/consumer/Leaver/branch/main/latest')).status).toBe(200);
  });

  test('are, without selectors, of each consumer the main branch, or a tag of that name, or else the latest', async () => {
    await publish('Tagger', '1', '/x', { branch: 'other' });
    await publish('Tagger', '2', '/y', { branch: 'other' });
    await broker.put('/pacticipants/Tagger/versions/1/tags/main', {});
    await broker.patch('/pacticipants/Tagger', { mainBranch: 'main' });
    await publish('Nobranch', '1', '/z', {});
    const lines = inShort(await select({})).filter((line) => /^(Tagger|Nobranch)/.test(line));
    expect(lines).toEqual(['Nobranch (1): latest, pending', 'Tagger (1): latest with tag main, pending']);
  });

  test('say before and after what a result means', async () => {
    await publish('Teller', '3', '/told', { branch: 'told' });
    const selection = { consumerVersionSelectors: [{ branch: 'told' }], providerVersionBranch: 'new' };
    const [pact] = await select({ ...selection, includePendingStatus: true });
    const { notices } = (pact as Selected).verificationProperties;
    expect(notices.map(({ when }) => when)).toEqual([
      'before_verification',
      'before_verification',
      'after_verification:success_true_published_false',
      'after_verification:success_false_published_false',
      'after_verification:success_true_published_true',
      'after_verification:success_false_published_true',
    ]);
    expect(notices[0]?.text).toContain('Teller (3)');
    const [unasked] = (await select(selection)) as [Selected];
    expect(unasked.verificationProperties.notices.map(({ text }) => text)).toEqual([expect.not.stringContaining('pending')]);
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
