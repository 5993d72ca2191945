import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Answer, startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { eventually, type Receiver, startReceiver } from './receiver.ts';
import { databases } from './store.ts';

const MASK = '**********';
const PACT = '/pacts/provider/API/consumer/Web';

describe.each(databases)('webhooks on %s', (database) => {
  let broker: TestBroker;
  let receiver: Receiver;
  let hook: (changes?: object, request?: object) => object;

  beforeAll(async () => {
    receiver = await startReceiver();
  });
  beforeEach(async () => {
    broker = await startBroker({ database, webhooks: { schedule: [0, 0] } });
    receiver.received.length = 0;
    receiver.reply({});
    hook = (changes = {}, request = {}) => ({
      description: 'Verify',
      events: [{ name: 'contract_published' }],
      request: { method: 'POST', url: `${receiver.url}/build`, ...request },
      ...changes,
    });
  });
  afterEach(() => broker.stop());
  afterAll(() => receiver.stop());

  const publish = (version: string, options: object = {}, consumer = 'Web') =>
    broker.post('/contracts/publish', publication(consumer, version, ['API'], { branch: 'main', ...options }));
  const create = async (changes?: object, request?: object, path = '/webhooks'): Promise<Answer> => {
    const answer = await broker.post(path, hook(changes, request));
    expect(answer.status).toBe(201);
    return answer;
  };
  const events = (...names: string[]) => ({ events: names.map((name) => ({ name })) });
  const verify = async (version: string, providerVersion: string, success = true) => {
    const pact = await broker.get(`${PACT}/version/${version}`);
    const link = pact.body._links['pb:publish-verification-results'].href;
    return broker.post(link, { success, providerApplicationVersion: providerVersion, buildUrl: 'http://ci/7' });
  };
  const triggered = async (path: string) => (await broker.get(path)).body._embedded.triggeredWebhooks;
  const logOf = async (uuid: string) => (await broker.get(`/triggered-webhooks/${uuid}/logs`, { accept: 'text/plain' })).text;
  const ended = (uuid: string) =>
    eventually(async () => {
      const { body } = await broker.get(`/triggered-webhooks/${uuid}`);
      expect(['success', 'failure']).toContain(body.status);
      return body;
    });

  test('a webhook is created, read, replaced, listed and deleted', async () => {
    await publish('1');
    const { headers, body } = await create({}, { headers: { 'X-A': 'b' }, body: { a: 1 } }, '/webhooks/provider/API/consumer/Web');
    expect(headers.get('location')).toBe(`${broker.url}/webhooks/${body.uuid}`);
    expect(body).toMatchObject({
      consumer: { name: 'Web' },
      provider: { name: 'API' },
      enabled: true,
      request: { headers: { 'x-a': 'b' }, body: { a: 1 } },
    });
    expect((await broker.get(headers.get('location') as string)).body).toEqual(body);
    const changed = await broker.put(`/webhooks/${body.uuid}`, hook({ description: null, enabled: false, consumer: { label: 'web' } }));
    expect(changed).toMatchObject({ status: 200, body: { enabled: false, consumer: { label: 'web' }, createdAt: body.createdAt } });
    expect(changed.body).not.toHaveProperty('provider');
    expect(changed.body).not.toHaveProperty('description');
    expect((await broker.get('/webhooks')).body._links['pb:webhooks']).toEqual([
      {
        title: 'A webhook for all pacts with a consumer labelled web',
        name: 'POST 127.0.0.1',
        href: `${broker.url}/webhooks/${body.uuid}`,
      },
    ]);
    expect((await broker.get('/webhooks/provider/API/consumer/Web')).body._links['pb:webhooks']).toEqual([]);
    expect((await broker.delete(`/webhooks/${body.uuid}`)).status).toBe(204);
    expect((await broker.delete(`/webhooks/${body.uuid}`)).status).toBe(404);
    expect((await broker.get(`/webhooks/${body.uuid}`)).status).toBe(404);
  });

  test('each address lists the webhooks for exactly its pacticipants', async () => {
    await publish('1');
    await create({ description: 'integration' }, {}, '/webhooks/provider/API/consumer/Web');
    await create({ description: 'provider' }, {}, '/webhooks/provider/API');
    await create({ description: 'consumer' }, {}, '/webhooks/consumer/Web');
    await create({ description: 'all' });
    const listed = async (path: string) => (await broker.get(path)).body._links['pb:webhooks'].map((link: { name: string }) => link.name);
    expect(await listed('/webhooks')).toEqual(['integration', 'provider', 'consumer', 'all']);
    expect(await listed('/webhooks/provider/API/consumer/Web')).toEqual(['integration']);
    expect(await listed(`${PACT}/webhooks`)).toEqual(['integration']);
    expect(await listed('/webhooks/provider/API')).toEqual(['provider']);
    expect(await listed('/webhooks/consumer/Web')).toEqual(['consumer']);
    for (const path of ['/webhooks/provider/Nobody', '/webhooks/consumer/Nobody', '/webhooks/provider/API/consumer/Nobody']) {
      expect((await broker.get(path)).status).toBe(404);
      expect((await broker.post(path, hook())).status).toBe(404);
    }
  });

  test('what is not allowed is refused when it is saved, and nothing is written', async () => {
    const refused = async (changes: object, request: object) => (await broker.post('/webhooks', hook(changes, request))).body.errors;
    expect(await refused({}, { url: 'http://10.0.0.1/x' })).toHaveProperty(['request.url']);
    expect(await refused({}, { url: 'ftp://example.org/x' })).toHaveProperty(['request.url']);
    expect(await refused({}, { method: 'DELETE' })).toHaveProperty(['request.method']);
    expect(await refused({ consumer: { name: 'Nobody' } }, {})).toHaveProperty(['consumer.name']);
    expect(await refused({}, { headers: { Authorization: MASK } })).toHaveProperty(['request.headers.authorization']);
    expect((await broker.put('/webhooks/short', hook())).body.errors).toHaveProperty(['uuid']);
    expect((await broker.get('/webhooks')).body._links['pb:webhooks']).toEqual([]);
  });

  test('scope decides who is told: by name, by label, or all', async () => {
    await publish('1');
    await broker.put('/pacticipants/Web/labels/team-a', {});
    const told = { url: (name: string) => ({ url: `${receiver.url}/${name}` }) };
    await create({ consumer: { name: 'Web' } }, told.url('by-consumer'));
    await create({ provider: { name: 'API' } }, told.url('by-provider'));
    await create({ consumer: { label: 'team-a' } }, told.url('by-label'));
    await create({ consumer: { label: 'team-b' } }, told.url('other-label'));
    await create({ provider: { label: 'team-a' } }, told.url('wrong-side'));
    await create({ consumer: { name: 'API' } }, told.url('wrong-consumer'));
    await create({ enabled: false }, told.url('disabled'));
    await create({}, told.url('all'));
    await publish('2');
    await receiver.until(4);
    expect(receiver.received.map(({ path }) => path).sort()).toEqual(['/all', '/by-consumer', '/by-label', '/by-provider']);
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
    const seen = (await receiver.until(8)).map(({ body }) => JSON.parse(body)).map(({ e, v }) => `${v} ${e}`);
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
    const plain = (version: string, path: string) => broker.post('/contracts/publish', publication('Web', version, ['API'], { path }));
    await plain('1', '/a');
    await plain('2', '/a');
    await plain('3', '/b');
    expect((await receiver.until(2)).map(({ body }) => body).sort()).toEqual(['1', '3']);
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
    await broker.put('/pacticipants/Web/labels/team-a', {});
    await broker.put('/pacticipants/API/branches/main/versions/7', {});
    await broker.put('/pacticipants/API/versions/7/tags/prod', {});
    const { uuid } = (await broker.post('/environments', { name: 'test', production: false })).body;
    await broker.post(`/pacticipants/API/versions/7/deployed-versions/environment/${uuid}`, {});
    await create(events('provider_verification_published', 'provider_verification_succeeded', 'provider_verification_failed'), {
      body: all,
    });
    const result = await verify('1', '7', false);
    const [first] = (await receiver.until(2)).map(({ body }) => JSON.parse(body)).sort((a, b) => (a.eventName < b.eventName ? -1 : 1));
    expect(first).toEqual({
      eventName: 'provider_verification_failed',
      pactUrl: expect.stringMatching(new RegExp(`^${broker.url}${PACT}/pact-version/[0-9a-f]{40,64}/metadata/.+$`)),
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
    expect((await broker.get(first.pactUrl)).status).toBe(200);
    const path = new URL(first.verificationResultUrl).pathname;
    expect((await triggered(`${path}/triggered-webhooks`)).map(({ eventName }: { eventName: string }) => eventName)).toEqual([
      'provider_verification_failed',
      'provider_verification_published',
    ]);
    await verify('1', '8', true);
    expect((await receiver.until(4)).some(({ body }) => JSON.parse(body).eventName === 'provider_verification_succeeded')).toBe(true);
  });

  describe('a contract that requires verification', () => {
    const required = () =>
      create(events('contract_requiring_verification_published'), {
        body: {
          v: '${pactbroker.providerVersionNumber}',
          why: '${pactbroker.providerVersionDescriptions}',
          branch: '${pactbroker.providerVersionBranch}',
        },
      });
    const expected = async (query = '') => (await broker.get(`/expected-verifications${query}`)).body._embedded.expectedVerifications;

    beforeEach(async () => {
      await publish('1', { path: '/a' });
      const { uuid } = (await broker.post('/environments', { name: 'prod', production: true })).body;
      await broker.put('/pacticipants/API/branches/main/versions/10', {});
      await broker.post(`/pacticipants/API/versions/10/deployed-versions/environment/${uuid}`, {});
      await broker.put('/pacticipants/API/branches/main/versions/11', {});
      await broker.post(`/pacticipants/API/versions/10/released-versions/environment/${uuid}`, {});
      await broker.put('/pacticipants/API/branches/feat/versions/12', {});
      await required();
    });

    test('is told once for each provider version in use without a result', async () => {
      await publish('2', { path: '/b' });
      const seen = (await receiver.until(2)).map(({ body }) => JSON.parse(body)).sort((a, b) => (a.v < b.v ? -1 : 1));
      expect(seen).toEqual([
        { v: '10', why: 'released in prod, deployed in prod', branch: 'main' },
        { v: '11', why: 'latest from main branch main', branch: 'main' },
      ]);
      await verify('2', '10');
      await publish('3', { path: '/b' });
      await receiver.until(3);
      expect(await triggered(`${PACT}/version/3/triggered-webhooks`)).toHaveLength(1);
    });

    test('is expected until its result comes, and can be dispatched again', async () => {
      await publish('2', { path: '/b' });
      await receiver.until(2);
      const [ten, eleven] = await expected();
      expect(ten).toMatchObject({
        consumer: { name: 'Web', version: { number: '2' } },
        provider: { name: 'API', version: { number: '10' } },
        expectedSince: expect.any(String),
        dispatches: 1,
      });
      expect(await expected('?provider=Other')).toEqual([]);
      expect(await expected('?provider=API&consumer=Web&page=2&size=1')).toEqual([eleven]);
      expect((await broker.post(ten._links['pb:dispatch'].href, {})).status).toBe(201);
      await receiver.until(3);
      expect((await expected())[0]).toMatchObject({ uuid: ten.uuid, dispatches: 2, expectedSince: ten.expectedSince });
      await verify('2', '10');
      expect((await expected()).map(({ uuid }: { uuid: string }) => uuid)).toEqual([eleven.uuid]);
      expect((await broker.get(ten._links.self.href)).status).toBe(404);
      expect((await broker.post(ten._links['pb:dispatch'].href, {})).status).toBe(404);
    });

    test('is not expected any more of a version that is replaced', async () => {
      await publish('2', { path: '/b' });
      await broker.put('/pacticipants/API/branches/main/versions/13', {});
      expect((await expected()).map(({ provider }: { provider: { version: { number: string } } }) => provider.version.number)).toEqual([
        '10',
      ]);
    });
  });

  test('secrets are sent, never shown, and kept where the mask is put', async () => {
    const secrets = { headers: { Authorization: 'Bearer secret-token' }, username: 'ci', password: 'hunter2' };
    const { body } = await create({}, { url: `${receiver.url}/token`, headers: { Authorization: 'Bearer secret-token', 'X-B': 'c' } });
    const { body: basic } = await create({}, secrets);
    expect(body.request.headers).toEqual({ authorization: MASK, 'x-b': 'c' });
    expect(basic.request).toMatchObject({ username: 'ci', password: MASK });
    const echo = (path: string) => (path === '/token' ? 'you sent Bearer secret-token' : 'you sent hunter2');
    receiver.reply((path) => ({ status: 500, headers: { 'x-echo': echo(path) }, body: echo(path) }));
    for (const webhook of [body, basic]) {
      const put = await broker.put(`/webhooks/${webhook.uuid}`, { ...webhook, description: 'changed' });
      expect(put).toMatchObject({ status: 200, body: { description: 'changed', request: webhook.request } });
    }
    await publish('1');
    await receiver.until(6);
    const sent = receiver.received.map(({ headers }) => headers.authorization);
    expect(new Set(sent)).toEqual(new Set(['Bearer secret-token', `Basic ${btoa('ci:hunter2')}`]));
    const list = await triggered('/triggered-webhooks?status=failure');
    const logs = await Promise.all(list.map(async ({ uuid }: { uuid: string }) => await logOf(uuid)));
    const shown = [
      ...logs,
      (await broker.get(`/webhooks/${body.uuid}`)).text,
      (await broker.post(`/webhooks/${basic.uuid}/execute`, {})).text,
    ];
    expect(shown.join()).not.toMatch(new RegExp(`secret-token|hunter2|${btoa('ci:hunter2')}`));
    expect(shown.join()).toContain(`you sent ${MASK}`);
    const rows = JSON.stringify([
      await broker.tenant.db.selectFrom('webhooks').selectAll().execute(),
      await broker.tenant.db.selectFrom('webhook_deliveries').selectAll().execute(),
      await broker.tenant.db.selectFrom('webhook_attempts').selectAll().execute(),
    ]);
    expect(rows).not.toMatch(/secret-token|hunter2/);
  });

  test('a failure is tried again, then given up, and both can be read; by hand it is sent again', async () => {
    receiver.reply({ status: 503 });
    await create();
    await publish('1');
    await receiver.until(3);
    const [delivery] = await triggered('/triggered-webhooks');
    expect(await ended(delivery.uuid)).toMatchObject({
      status: 'failure',
      attemptsMade: 3,
      attemptsRemaining: 0,
      triggerType: 'resource_creation',
    });
    const log = await broker.get(`/triggered-webhooks/${delivery.uuid}/logs`, { accept: 'text/plain' });
    expect(log.headers.get('content-type')).toBe('text/plain;charset=utf-8');
    expect(log.text.match(/HTTP\/1.1 503/g)).toHaveLength(3);
    expect(log.text).toMatch(/2 are left.+1 is left.+Given up/s);
    const status = await broker.get(`${PACT}/webhooks/status`);
    expect(status.body).toMatchObject({ summary: { successful: 0, failed: 1, notRun: 0 } });
    expect(status.body._links['pb:error-logs']).toHaveLength(1);
    receiver.reply({});
    const again = await broker.post(`/triggered-webhooks/${delivery.uuid}/redeliver`);
    expect(again).toMatchObject({ status: 201, body: { triggerType: 'user', eventName: 'contract_published' } });
    expect(await ended(again.body.uuid)).toMatchObject({ status: 'success', attemptsMade: 1 });
    expect((await broker.get(`${PACT}/webhooks/status`)).body.summary).toMatchObject({ successful: 1, failed: 0 });
  });

  test('a webhook that is deleted or disabled meanwhile is not delivered, and says so', async () => {
    receiver.reply({ after: 300, status: 500 });
    const { body } = await create();
    await publish('1');
    await receiver.until(1);
    await broker.put(`/webhooks/${body.uuid}`, hook({ enabled: false }));
    const [delivery] = await triggered(`/webhooks/${body.uuid}/triggered-webhooks`);
    expect(await ended(delivery.uuid)).toMatchObject({ status: 'failure' });
    expect(await logOf(delivery.uuid)).toContain('not enabled');
    expect((await broker.post(`/triggered-webhooks/${delivery.uuid}/redeliver`)).status).toBe(409);
    await broker.delete(`/webhooks/${body.uuid}`);
    expect((await broker.get(`/triggered-webhooks/${delivery.uuid}`)).body._links).not.toHaveProperty('pb:webhook');
    expect(receiver.received).toHaveLength(1);
  });

  test('execution shows what was sent and answered, saved or not, with a pact or without', async () => {
    const request = { body: { c: '${pactbroker.consumerName}', e: '${pactbroker.eventName}' } };
    const unsaved = await broker.post('/webhooks/execute', hook({ consumer: { name: 'Web' } }, request));
    expect(unsaved).toMatchObject({
      status: 200,
      body: { success: true, request: { body: { c: 'Web', e: 'test' } }, response: { status: 200, body: { ok: true } } },
    });
    await publish('1');
    const { body } = await create({ provider: { name: 'API' } }, request);
    receiver.reply({ status: 500, body: 'broken' });
    const executed = await broker.post(`/webhooks/${body.uuid}/execute`, {});
    expect(executed.body).toMatchObject({ success: false, request: { url: '/build' }, response: { status: 500, body: 'broken' } });
    expect(executed.body.logs).toContain('HTTP/1.1 500');
    expect((await broker.post('/webhooks/execute', hook({}, { url: 'http://10.0.0.1/' }))).status).toBe(400);
    expect((await broker.post('/webhooks/execute', hook({}, { password: MASK, username: 'x' }))).status).toBe(400);
    expect((await broker.post('/webhooks/00000000-0000-0000-0000-000000000000/execute', {})).status).toBe(404);
  });

  test('what does not exist is a 404, what is wrong a 400', async () => {
    for (const path of [
      '/triggered-webhooks/x',
      '/webhooks/x/triggered-webhooks',
      '/expected-verifications/x',
      `${PACT}/webhooks/status`,
      `${PACT}/version/1/triggered-webhooks`,
      `${PACT}/pact-version/x/verification-results/1/triggered-webhooks`,
    ])
      expect({ path, status: (await broker.get(path)).status }).toEqual({ path, status: 404 });
    expect((await broker.get('/triggered-webhooks/x/logs', { accept: 'text/plain' })).status).toBe(404);
    expect((await broker.post('/triggered-webhooks/x/redeliver')).status).toBe(404);
    expect((await broker.get('/triggered-webhooks?status=lost')).status).toBe(400);
  });

  test('a publication that is refused triggers nothing', async () => {
    await create();
    await publish('1', { path: '/a' });
    expect((await publish('1', { path: '/b' })).status).toBe(409);
    await receiver.until(1);
    expect(await triggered('/triggered-webhooks')).toHaveLength(1);
  });
});

describe.each(databases)('without a key on %s', (database) => {
  test('a webhook with secrets is refused with what to do, one without is saved', async () => {
    const broker = await startBroker({ database, webhooks: { secretKeys: [] } });
    const request = { method: 'POST', url: 'http://127.0.0.1:1/' };
    expect((await broker.post('/webhooks', { request })).status).toBe(201);
    const refused = await broker.post('/webhooks', { request: { ...request, password: 'hunter2' } });
    expect(refused).toMatchObject({ status: 409, body: { error: expect.stringContaining('CONCORDAT_SECRET_KEY') } });
    await broker.stop();
  });
});
