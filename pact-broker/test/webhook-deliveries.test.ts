import { describe, expect, test } from '@jest/globals';
import { eventually } from './receiver.ts';
import { databases } from './store.ts';
import { MASK, PACT, webhookScene } from './webhook-scene.ts';

describe.each(databases)('deliveries of webhooks on %s', (database) => {
  const scene = webhookScene(database);
  const { publish, create, hook, triggered, logOf, ended } = scene;

  test('secrets are sent, never shown, and kept where the mask is put', async () => {
    const secrets = { headers: { Authorization: 'Bearer secret-token' }, username: 'ci', password: 'hunter2' };
    const { body } = await create(
      {},
      { url: `${scene.receiver.url}/token`, headers: { Authorization: 'Bearer secret-token', 'X-B': 'c' } },
    );
    const { body: basic } = await create({}, secrets);
    expect(body.request.headers).toEqual({ authorization: MASK, 'x-b': 'c' });
    expect(basic.request).toMatchObject({ username: 'ci', password: MASK });
    const echo = (path: string) => (path === '/token' ? 'you sent Bearer secret-token' : 'you sent hunter2');
    scene.receiver.reply((path) => ({ status: 500, headers: { 'x-echo': echo(path) }, body: echo(path) }));
    for (const webhook of [body, basic]) {
      const put = await scene.broker.put(`/webhooks/${webhook.uuid}`, { ...webhook, description: 'changed' });
      expect(put).toMatchObject({ status: 200, body: { description: 'changed', request: webhook.request } });
    }
    await publish('1');
    await scene.receiver.until(6);
    const sent = scene.receiver.received.map(({ headers }) => headers.authorization);
    expect(new Set(sent)).toEqual(new Set(['Bearer secret-token', `Basic ${btoa('ci:hunter2')}`]));
    const list = await triggered('/triggered-webhooks?status=failure');
    const logs = await Promise.all(list.map(async ({ uuid }: { uuid: string }) => await logOf(uuid)));
    const shown = [
      ...logs,
      (await scene.broker.get(`/webhooks/${body.uuid}`)).text,
      (await scene.broker.post(`/webhooks/${basic.uuid}/execute`, {})).text,
    ];
    expect(shown.join()).not.toMatch(new RegExp(`secret-token|hunter2|${btoa('ci:hunter2')}`));
    expect(shown.join()).toContain(`you sent ${MASK}`);
    const rows = JSON.stringify([
      await scene.broker.tenant.db.selectFrom('webhooks').selectAll().execute(),
      await scene.broker.tenant.db.selectFrom('webhook_deliveries').selectAll().execute(),
      await scene.broker.tenant.db.selectFrom('webhook_attempts').selectAll().execute(),
    ]);
    expect(rows).not.toMatch(/secret-token|hunter2/);
  });

  test('a failure is tried again, then given up, and both can be read; by hand it is sent again', async () => {
    scene.receiver.reply({ status: 503 });
    await create();
    await publish('1');
    await scene.receiver.until(3);
    const [delivery] = await triggered('/triggered-webhooks');
    expect(await ended(delivery.uuid)).toMatchObject({
      status: 'failure',
      attemptsMade: 3,
      attemptsRemaining: 0,
      triggerType: 'resource_creation',
    });
    const log = await scene.broker.get(`/triggered-webhooks/${delivery.uuid}/logs`, { accept: 'text/plain' });
    expect(log.headers.get('content-type')).toBe('text/plain;charset=utf-8');
    expect(log.text.match(/HTTP\/1.1 503/g)).toHaveLength(3);
    expect(log.text).toMatch(/2 are left.+1 is left.+Given up/s);
    const status = await scene.broker.get(`${PACT}/webhooks/status`);
    expect(status.body).toMatchObject({ summary: { successful: 0, failed: 1, notRun: 0 } });
    expect(status.body._links['pb:error-logs']).toHaveLength(1);
    scene.receiver.reply({});
    const again = await scene.broker.post(`/triggered-webhooks/${delivery.uuid}/redeliver`);
    expect(again).toMatchObject({ status: 201, body: { triggerType: 'user', eventName: 'contract_published' } });
    expect(await ended(again.body.uuid)).toMatchObject({ status: 'success', attemptsMade: 1 });
    expect((await scene.broker.get(`${PACT}/webhooks/status`)).body.summary).toMatchObject({ successful: 1, failed: 0 });
  });

  test('a webhook that is deleted or disabled meanwhile is not delivered, and says so', async () => {
    scene.receiver.reply({ after: 300, status: 500 });
    const { body } = await create();
    await publish('1');
    await scene.receiver.until(1);
    await scene.broker.put(`/webhooks/${body.uuid}`, hook({ enabled: false }));
    const [delivery] = await triggered(`/webhooks/${body.uuid}/triggered-webhooks`);
    expect(await ended(delivery.uuid)).toMatchObject({ status: 'failure' });
    expect(await logOf(delivery.uuid)).toContain('not enabled');
    expect((await scene.broker.post(`/triggered-webhooks/${delivery.uuid}/redeliver`)).status).toBe(409);
    await scene.broker.delete(`/webhooks/${body.uuid}`);
    expect((await scene.broker.get(`/triggered-webhooks/${delivery.uuid}`)).body._links).not.toHaveProperty('pb:webhook');
    expect(scene.receiver.received).toHaveLength(1);
  });

  describe('the log of a webhook that is deleted', () => {
    const deletedWhile = async (until: () => Promise<unknown>) => {
      const { body } = await create();
      await publish('1');
      await until();
      const [delivery] = await triggered(`/webhooks/${body.uuid}/triggered-webhooks`);
      expect((await scene.broker.delete(`/webhooks/${body.uuid}`)).status).toBe(204);
      return delivery.uuid;
    };
    const lastLine = async (uuid: string) => (await logOf(uuid)).trimEnd().split('\n').at(-1);
    const DELETED = expect.stringMatching(/^\[\S+\] WARN: Given up, because the webhook has been deleted\.$/);

    test('while it waits for its next attempt promises no other', async () => {
      await scene.restart({ schedule: [600] });
      scene.receiver.reply({ status: 503 });
      const uuid = await deletedWhile(() =>
        eventually(async () => expect((await triggered('/triggered-webhooks?status=retrying')).length).toBe(1)),
      );
      expect((await scene.broker.get(`/triggered-webhooks/${uuid}`)).body).toMatchObject({ status: 'failure', attemptsRemaining: 0 });
      expect((await logOf(uuid)).match(/1 is left/g)).toHaveLength(1);
      expect(await lastLine(uuid)).toEqual(DELETED);
    });

    test('while it is being sent promises no other', async () => {
      await scene.restart({ schedule: [600] });
      scene.receiver.reply({ status: 503, after: 300 });
      const uuid = await deletedWhile(() => scene.receiver.until(1));
      expect(await ended(uuid)).toMatchObject({ status: 'failure', attemptsMade: 1 });
      expect(await logOf(uuid)).not.toContain('left');
      expect(await lastLine(uuid)).toEqual(DELETED);
    });

    test('before it was sent says so', async () => {
      await scene.restart({ delay: 600 });
      const uuid = await deletedWhile(async () => {});
      expect(await logOf(uuid)).toBe('Given up before the first attempt, because the webhook was deleted.');
    });

    test('says that it was delivered where it was', async () => {
      const uuid = await deletedWhile(() =>
        eventually(async () => expect((await triggered('/triggered-webhooks?status=success')).length).toBe(1)),
      );
      expect(await lastLine(uuid)).toContain('Delivered.');
    });
  });

  test('what is given up is told to whoever runs the broker, without secrets, and counted', async () => {
    const failures = async () => (await scene.broker.get('/metrics')).body.triggeredWebhooks;
    scene.receiver.reply((path) => ({ status: path === '/works' ? 200 : 503 }));
    const secret = { url: `${scene.receiver.url}/fails/hunter2`, username: 'ci', password: 'hunter2' };
    const { body } = await create({ description: null }, secret);
    const { body: described } = await create({ description: 'Verify hunter2' }, { ...secret, url: 'http://127.0.0.1:9/hunter2' });
    await create({}, { url: `${scene.receiver.url}/works` });
    await publish('1');
    await eventually(() => expect(scene.givenUp).toHaveLength(2));
    const [first] = await triggered(`/webhooks/${body.uuid}/triggered-webhooks`);
    const rest = { event: 'contract_published', attempts: 3 };
    expect(scene.givenUp).toEqual(
      expect.arrayContaining([
        { ...rest, webhook: body.uuid, name: 'POST 127.0.0.1', triggeredWebhook: first.uuid, last: 503 },
        {
          ...rest,
          webhook: described.uuid,
          name: `Verify ${MASK}`,
          triggeredWebhook: expect.any(String),
          last: expect.stringContaining('127.0.0.1:9'),
        },
      ]),
    );
    expect(JSON.stringify(scene.givenUp)).not.toContain('hunter2');
    await eventually(async () => expect(await failures()).toEqual({ count: 3, failureCount: 2 }));
  });
});
