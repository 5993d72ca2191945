import { describe, expect, test } from '@jest/globals';
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
});
