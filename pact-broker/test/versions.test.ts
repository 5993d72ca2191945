import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { expectGolden } from './golden.ts';
import { databases } from './store.ts';

const X = '/pacticipants/Order%20Web';

describe.each(databases)('versions on %s', (database) => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database });
  });
  afterAll(() => broker.stop());

  const numbers = async (path: string) => {
    const { body } = await broker.get(path);
    return body._embedded.versions.map(({ number }: { number: string }) => number);
  };
  const latest = async (path: string) => (await broker.get(path)).body.number ?? 'none';

  test('are created, put on branches, tagged and read in the wire format', async () => {
    await broker.post('/environments', { name: 'production', production: true });
    await broker.post('/contracts/publish', publication('Order Web', '1.0.0', ['Order API'], { branch: 'main', tags: ['dev'] }));
    expectGolden(broker, 'versions', {
      created: await broker.put(`${X}/versions/1.1.0`, { buildUrl: 'https://ci.example.org/5', branch: 'feat/basket', tags: ['dev'] }),
      changed: await broker.patch(`${X}/versions/1.1.0`, { buildUrl: null }),
      'with a pact': await broker.get(`${X}/versions/1.0.0`),
      list: await broker.get(`${X}/versions`),
      'a page': await broker.get(`${X}/versions?size=1`),
      latest: await broker.get(`${X}/latest-version`),
      'latest with a tag': await broker.get(`${X}/latest-version/dev`),
      'tag put': await broker.put(`${X}/versions/1.0.0/tags/prod`, {}),
      'tag put again': await broker.put(`${X}/versions/1.0.0/tags/prod`),
      tag: await broker.get(`${X}/versions/1.0.0/tags/prod`),
      'with a tag': await broker.get(`${X}/tags/prod/versions`),
      'put on a branch': await broker.put(`${X}/branches/feat%2Fbasket/versions/1.0.0`, {}),
      'put on it again': await broker.put(`${X}/branches/feat%2Fbasket/versions/1.0.0`),
      'on a branch': await broker.get(`${X}/branches/feat%2Fbasket/versions/1.0.0`),
      branches: await broker.get(`${X}/branches?q=FEAT`),
      branch: await broker.get(`${X}/branches/main`),
      'of a branch': await broker.get(`${X}/branches/main/versions`),
      'latest of a branch': await broker.get(`${X}/branches/feat%2Fbasket/latest-version`),
      'branches deleted': await broker.delete(`${X}/branches?exclude[]=other`),
    });
  });

  test('what deletions leave behind is newest again', async () => {
    const P = '/pacticipants/Heads';
    for (const number of ['1', '2', '3']) {
      await broker.post(
        '/contracts/publish',
        publication('Heads', number, ['Order API'], { branch: 'main', tags: ['t'], path: `/${number}` }),
      );
    }
    const pact = async (which: string) =>
      (await broker.get(`/pacts/provider/Order%20API/consumer/Heads/${which}`)).body.interactions?.[0]?.request.path;
    await broker.delete(`${P}/versions/3`);
    expect([
      await latest(`${P}/latest-version`),
      await latest(`${P}/branches/main/latest-version`),
      await latest(`${P}/latest-version/t`),
    ]).toEqual(['2', '2', '2']);
    expect([await pact('latest'), await pact('branch/main/latest'), await pact('latest/t')]).toEqual(['/2', '/2', '/2']);
    await broker.delete(`${P}/branches/main/versions/2`);
    await broker.delete(`${P}/versions/2/tags/t`);
    expect([
      await latest(`${P}/latest-version`),
      await latest(`${P}/branches/main/latest-version`),
      await latest(`${P}/latest-version/t`),
    ]).toEqual(['2', '1', '1']);
    expect([await pact('latest'), await pact('branch/main/latest'), await pact('latest/t')]).toEqual(['/2', '/1', '/1']);
    await broker.delete(`${P}/versions/1`);
    expect([await latest(`${P}/branches/main/latest-version`), await latest(`${P}/latest-version/t`)]).toEqual(['none', 'none']);
    expect((await broker.get(`${P}/branches/main`)).status).toBe(200);
    expect((await broker.get(`${P}/branches/main/versions`)).body._embedded.versions).toEqual([]);
  });

  test('branches come most recently updated first, also where a version was on it already or is older than the head', async () => {
    const put = async (branch: string, number: string) => {
      // Times are kept to the millisecond.
      await setTimeout(2);
      await broker.put(`/pacticipants/Busy/branches/${branch}/versions/${number}`, {});
    };
    const branches = async (query = '') => {
      const { body } = await broker.get(`/pacticipants/Busy/branches${query}`);
      return body._embedded.branches.map(({ name }: { name: string }) => name);
    };
    await put('a', '1');
    await put('b', '2');
    await put('c', '3');
    expect(await branches()).toEqual(['c', 'b', 'a']);
    await put('a', '4');
    expect(await branches()).toEqual(['a', 'c', 'b']);
    await put('b', '2');
    expect(await branches()).toEqual(['b', 'a', 'c']);
    await put('c', '1');
    expect(await branches()).toEqual(['c', 'b', 'a']);
    expect([await branches('?size=2'), await branches('?size=2&page=2')]).toEqual([['c', 'b'], ['a']]);
    const { body } = await broker.get('/pacticipants/Busy/branches/c');
    expect(Date.parse(body.updatedAt)).toBeGreaterThanOrEqual(Date.parse(body.createdAt));
    expect((await broker.get('/pacticipants/Busy/branches')).body._embedded.branches[0].updatedAt).toBe(body.updatedAt);
    expect(await latest('/pacticipants/Busy/branches/c/latest-version')).toBe('1');
  });

  test('deleting branches keeps the main branch, the excluded ones, and every version', async () => {
    const P = '/pacticipants/Branchy';
    for (const [branch, number] of [
      ['main', '1'],
      ['keep/me', '2'],
      ['a', '3'],
      ['b', '4'],
    ] as const) {
      await broker.put(`${P}/branches/${encodeURIComponent(branch)}/versions/${number}`, {});
    }
    const answer = await broker.delete(`${P}/branches?exclude[]=keep/me`);
    expect(answer.status).toBe(202);
    expect(answer.body.notices[0].text).toContain('2 branches');
    const { body } = await broker.get(`${P}/branches`);
    expect(body._embedded.branches.map(({ name }: { name: string }) => name)).toEqual(['keep/me', 'main']);
    expect(await numbers(`${P}/versions`)).toEqual(['4', '3', '2', '1']);
  });

  test('a version deleted and created anew begins without what it had', async () => {
    const P = '/pacticipants/Phoenix';
    await broker.put(`${P}/versions/1`, { branch: 'main', tags: ['t'], buildUrl: 'https://ci.example.org/1' });
    await broker.delete(`${P}/versions/1`);
    const { status, body } = await broker.put(`${P}/versions/1`, {});
    expect(status).toBe(201);
    expect(body).not.toHaveProperty('buildUrl');
    expect(body._embedded).toEqual({ branchVersions: [], tags: [] });
  });

  const long = 'x'.repeat(256);
  test.each([
    ['a build URL that is a number', 'PUT', `${X}/versions/bad`, { buildUrl: 5 }, ['buildUrl']],
    ['an empty branch', 'PATCH', `${X}/versions/bad`, { branch: '' }, ['branch']],
    ['tags that are no list', 'PATCH', `${X}/versions/bad`, { tags: 'dev' }, ['tags']],
    ['a tag that is a number', 'PATCH', `${X}/versions/bad`, { tags: ['dev', 5] }, ['tags']],
    ['several faults at once', 'PATCH', `${X}/versions/bad`, { tags: [''], branch: 5 }, ['branch', 'tags']],
    ['a list for a body', 'PUT', `${X}/versions/bad`, [], ['']],
    ['a version number that is too long', 'PUT', `${X}/versions/${long}`, {}, ['number']],
    ['a version number with a line break', 'PUT', `${X}/versions/a%0Ab`, {}, ['number']],
    ['a tag with a line break', 'PUT', `${X}/versions/bad/tags/a%0Ab`, {}, ['tag']],
    ['a branch that is too long', 'PUT', `${X}/branches/${long}/versions/bad`, {}, ['branch']],
    ['a blank pacticipant name', 'PUT', '/pacticipants/%20/versions/1', {}, ['pacticipant']],
  ])('refuses %s', async (_what, method, path, body, fields) => {
    const before = await numbers(`${X}/versions`);
    const answer = await broker.send(method, path, body);
    expect({ status: answer.status, fields: Object.keys(answer.body.errors ?? {}) }).toEqual({ status: 400, fields });
    expect(await numbers(`${X}/versions`)).toEqual(before);
  });

  test('a name much like another is refused wherever it would be created on the way', async () => {
    for (const path of ['versions/1', 'versions/1/tags/dev', 'branches/main/versions/1']) {
      expect((await broker.put(`/pacticipants/order-web/${path}`, {})).status).toBe(409);
    }
    expect((await broker.get('/pacticipants/order-web')).status).toBe(404);
  });

  const HAL = 'application/hal+json;charset=utf-8';
  const JSON_TYPE = 'application/json;charset=utf-8';
  test.each([
    ['GET', '/pacticipants/Nobody/versions', HAL],
    ['GET', '/pacticipants/Nobody/versions/1', HAL],
    ['DELETE', '/pacticipants/Nobody/versions/1', HAL],
    ['GET', '/pacticipants/Nobody/latest-version', HAL],
    ['GET', '/pacticipants/Nobody/branches', HAL],
    ['DELETE', '/pacticipants/Nobody/branches', HAL],
    ['GET', `${X}/versions/99`, JSON_TYPE],
    ['DELETE', `${X}/versions/99`, JSON_TYPE],
    ['GET', `${X}/latest-version/nope`, JSON_TYPE],
    ['GET', `${X}/tags/nope/versions`, JSON_TYPE],
    ['GET', `${X}/versions/1.0.0/tags/nope`, JSON_TYPE],
    ['DELETE', `${X}/versions/1.0.0/tags/nope`, JSON_TYPE],
    ['GET', `${X}/branches/nope`, JSON_TYPE],
    ['DELETE', `${X}/branches/nope`, JSON_TYPE],
    ['GET', `${X}/branches/nope/versions`, JSON_TYPE],
    ['GET', `${X}/branches/nope/latest-version`, JSON_TYPE],
    ['GET', `${X}/branches/nope/versions/1.0.0`, JSON_TYPE],
    ['DELETE', `${X}/branches/main/versions/1.1.0`, JSON_TYPE],
  ])('%s %s is not found', async (method, path, type) => {
    const answer = await broker.send(method, path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, type]);
  });
});
