import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { databases } from './store.ts';

interface Notice {
  type: string;
  text: string;
}

describe.each(databases)('the gate explains itself on %s', (database) => {
  let broker: TestBroker;
  const environments: Record<string, string> = {};

  beforeAll(async () => {
    broker = await startBroker({ database });
    for (const name of ['test', 'production', 'attic'])
      environments[name] = (await broker.post('/environments', { name, production: false })).body.uuid;
    await broker.post('/contracts/publish', publication('Web', '1', ['API', 'Stock'], { branch: 'main', tags: ['dev'] }));
    await verify('Web', '1', 'API', { version: '5', success: false, testResults: failures(1) });
    await verify('Web', '1', 'Stock', { version: '7', success: true });
    await deploy('API', '5', 'production');
    await deploy('Stock', '7', 'production');
    await deploy('Web', '1', 'test');
  });
  afterAll(() => broker.stop());

  const pactOf = async (consumer: string, number: string, provider: string) =>
    (await broker.get(`/pacts/provider/${provider}/consumer/${consumer}/version/${number}`)).body;
  const verify = async (
    consumer: string,
    number: string,
    provider: string,
    { version, ...result }: { version: string; success: boolean; testResults?: unknown },
  ) => {
    const { _links } = await pactOf(consumer, number, provider);
    const answer = await broker.post(_links['pb:publish-verification-results'].href, { ...result, providerApplicationVersion: version });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const deploy = async (pacticipant: string, number: string, environment: string) =>
    expect(
      (await broker.post(`/pacticipants/${pacticipant}/versions/${number}/deployed-versions/environment/${environments[environment]}`, {}))
        .status,
    ).toBe(201);
  const ask = async (query: string) => {
    const { status, body } = await broker.get(`/matrix?latestby=cvp&${query}`);
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
    return { deployable: body.summary.deployable, reason: body.summary.reason, notices: body.notices as Notice[] };
  };
  const textsOf = async (query: string, type: string) => (await ask(query)).notices.filter((n) => n.type === type).map(({ text }) => text);
  const web = 'q[][pacticipant]=Web&q[][version]=1';

  const failures = (interactions: number) =>
    Array.from({ length: interactions }, (_, index) => ({
      interactionDescription: `request ${index + 1}`,
      success: false,
      mismatches: Array.from({ length: 4 }, (_, n) => ({
        attribute: 'body',
        identifier: `$.items[${n}]`,
        description: `Expected ${n} (Integer)\n to be equal to "x" (String)`,
      })),
    }));

  test('a no names interaction, place, expected and got, as far as a person reads', async () => {
    const { deployable, reason } = await ask(`${web}&environment=production`);
    const sentence = 'API version 5 failed to verify the pact of Web version 1.';
    expect({ deployable, reason }).toEqual({ deployable: false, reason: sentence });
    expect(await textsOf(`${web}&environment=production`, 'error')).toEqual([sentence]);
    expect(await textsOf(`${web}&environment=production`, 'info')).toEqual([
      '✗ request 1: body $.items[0]: Expected 0 (Integer) to be equal to "x" (String)',
      '✗ request 1: body $.items[1]: Expected 1 (Integer) to be equal to "x" (String)',
      '✗ request 1: body $.items[2]: Expected 2 (Integer) to be equal to "x" (String)',
      '… and 1 more difference in request 1',
    ]);
    await verify('Web', '1', 'API', { version: '5', success: false, testResults: failures(7) });
    const told = await textsOf(`${web}&environment=production`, 'info');
    expect(told.at(-2)).toBe('… and 1 more difference in request 5');
    expect(told.at(-1)).toBe('… and 2 more interactions of Web version 1');
    await verify('Web', '1', 'API', { version: '5', success: false, testResults: { nonsense: [null, 7] } });
    expect(await textsOf(`${web}&environment=production`, 'info')).toEqual([]);
  });

  test('a report that takes long to read is left out, and not waited for; others are told', async () => {
    await broker.post('/contracts/publish', publication('Site', '1', ['API', 'Stock'], { branch: 'main' }));
    const long = [{ ...failures(1)[0], output: 'x'.repeat(5 * 1024 * 1024) }];
    await verify('Site', '1', 'API', { version: '5', success: false, testResults: long });
    await verify('Site', '1', 'Stock', { version: '7', success: false, testResults: failures(1) });
    const site = 'q[][pacticipant]=Site&q[][version]=1&environment=production';
    expect(await textsOf(site, 'error')).toHaveLength(2);
    expect(await textsOf(site, 'info')).toHaveLength(4);
  });

  test('a success that tells nothing of some interactions is told, by the gate and by the result', async () => {
    const interactions = ['one', 'two'].map((description) => ({
      description,
      request: { method: 'GET', path: `/${description}` },
      response: { status: 200 },
    }));
    const content = {
      consumer: { name: 'App' },
      provider: { name: 'API' },
      interactions,
      metadata: { pactSpecification: { version: '3.0.0' } },
    };
    await broker.put('/pacts/provider/API/consumer/App/version/1', content);
    const [{ _id: interactionId }] = (await pactOf('App', '1', 'API')).interactions;
    const result = await verify('App', '1', 'API', { version: '5', success: true, testResults: [{ interactionId, success: true }] });
    expect(result.interactionsWithoutResult).toEqual(['two']);
    const app = 'q[][pacticipant]=App&q[][version]=1&environment=production';
    expect(await ask(app)).toMatchObject({
      deployable: true,
      notices: [
        { type: 'warning', text: expect.stringMatching(/API version 5 .* App version 1 with success, .* one interaction: "two"/) },
        { type: 'success' },
      ],
    });
    const ids = (await pactOf('App', '1', 'API')).interactions.map(({ _id }: { _id: string }) => ({ interactionId: _id, success: true }));
    expect((await verify('App', '1', 'API', { version: '5', success: true, testResults: ids })).interactionsWithoutResult).toBeUndefined();
    expect(await textsOf(app, 'warning')).toEqual([]);
  });

  test('a branch that there is is not called missing, however many there are', async () => {
    const { db } = broker.tenant;
    const { id } = await db.selectFrom('pacticipants').select('id').where('name', '=', 'Web').executeTakeFirstOrThrow();
    const at = new Date().toISOString();
    const branch = (name: string) => ({ pacticipant_id: id, name, created_at: at, updated_at: at });
    for (let first = 0; first < 6000; first += 1000)
      await db
        .insertInto('branches')
        .values(Array.from({ length: 1000 }, (_, index) => branch(`feature-${first + index}`)))
        .execute();
    await db.insertInto('branches').values(branch('z-last')).execute();
    expect(await textsOf(`${web}&branch=z-last`, 'warning')).toEqual([]);
    await db.deleteFrom('branches').where('name', 'like', 'feature-%').execute();
  });

  test.each([
    [
      'a tag that nothing has',
      `${web}&tag=dve&latest=true`,
      'There is no tag "dve" on any version, so that nothing is compared with. Did you mean "dev"?',
    ],
    [
      'a branch that nothing has',
      `${web}&branch=mian`,
      'There is no branch "mian" on any version, so that nothing is compared with. Did you mean "main"?',
    ],
    [
      'an environment in which nothing is',
      'q[][pacticipant]=API&q[][version]=5&environment=attic',
      'Nothing is in attic: nobody has recorded a deployment or a release there. Is it the right environment?',
    ],
    [
      'an ignore of nobody',
      `${web}&environment=production&ignore[][pacticipant]=APY`,
      'There is no pacticipant "APY" to ignore. Did you mean "API"?',
    ],
    [
      'an ignore of a version that there is not',
      `${web}&environment=production&ignore[][pacticipant]=API&ignore[][version]=6`,
      'There is no version 6 of API to ignore.',
    ],
  ])('%s is told', async (_name, query, warning) => expect(await textsOf(query, 'warning')).toContain(warning));

  test.each([
    [
      'a tag',
      `q[][pacticipant]=Web&q[][tag]=deb&q[][latest]=true&environment=production`,
      'There is no Web, the latest version with tag deb. Did you mean "dev"?',
    ],
    [
      'a branch',
      `q[][pacticipant]=Web&q[][branch]=man&q[][latest]=true&environment=production`,
      'There is no Web, the latest version of branch man. Did you mean "main"?',
    ],
    ['a version', 'q[][pacticipant]=Web&q[][version]=9&environment=production', 'There is no Web, version 9.'],
  ])('%s that an application does not have is named, with the nearest', async (_name, query, error) =>
    expect(await ask(query)).toMatchObject({ deployable: false, reason: error }),
  );

  test('that a main branch is missing is said, with how to name one', async () => {
    await broker.post('/contracts/publish', publication('App', '2', ['Bare'], { branch: 'work' }));
    const [error] = await textsOf('q[][pacticipant]=App&q[][version]=2&mainBranch=true&latest=true', 'error');
    expect(error).toContain(
      `Bare has no main branch. Name it once: pact-broker create-or-update-pacticipant --name 'Bare' --main-branch main`,
    );
    expect((await ask('q[][pacticipant]=Bare&q[][mainBranch]=true&q[][latest]=true&environment=test')).reason).toContain(
      'Bare has no main branch.',
    );
  });

  test('a version that there is not, and that is ignored, is told', async () => {
    const { deployable, notices } = await ask('q[][pacticipant]=Web&q[][version]=99&environment=production&ignore[][pacticipant]=Web');
    expect({ deployable, notices }).toEqual({
      deployable: true,
      notices: [
        { type: 'warning', text: 'Ignored: There is no Web, version 99.' },
        { type: 'success', text: 'Everything that it has to work with here is ignored.' },
      ],
    });
  });

  test('a verdict on some of the rows says so', async () => {
    const pair = 'q[][pacticipant]=Web&q[][pacticipant]=API';
    expect(await textsOf(`${pair}&limit=1`, 'warning')).toContain(
      'Only the 1 newest rows were judged, as limit has it; there may be more.',
    );
    expect(await textsOf(`${pair}&limit=50`, 'warning')).toEqual([]);
  });

  test('an ignored failure is told, and not called a success', async () => {
    const { deployable, notices } = await ask(`${web}&environment=production&ignore[][pacticipant]=API`);
    expect({ deployable, notices }).toEqual({
      deployable: true,
      notices: [
        { type: 'warning', text: 'Ignored: API version 5 failed to verify the pact of Web version 1.' },
        { type: 'success', text: 'All required results that are not ignored are there, and these are successful.' },
      ],
    });
  });

  test('only what is in a place is said to be there', async () => {
    const [error] = await textsOf('q[][pacticipant]=API&q[][version]=5&q[][pacticipant]=Stock&q[][version]=8&environment=test', 'error');
    expect(error).toBeDefined();
    await broker.put('/pacticipants/Stock/versions/8', {});
    expect(await textsOf('q[][pacticipant]=Stock&q[][version]=8&environment=test', 'error')).toEqual([
      'Stock (version 8) has not verified the pact of Web version 1.',
    ]);
    await deploy('Stock', '8', 'attic');
    expect(await textsOf(`${web}&environment=attic&ignore[][pacticipant]=API`, 'error')).toEqual([
      'Stock (version 8, in attic) has not verified the pact of Web version 1.',
    ]);
  });

  test.each([
    ['a pacticipant', '/matrix?q[][pacticipant]=Wbe&q[][version]=1', 'There is no pacticipant "Wbe". Did you mean "Web"?'],
    ['an environment', `/matrix?${web}&environment=prodcution`, 'There is no environment "prodcution". Did you mean "production"?'],
    ['an environment unlike all', `/matrix?${web}&environment=mars`, 'There is no environment "mars". There are test, production, attic.'],
  ])('%s that there is not is refused, with the nearest', async (_name, path, error) => {
    const { status, body } = await broker.get(path);
    expect({ status, errors: body.errors }).toEqual({ status: 400, errors: [error] });
  });
});

describe.each(databases)('versions asked about together on %s', (database) => {
  let broker: TestBroker;
  const production: { uuid?: string } = {};
  beforeAll(async () => {
    broker = await startBroker({ database });
    production.uuid = (await broker.post('/environments', { name: 'production', production: true })).body.uuid;
    await broker.post('/contracts/publish', publication('Web', '1', ['API'], { branch: 'main', path: '/a' }));
    await broker.post('/contracts/publish', publication('Web', '2', ['API'], { branch: 'main', path: '/b' }));
    await broker.post('/contracts/publish', publication('API', '5', ['API'], { branch: 'main', path: '/self' }));
  });
  afterAll(() => broker.stop());

  const verify = async (consumer: string, number: string, version: string, success: boolean) => {
    const { body } = await broker.get(`/pacts/provider/API/consumer/${consumer}/version/${number}`);
    await broker.post(body._links['pb:publish-verification-results'].href, { success, providerApplicationVersion: version });
  };
  const ask = async (...versions: [string, string][]) => {
    const selectors = versions.map(([name, number]) => `q[][pacticipant]=${name}&q[][version]=${number}`).join('&');
    const { summary } = (await broker.get(`/matrix?${selectors}&environment=production&latestby=cvp`)).body;
    return [summary.deployable, summary.success, summary.failed, summary.unknown];
  };

  test('count for each other, whatever is in the target, and what failed between them is failed', async () => {
    await verify('Web', '2', '6', true);
    await verify('Web', '1', '6', false);
    await broker.post(`/pacticipants/API/versions/5/deployed-versions/environment/${production.uuid}`, {});
    expect(await ask(['Web', '2'])).toEqual([null, 0, 0, 1]);
    expect(await ask(['Web', '2'], ['API', '6'])).toEqual([true, 1, 0, 0]);
    expect(await ask(['Web', '1'], ['API', '6'])).toEqual([false, 0, 1, 0]);
    expect(await ask(['Web', '1'], ['API', '5'])).toEqual([null, 0, 0, 2]);
  });

  test('each version that is named must have verified', async () => {
    const [web, both] = ['q[][pacticipant]=Web&q[][version]=2', ['6', '5'].map((n) => `q[][pacticipant]=API&q[][version]=${n}`).join('&')];
    const { body } = await broker.get(`/matrix?${web}&${both}&environment=production&latestby=cvp`);
    expect(body.summary).toMatchObject({ deployable: null, success: 1, unknown: 3 });
    expect(body.summary.reason).toContain('API (version 5) has not verified the pact of Web version 2.');
  });

  test('an application that is its own consumer counts at the version asked about', async () => {
    expect(await ask(['API', '5'])).toEqual([null, 0, 0, 1]);
    await verify('API', '5', '6', false);
    expect(await ask(['API', '5'])).toEqual([null, 0, 0, 1]);
    await verify('API', '5', '5', true);
    expect(await ask(['API', '5'])).toEqual([true, 1, 0, 0]);
  });

  test('a branch toward a target means its head, which may be an older version', async () => {
    const toMain = '/matrix?q[][pacticipant]=API&q[][version]=6&branch=main&latestby=cvp';
    const consumers = async () =>
      (await broker.get(toMain)).body.matrix.map((row: { consumer: { version: { number: string } } }) => row.consumer.version.number);
    expect(await consumers()).toEqual(['2']);
    await broker.put('/pacticipants/Web/branches/release/versions/2', {});
    await broker.put('/pacticipants/Web/branches/release/versions/1', {});
    const { body } = await broker.get('/matrix?q[][pacticipant]=API&q[][version]=6&branch=release&latestby=cvp');
    expect(body.matrix.map((row: { consumer: { version: { number: string } } }) => row.consumer.version.number)).toEqual(['1']);
    const asked = await broker.get('/matrix?q[][pacticipant]=Web&q[][branch]=release&latest=true&latestby=cvp');
    expect(asked.body.matrix.map((row: { consumer: { version: { number: string } } }) => row.consumer.version.number)).toEqual(['1']);
  });
});
