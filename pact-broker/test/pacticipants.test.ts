import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { expectGolden } from './golden.ts';
import { databases } from './store.ts';

describe.each(databases)('pacticipants on %s', (database) => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database });
  });
  afterAll(() => broker.stop());

  const names = async (path: string) => {
    const { body } = await broker.get(path);
    return body._embedded.pacticipants.map(({ name }: { name: string }) => name);
  };

  test('are created, changed, labelled and read in the wire format', async () => {
    const fields = { name: 'Order Web', repositoryUrl: 'https://example.org/order-web', mainBranch: 'main' };
    expectGolden(broker, 'pacticipants', {
      index: await broker.get('/'),
      heartbeat: await broker.get('/diagnostic/status/heartbeat'),
      created: await broker.post('/pacticipants', fields),
      labelled: await broker.put('/pacticipants/Order%20Web/labels/frontend', {}),
      'labelled again': await broker.put('/pacticipants/Order%20Web/labels/frontend', {}),
      changed: await broker.patch('/pacticipants/Order%20Web', { displayName: 'Orders', repositoryUrl: null }),
      'created by a change': await broker.patch('/pacticipants/stock-api', {}),
      version: await broker.put('/pacticipants/stock-api/versions/1', {}),
      'with a version': await broker.get('/pacticipants/stock-api'),
      'a page': await broker.get('/pacticipants?q=o&size=1&page=2'),
      labels: await broker.get('/labels'),
      'by label': await broker.get('/pacticipants/label/frontend'),
    });
  });

  test('a PUT takes away what it leaves out, a PATCH does not', async () => {
    await broker.put('/pacticipants/Replaced', { displayName: 'Shown', mainBranch: 'trunk' });
    const patched = await broker.patch('/pacticipants/Replaced', { repositoryName: 'replaced' });
    expect(patched.body).toMatchObject({ displayName: 'Shown', mainBranch: 'trunk', repositoryName: 'replaced' });
    const put = await broker.put('/pacticipants/Replaced', { repositoryName: 'replaced' });
    expect(put.body).toMatchObject({ displayName: 'Replaced', repositoryName: 'replaced' });
    expect(put.body).not.toHaveProperty('mainBranch');
  });

  test('are listed by name without regard to case, and found by part of the name or display name', async () => {
    await broker.post('/pacticipants', { name: 'zebra' });
    await broker.post('/pacticipants', { name: 'Antelope' });
    await broker.post('/pacticipants', { name: 'x-100%_y', displayName: 'Percent' });
    const all = await names('/pacticipants');
    expect(all.indexOf('Antelope')).toBe(0);
    expect(all.indexOf('zebra')).toBe(all.length - 1);
    expect(await names('/pacticipants?q=ELOP')).toEqual(['Antelope']);
    expect(await names('/pacticipants?q=perc')).toEqual(['x-100%_y']);
    // What a LIKE would take for wildcards is meant literally.
    expect(await names('/pacticipants?q=%25_')).toEqual(['x-100%_y']);
    expect(await names('/pacticipants?q=nothing')).toEqual([]);
  });

  test('pages follow one another through the whole list', async () => {
    const seen: string[] = [];
    let next = '/pacticipants?size=2';
    for (let page = 0; next && page < 20; page++) {
      const { body } = await broker.get(next);
      seen.push(...body._embedded.pacticipants.map(({ name }: { name: string }) => name));
      next = body._links.next?.href;
    }
    expect(seen).toEqual(await names('/pacticipants'));
  });

  test('names may hold slashes, quotes, percent signs and letters of any alphabet', async () => {
    for (const name of ['a/b', `it's "quoted"`, '100%', 'Заказы 订单 🛒', 'a+b c', '.', '{x}']) {
      const created = await broker.post('/pacticipants', { name });
      expect(created.status).toBe(201);
      // A client resolves a lone dot in an address; all other names lead back to themselves.
      if (name === '.') continue;
      const found = await broker.get(created.body._links.self.href);
      expect(found.body).toMatchObject({ name });
    }
  });

  test('deleting one takes its pacts away in either role', async () => {
    await broker.post('/contracts/publish', publication('Gone Web', '1', ['Kept API'], { branch: 'main' }));
    await broker.post('/contracts/publish', publication('Kept Web', '1', ['Gone Web', 'Kept API'], { branch: 'main' }));
    expect((await broker.delete('/pacticipants/Gone%20Web')).status).toBe(204);
    expect((await broker.get('/pacticipants/Gone%20Web')).status).toBe(404);
    expect((await broker.get('/pacts/provider/Kept%20API/consumer/Gone%20Web/latest')).status).toBe(404);
    expect((await broker.get('/pacts/provider/Gone%20Web/consumer/Kept%20Web/latest')).status).toBe(404);
    expect((await broker.get('/pacts/provider/Kept%20API/consumer/Kept%20Web/latest')).status).toBe(200);
  });

  const long = 'x'.repeat(256);
  test.each([
    ['no name', 'POST', '/pacticipants', {}, 'name'],
    ['an empty name', 'POST', '/pacticipants', { name: '' }, 'name'],
    ['a blank name', 'POST', '/pacticipants', { name: ' ' }, 'name'],
    ['a name that is a number', 'POST', '/pacticipants', { name: 5 }, 'name'],
    ['a name with a line break', 'POST', '/pacticipants', { name: 'a\nb' }, 'name'],
    ['a name that is too long', 'POST', '/pacticipants', { name: long }, 'name'],
    ['a list for a body', 'POST', '/pacticipants', [], ''],
    ['a text for a body', 'POST', '/pacticipants', '"x"', ''],
    ['a display name that is a number', 'PATCH', '/pacticipants/New', { displayName: 5 }, 'displayName'],
    ['a main branch with a NUL', 'PATCH', '/pacticipants/New', { mainBranch: '\u0000' }, 'mainBranch'],
    ['a repository URL with a NUL', 'PATCH', '/pacticipants/New', { repositoryUrl: 'x\u0000' }, 'repositoryUrl'],
    ['a repository URL without end', 'PATCH', '/pacticipants/New', { repositoryUrl: 'x'.repeat(5000) }, 'repositoryUrl'],
    ['another name than the address has', 'PUT', '/pacticipants/New', { name: 'Other' }, 'name'],
    ['a name too long in the address', 'PUT', `/pacticipants/${long}`, {}, 'name'],
    ['a tab in the address', 'PUT', '/pacticipants/a%09b', {}, 'name'],
    ['a NUL in the address', 'GET', '/pacticipants/a%00b', undefined, ''],
    ['a NUL in the query', 'GET', '/pacticipants?q=%00', undefined, ''],
    ['a page that is none', 'GET', '/pacticipants?page=0', undefined, 'page'],
    ['a size that is no number', 'GET', '/pacticipants?size=many', undefined, 'size'],
  ])('refuses %s', async (_what, method, path, body, field) => {
    const before = await names('/pacticipants');
    const answer = await broker.send(method, path, body);
    expect({ status: answer.status, fields: Object.keys(answer.body.errors) }).toEqual({ status: 400, fields: [field] });
    expect(await names('/pacticipants')).toEqual(before);
  });

  test.each([
    ['GET', '/pacticipants/Nobody', 'application/hal+json;charset=utf-8'],
    ['DELETE', '/pacticipants/Nobody', 'application/hal+json;charset=utf-8'],
    ['GET', '/pacticipants/Nobody/labels/x', 'application/hal+json;charset=utf-8'],
    ['PUT', '/pacticipants/Nobody/labels/x', 'application/hal+json;charset=utf-8'],
    ['GET', '/pacticipants/Order%20Web/labels/x', 'application/json;charset=utf-8'],
    ['DELETE', '/pacticipants/Order%20Web/labels/x', 'application/json;charset=utf-8'],
  ])('%s %s is not found', async (method, path, type) => {
    const answer = await broker.send(method, path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.body.error).toMatch(/\w/);
  });
});
