import { describe, expect, test } from '@jest/globals';
import { startBroker } from './broker.ts';
import { databases } from './store.ts';
import { MASK, PACT, webhookScene } from './webhook-scene.ts';

describe.each(databases)('webhooks on %s', (database) => {
  const scene = webhookScene(database);
  const { publish, create, hook, triggered } = scene;

  test('a webhook is created, read, replaced, listed and deleted', async () => {
    await publish('1');
    const { headers, body } = await create({}, { headers: { 'X-A': 'b' }, body: { a: 1 } }, '/webhooks/provider/API/consumer/Web');
    expect(headers.get('location')).toBe(`${scene.broker.url}/webhooks/${body.uuid}`);
    expect(body).toMatchObject({
      consumer: { name: 'Web' },
      provider: { name: 'API' },
      enabled: true,
      request: { headers: { 'x-a': 'b' }, body: { a: 1 } },
    });
    expect((await scene.broker.get(headers.get('location') as string)).body).toEqual(body);
    const changed = await scene.broker.put(
      `/webhooks/${body.uuid}`,
      hook({ description: null, enabled: false, consumer: { label: 'web' } }),
    );
    expect(changed).toMatchObject({ status: 200, body: { enabled: false, consumer: { label: 'web' }, createdAt: body.createdAt } });
    expect(changed.body).not.toHaveProperty('provider');
    expect(changed.body).not.toHaveProperty('description');
    expect((await scene.broker.get('/webhooks')).body._links['pb:webhooks']).toEqual([
      {
        title: 'A webhook for all pacts with a consumer labelled web',
        name: 'POST 127.0.0.1',
        href: `${scene.broker.url}/webhooks/${body.uuid}`,
      },
    ]);
    expect((await scene.broker.get('/webhooks/provider/API/consumer/Web')).body._links['pb:webhooks']).toEqual([]);
    expect((await scene.broker.delete(`/webhooks/${body.uuid}`)).status).toBe(204);
    expect((await scene.broker.delete(`/webhooks/${body.uuid}`)).status).toBe(404);
    expect((await scene.broker.get(`/webhooks/${body.uuid}`)).status).toBe(404);
  });

  test('a webhook is changed in part, secrets and all the rest staying', async () => {
    const { body } = await create({}, { headers: { Authorization: 'Bearer secret-token' }, body: { a: 1 } });
    const disabled = await scene.broker.patch(`/webhooks/${body.uuid}`, { enabled: false });
    expect(disabled).toMatchObject({ status: 200, body: { ...body, enabled: false } });
    await publish('1');
    expect(await triggered('/triggered-webhooks')).toEqual([]);
    await scene.broker.patch(`/webhooks/${body.uuid}`, { enabled: true, request: { url: `${scene.receiver.url}/other` } });
    await publish('2');
    const [request] = await scene.receiver.until(1);
    expect(request).toMatchObject({ path: '/other', headers: { authorization: 'Bearer secret-token' } });
    expect((await scene.broker.patch(`/webhooks/${body.uuid}`, { request: null })).body.errors).toHaveProperty('request');
    expect((await scene.broker.patch(`/webhooks/${body.uuid}`, [])).status).toBe(400);
    expect((await scene.broker.patch('/webhooks/unknown', { enabled: false })).status).toBe(404);
  });

  test('changes at the same moment are all kept', async () => {
    for (let round = 0; round < 10; round++) {
      const { body } = await create();
      const patches = [{ enabled: false }, { description: `round ${round}` }, { request: { url: `${scene.receiver.url}/${round}` } }];
      const answers = await Promise.all(patches.map((patch) => scene.broker.patch(`/webhooks/${body.uuid}`, patch)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      const changed = (await scene.broker.get(`/webhooks/${body.uuid}`)).body;
      expect(changed).toMatchObject({ enabled: false, description: `round ${round}`, request: { url: `${scene.receiver.url}/${round}` } });
    }
  });

  test('a change beside a deletion is made or finds nothing, and brings nothing back', async () => {
    for (let round = 0; round < 10; round++) {
      const { body } = await create();
      const address = `/webhooks/${body.uuid}`;
      const [change, deletion] = await Promise.all([scene.broker.patch(address, { enabled: false }), scene.broker.delete(address)]);
      expect([200, 404]).toContain(change.status);
      expect(deletion.status).toBe(204);
      expect((await scene.broker.get(address)).status).toBe(404);
    }
  });

  describe('a template variable that there is none of', () => {
    const wrong = { url: () => `${scene.receiver.url}/\${pactbroker.consumerNmae}`, body: { a: '${pactbroker.pactURL}' } };
    const errors = {
      'request.url': ['There is no template variable ${pactbroker.consumerNmae}; did you mean ${pactbroker.consumerName}?'],
      'request.body': ['There is no template variable ${pactbroker.pactURL}; did you mean ${pactbroker.pactUrl}?'],
    };
    const request = () => ({ url: wrong.url(), body: wrong.body });

    test('is refused wherever a webhook is saved or tried', async () => {
      await publish('1');
      const { body } = await create();
      const attempts = [
        scene.broker.post('/webhooks', hook({}, request())),
        scene.broker.post('/webhooks/provider/API', hook({}, request())),
        scene.broker.put(`/webhooks/${body.uuid}`, hook({}, request())),
        scene.broker.put('/webhooks/a-uuid-of-my-own', hook({}, request())),
        scene.broker.patch(`/webhooks/${body.uuid}`, { request: request() }),
        scene.broker.post('/webhooks/execute', hook({}, request())),
      ];
      for (const answer of await Promise.all(attempts)) expect(answer).toMatchObject({ status: 400, body: { errors } });
      expect((await scene.broker.get('/webhooks')).body._links['pb:webhooks']).toHaveLength(1);
      expect(scene.receiver.received).toEqual([]);
    });

    test('keeps working in a webhook that has it already, which may still be disabled', async () => {
      const { body } = await create({ description: 'old' });
      const { db } = scene.broker.tenant;
      await db
        .updateTable('webhooks')
        .set({ body: JSON.stringify(wrong.body), url: wrong.url() })
        .execute();
      await publish('1');
      await scene.broker.post(`/webhooks/${body.uuid}/execute`);
      const received = await scene.receiver.until(2);
      expect(received.map(({ body }) => body)).toEqual(Array(2).fill('{"a":"${pactbroker.pactURL}"}'));
      const address = `/webhooks/${body.uuid}`;
      expect(await scene.broker.patch(address, { enabled: false, description: 'disabled' })).toMatchObject({ status: 200 });
      expect(await scene.broker.patch(address, { request: { method: 'POST' } })).toMatchObject({ status: 400, body: { errors } });
      expect((await scene.broker.get(address)).body).toMatchObject({
        enabled: false,
        description: 'disabled',
        request: { body: wrong.body },
      });
    });
  });

  test('the notices of a publication tell webhooks apart', async () => {
    await create();
    const { body: one } = await create({ description: null });
    const { body: other } = await create({
      description: null,
      events: [{ name: 'contract_published' }, { name: 'contract_content_changed' }],
    });
    await create({ description: 'Tell the team' });
    const { body } = await publish('1');
    const texts: string[] = body.notices.map(({ text }: { text: string }) => text);
    const told = texts.flatMap((text) => /^ {2}Webhook (.+) was triggered by (\w+)/.exec(text)?.slice(1).join(' by ') ?? []);
    expect(told).toEqual([
      'Verify by contract_published',
      `POST 127.0.0.1 (${one.uuid}) by contract_published`,
      `POST 127.0.0.1 (${other.uuid}) by contract_published`,
      'Tell the team by contract_published',
      `POST 127.0.0.1 (${other.uuid}) by contract_content_changed`,
    ]);
  });

  test('a value does not break out of the XML that it is put into', async () => {
    const xml = { headers: { 'Content-Type': 'application/xml' }, body: '<by name="${pactbroker.consumerName}"/>' };
    const consumer = 'R&D "Web" <1>';
    await create({ consumer: null }, xml);
    await publish('1', {}, consumer);
    const [request] = await scene.receiver.until(1);
    expect(request).toMatchObject({
      headers: { 'content-type': 'application/xml' },
      body: '<by name="R&amp;D &quot;Web&quot; &lt;1&gt;"/>',
    });
  });

  test('a form is sent as a form', async () => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await create({}, { headers: form, body: { consumer: '${pactbroker.consumerName}', 'a b': 'c&d' } });
    await create({}, { headers: form, body: 'consumer=${pactbroker.consumerName}&x=1' });
    await publish('1', {}, 'R&D Web');
    expect((await scene.receiver.until(2)).map(({ body }) => body).sort()).toEqual([
      'consumer=R%26D+Web&a+b=c%26d',
      'consumer=R%26D+Web&x=1',
    ]);
  });

  test('each address lists the webhooks for exactly its pacticipants', async () => {
    await publish('1');
    await create({ description: 'integration' }, {}, '/webhooks/provider/API/consumer/Web');
    await create({ description: 'provider' }, {}, '/webhooks/provider/API');
    await create({ description: 'consumer' }, {}, '/webhooks/consumer/Web');
    await create({ description: 'all' });
    const listed = async (path: string) =>
      (await scene.broker.get(path)).body._links['pb:webhooks'].map((link: { name: string }) => link.name);
    expect(await listed('/webhooks')).toEqual(['integration', 'provider', 'consumer', 'all']);
    expect(await listed('/webhooks/provider/API/consumer/Web')).toEqual(['integration']);
    expect(await listed(`${PACT}/webhooks`)).toEqual(['integration']);
    expect(await listed('/webhooks/provider/API')).toEqual(['provider']);
    expect(await listed('/webhooks/consumer/Web')).toEqual(['consumer']);
    for (const path of ['/webhooks/provider/Nobody', '/webhooks/consumer/Nobody', '/webhooks/provider/API/consumer/Nobody']) {
      expect((await scene.broker.get(path)).status).toBe(404);
      expect((await scene.broker.post(path, hook())).status).toBe(404);
    }
  });

  test('a webhook between two goes with their integration, any other stays', async () => {
    await publish('1');
    await publish('1', {}, 'App');
    const between = async (consumer: string) => (await create({}, {}, `/webhooks/provider/API/consumer/${consumer}`)).body.uuid;
    const uuids = { web: await between('Web'), app: await between('App'), api: (await create({ provider: { name: 'API' } })).body.uuid };
    const left = async () => {
      const { body } = await scene.broker.get('/webhooks');
      return body._links['pb:webhooks'].map(({ href }: { href: string }) => href.split('/').at(-1));
    };
    expect((await scene.broker.delete('/integrations/provider/API/consumer/Web')).status).toBe(204);
    expect(await left()).toEqual([uuids.app, uuids.api]);
    expect((await scene.broker.delete('/integrations')).status).toBe(204);
    expect(await left()).toEqual([uuids.api]);
  });

  test('what is not allowed is refused when it is saved, and nothing is written', async () => {
    const refused = async (changes: object, request: object) => (await scene.broker.post('/webhooks', hook(changes, request))).body.errors;
    expect(await refused({}, { url: 'http://10.0.0.1/x' })).toHaveProperty(['request.url']);
    expect(await refused({}, { url: 'ftp://example.org/x' })).toHaveProperty(['request.url']);
    expect(await refused({}, { method: 'DELETE' })).toHaveProperty(['request.method']);
    expect(await refused({ consumer: { name: 'Nobody' } }, {})).toHaveProperty(['consumer.name']);
    expect(await refused({}, { headers: { Authorization: MASK } })).toHaveProperty(['request.headers.authorization']);
    expect((await scene.broker.put('/webhooks/short', hook())).body.errors).toHaveProperty(['uuid']);
    expect((await scene.broker.get('/webhooks')).body._links['pb:webhooks']).toEqual([]);
  });

  test('execution shows what was sent and answered, saved or not, with a pact or without', async () => {
    const request = { body: { c: '${pactbroker.consumerName}', e: '${pactbroker.eventName}' } };
    const unsaved = await scene.broker.post('/webhooks/execute', hook({ consumer: { name: 'Web' } }, request));
    expect(unsaved).toMatchObject({
      status: 200,
      body: { success: true, request: { body: { c: 'Web', e: 'test' } }, response: { status: 200, body: { ok: true } } },
    });
    await publish('1');
    const { body } = await create({ provider: { name: 'API' } }, request);
    scene.receiver.reply({ status: 500, body: 'broken' });
    const executed = await scene.broker.post(`/webhooks/${body.uuid}/execute`, {});
    expect(executed.body).toMatchObject({ success: false, request: { url: '/build' }, response: { status: 500, body: 'broken' } });
    expect(executed.body.logs).toContain('HTTP/1.1 500');
    expect((await scene.broker.post('/webhooks/execute', hook({}, { url: 'http://10.0.0.1/' }))).status).toBe(400);
    expect((await scene.broker.post('/webhooks/execute', hook({}, { password: MASK, username: 'x' }))).status).toBe(400);
    expect((await scene.broker.post('/webhooks/00000000-0000-0000-0000-000000000000/execute', {})).status).toBe(404);
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
      expect({ path, status: (await scene.broker.get(path)).status }).toEqual({ path, status: 404 });
    expect((await scene.broker.get('/triggered-webhooks/x/logs', { accept: 'text/plain' })).status).toBe(404);
    expect((await scene.broker.post('/triggered-webhooks/x/redeliver')).status).toBe(404);
    expect((await scene.broker.get('/triggered-webhooks?status=lost')).status).toBe(400);
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
