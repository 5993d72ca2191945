import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { expectGolden } from './golden.ts';
import { databases } from './store.ts';

const V = '/pacticipants/Order%20Web/versions';

describe.each(databases)('environments on %s', (database) => {
  let broker: TestBroker;
  let test1: string;
  beforeAll(async () => {
    broker = await startBroker({ database });
    const contacts = [{ name: 'Order team', details: { email: 'orders@example.org' } }];
    const created = await broker.post('/environments', { name: 'test-1', displayName: 'Zone one', production: false, contacts });
    test1 = created.body.uuid;
    for (const number of ['1', '2', '3']) await broker.put(`${V}/${number}`, {});
  });
  afterAll(() => broker.stop());

  const deploy = (number: string, instance?: string, environment = test1) =>
    broker.post(
      `${V}/${number}/deployed-versions/environment/${environment}`,
      instance === undefined ? {} : { applicationInstance: instance },
    );
  const deployed = async (query = '') => {
    const { body } = await broker.get(`/environments/${test1}/deployed-versions/currently-deployed${query}`);
    return body._embedded.deployedVersions.map((d: { _embedded: { version: { number: string } }; applicationInstance?: string }) =>
      [d._embedded.version.number, d.applicationInstance].filter(Boolean).join(' '),
    );
  };

  test('are kept, deployed to and released to in the wire format', async () => {
    const other = await startBroker({ database });
    try {
      const created = await other.post('/environments', { name: 'live-eu', production: true });
      const { uuid } = created.body;
      await other.put(`${V}/1`, {});
      const there = (kind: string) => `${V}/1/${kind}-versions/environment/${uuid}`;
      const deployment = await other.post(there('deployed'), { target: 'blue' });
      const release = await other.post(there('released'), {});
      expectGolden(other, 'environments', {
        created,
        changed: await other.put(`/environments/${uuid}`, { name: 'live-eu', displayName: 'Live', production: true, contacts: [] }),
        list: await other.get('/environments?name=live-eu'),
        deployment,
        release,
        'released again': await other.post(there('released')),
        'deployed now': await other.get(`/environments/${uuid}/deployed-versions/currently-deployed`),
        'supported now': await other.get(`/environments/${uuid}/released-versions/currently-supported?pacticipant=Order%20Web&version=1`),
        'deployments of a version': await other.get(there('deployed')),
        'releases of a version': await other.get(there('released')),
        version: await other.get(`${V}/1`),
        pacticipant: await other.get('/pacticipants/Order%20Web'),
        'versions there': await other.get(`/pacticipants/Order%20Web/environments/${uuid}/versions`),
        undeployed: await other.patch(deployment.body._links.self.href, { currentlyDeployed: false }),
        unsupported: await other.patch(release.body._links.self.href, { currentlySupported: false }),
        'versions no longer there': await other.get(`/pacticipants/Order%20Web/environments/${uuid}/versions`),
        deleted: await other.delete(`/environments/${uuid}`),
        'gone with it': await other.get(deployment.body._links.self.href),
      });
    } finally {
      await other.stop();
    }
  });

  test('are listed as people read them: by display name', async () => {
    await broker.post('/environments', { name: 'zz', displayName: 'alpha', production: false });
    await broker.post('/environments', { name: 'beta-site', production: false });
    const { body } = await broker.get('/environments');
    expect(body._embedded.environments.map((e: { displayName: string }) => e.displayName)).toEqual(['alpha', 'Beta Site', 'Zone one']);
  });

  test('a deployment takes the place of what the same instance had', async () => {
    await deploy('1');
    await deploy('1', 'blue');
    await deploy('2');
    expect(await deployed()).toEqual(['2', '1 blue']);
    expect(await deployed('?applicationInstance=')).toEqual(['2']);
    expect(await deployed('?target=blue')).toEqual(['1 blue']);
    expect(await deployed('?pacticipant=Nobody')).toEqual([]);
    expect(await deployed('?version=2')).toEqual(['2']);
  });

  test('the same deployment again is the same deployed version', async () => {
    const [first, second] = [await deploy('3', 'same'), await deploy('3', 'same')];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.uuid).toBe(first.body.uuid);
  });

  test('what ended can begin again, as a record of its own', async () => {
    const first = await deploy('1', 'again');
    const ended = await broker.patch(first.body._links.self.href, { currentlyDeployed: false });
    const twice = await broker.patch(first.body._links.self.href, { currentlyDeployed: false });
    expect(twice.body).toEqual(ended.body);
    expect((await broker.patch(first.body._links.self.href, {})).body).toEqual(ended.body);
    expect((await deploy('1', 'again')).body.uuid).not.toBe(first.body.uuid);
  });

  test('a tag named like an environment is a deployment there', async () => {
    await broker.put(`${V}/3/tags/test-1`, {});
    expect(await deployed('?applicationInstance=')).toEqual(['3']);
  });

  test('which follows from putting the tag, also where it was there, and not from publishing with it', async () => {
    await broker.put(`${V}/2/tags/test-1`, {});
    expect(await deployed('?applicationInstance=')).toEqual(['2']);
    await broker.put(`${V}/3/tags/test-1`, {});
    expect(await deployed('?applicationInstance=')).toEqual(['3']);
    const name = decodeURIComponent(V.split('/')[2] as string);
    const body = publication(name, '4', ['Order API'], { tags: ['test-1'] });
    expect((await broker.post('/contracts/publish', body)).status).toBe(200);
    await broker.put(`${V}/5`, { tags: [{ name: 'test-1' }] });
    expect(await deployed('?applicationInstance=')).toEqual(['3']);
  });

  test('parallel deployments to one instance leave one of them standing, and none fails', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => deploy(String((index % 3) + 1), 'race')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(await deployed('?applicationInstance=race')).toHaveLength(1);
  });

  test('parallel releases of one version are one release', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => broker.post(`${V}/1/released-versions/environment/${test1}`, {})));
    expect(new Set(answers.map(({ body }) => body.uuid)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  test('of parallel creations of one name one succeeds, and the others are told', async () => {
    const body = { name: 'contended', production: false };
    const answers = await Promise.all(Array.from({ length: 8 }, () => broker.post('/environments', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 400)]);
  });

  const UNKNOWN = '00000000-0000-0000-0000-000000000000';
  test.each([
    ['no name', { production: false }, ['name']],
    ['no production', { name: 'x' }, ['production']],
    ['production as text', { name: 'x', production: 'true' }, ['production']],
    ['a space in the name', { name: 'a b', production: false }, ['name']],
    ['a name that is taken', { name: 'test-1', production: false }, ['name']],
    ['contacts that are no list', { name: 'x', production: false, contacts: { name: 'x' } }, ['contacts']],
    ['a contact without a name', { name: 'x', production: false, contacts: [{ details: {} }] }, ['contacts']],
    ['details that are no object', { name: 'x', production: false, contacts: [{ name: 'x', details: 'y' }] }, ['contacts']],
    ['a display name that is a list', { name: 'x', production: false, displayName: ['x'] }, ['displayName']],
    ['nothing at all', undefined, ['name', 'production']],
  ])('refuses %s', async (_what, body, fields) => {
    const answer = await broker.post('/environments', body);
    expect({ status: answer.status, fields: Object.keys(answer.body.errors ?? {}) }).toEqual({ status: 400, fields });
  });

  test.each([
    ['an instance that is a number', { applicationInstance: 5 }, 'applicationInstance'],
    ['an instance with a line break', { applicationInstance: 'a\nb' }, 'applicationInstance'],
    ['a target that differs from the instance', { applicationInstance: 'a', target: 'b' }, 'target'],
    ['a list', [], ''],
  ])('refuses to deploy to %s', async (_what, body, field) => {
    const answer = await broker.post(`${V}/1/deployed-versions/environment/${test1}`, body);
    expect({ status: answer.status, fields: Object.keys(answer.body.errors) }).toEqual({ status: 400, fields: [field] });
  });

  test('what is over cannot be made to last by a change', async () => {
    const { body } = await deploy('1', 'over');
    expect((await broker.patch(body._links.self.href, { currentlyDeployed: true })).body.errors).toHaveProperty('currentlyDeployed');
    const released = await broker.post(`${V}/2/released-versions/environment/${test1}`, {});
    expect((await broker.patch(released.body._links.self.href, { currentlySupported: 'no' })).body.errors).toHaveProperty(
      'currentlySupported',
    );
  });

  test.each([
    ['GET', `/environments/${UNKNOWN}`],
    ['DELETE', `/environments/${UNKNOWN}`],
    ['PUT', `/environments/${UNKNOWN}`],
    ['GET', `/environments/${UNKNOWN}/deployed-versions/currently-deployed`],
    ['GET', `/environments/${UNKNOWN}/released-versions/currently-supported`],
    ['GET', `/deployed-versions/${UNKNOWN}`],
    ['PATCH', `/deployed-versions/${UNKNOWN}`],
    ['GET', `/released-versions/not-a-uuid`],
    ['POST', `${V}/1/deployed-versions/environment/${UNKNOWN}`],
    ['POST', `${V}/1/released-versions/environment/${UNKNOWN}`],
    ['POST', `${V}/9/released-versions/environment/${UNKNOWN}`],
    ['GET', `/pacticipants/Order%20Web/environments/${UNKNOWN}/versions`],
  ])('%s %s is not found', async (method, path) => {
    const body = { PUT: { name: 'x', production: false }, PATCH: { currentlyDeployed: false }, POST: {} }[method];
    const answer = await broker.send(method, path, body);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/json;charset=utf-8']);
  });
});
