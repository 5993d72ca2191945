import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startCleanUpSchedule } from '../jobs/clean-up-schedule.ts';
import { cleanUpWhenDue, readCleanUp } from '../services/retention/run-clean-up.ts';
import { giveBackCleanUpLease, takeCleanUpLease } from '../storage/clean-up.ts';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { eventually } from './receiver.ts';
import { databases } from './store.ts';

const KEEP = [{ pacticipant: 'Nobody' }];
const rules = [{ rule: { pacticipant: 'Nobody' }, text: '{"pacticipant":"Nobody"}' }];
const WARNINGS = ['Rule {"pacticipant":"Nobody"} keeps nothing: there is no pacticipant "Nobody".'];
const enc = (keep: object) => encodeURIComponent(JSON.stringify(keep));

describe.each(databases)('cleaning up on %s', (database) => {
  let broker: TestBroker;
  /** Time runs so many days ahead, so that nothing is too new. */
  let ahead: number;
  beforeEach(async () => {
    broker = await startBroker({ database });
    ahead = 1;
    broker.tenant.now = () => new Date(Date.now() + ahead * 86_400_000).toISOString();
  });
  afterEach(() => broker.stop());

  const publish = (version: string, options: Parameters<typeof publication>[3] = {}, providers = ['API']) =>
    broker.post('/contracts/publish', publication('Web', version, providers, { branch: 'main', path: `/${version}`, ...options }));
  const verify = async (version: string, providerVersion: string, success = true) => {
    const { body } = await broker.get(`/pacts/provider/API/consumer/Web/version/${version}`);
    const results = body._links['pb:publish-verification-results'].href;
    expect((await broker.post(results, { success, providerApplicationVersion: providerVersion })).status).toBe(201);
  };
  const plan = async (keep: object = KEEP) => {
    const { body } = await broker.get(`/clean-up/plan?keep=${enc(keep)}`);
    return Object.fromEntries(
      body._embedded.versions.map((v: { pacticipant: { name: string }; number: string; because: { text: string }[] }) => [
        `${v.pacticipant.name} ${v.number}`,
        v.because.map(({ text }) => text),
      ]),
    );
  };
  const numbers = async (pacticipant: string) => {
    const { body } = await broker.get(`/pacticipants/${pacticipant}/versions`);
    return body._embedded.versions.map((version: { number: string }) => version.number);
  };
  const dayFrom = (days: number) => {
    ahead = days;
  };

  test('rules that name nothing are told', async () => {
    await broker.post('/environments', { name: 'production', production: true });
    await publish('1', { tags: ['dev'] });
    const missing = [
      [{ pacticipant: 'Nobody', branch: 'main' }, 'pacticipant "Nobody"'],
      [{ branch: 'mian' }, 'branch "mian"'],
      [{ pacticipant: 'API', branch: 'main' }, 'branch "main" of API'],
      [{ tag: 'prod' }, 'tag "prod"'],
      [{ pacticipant: 'API', tag: 'dev' }, 'tag "dev" of API'],
      [{ environment: 'staging' }, 'environment "staging"'],
    ] as const;
    const known = [
      { pacticipant: 'Web', branch: 'main', latest: true },
      { branch: 'main' },
      { branch: true },
      { tag: 'dev' },
      { tag: true },
      { pacticipant: 'Web', tag: 'dev' },
      { environment: 'production' },
      { max_age: 5 },
    ];
    const keep = [...missing.map(([rule]) => rule), ...known];
    const warnings = missing.map(([rule, what]) => `Rule ${JSON.stringify(rule)} keeps nothing: there is no ${what}.`);
    expect((await broker.get(`/clean-up/plan?keep=${enc(keep)}`)).body.warnings).toEqual(warnings);
    expect((await broker.post('/clean-up', { keep })).body.warnings).toEqual(warnings);
    expect((await broker.post('/clean-up', { keep: known })).body.warnings).toEqual([]);
  });

  test('the plan says of each version why it stays', async () => {
    const { uuid } = (await broker.post('/environments', { name: 'production', production: true })).body;
    dayFrom(0);
    for (const version of ['1', '2', '3', '4']) await publish(version);
    await publish('5', { tags: ['dev'] });
    await publish('6', { branch: 'feat/x' }, ['Stock']);
    await broker.put('/pacticipants/Web/branches/main/versions/7', {});
    for (const [consumerVersion, version] of [
      ['1', '10'],
      ['2', '11'],
      ['2', '12'],
      ['2', '13'],
      ['4', '14'],
    ] as const)
      await verify(consumerVersion, version);
    await broker.post(`/pacticipants/Web/versions/2/deployed-versions/environment/${uuid}`, {});
    await broker.post(`/pacticipants/Web/versions/3/released-versions/environment/${uuid}`, {});
    await broker.put('/pacticipants/API/versions/15', {});
    expect(new Set(Object.values(await plan()).map((texts) => (texts as string[]).at(-1)))).toEqual(
      new Set(['created less than an hour ago']),
    );
    dayFrom(1);
    expect(await plan()).toEqual({
      'API 10': [],
      'API 11': ['has the first success of a pact of Web in use'],
      'API 12': [],
      'API 13': ['has the newest result of a pact of Web in use'],
      'API 14': [],
      'API 15': ['newest version'],
      'Web 1': [],
      'Web 2': ['deployed to production'],
      'Web 3': ['released to production'],
      'Web 4': [],
      'Web 5': [
        'head of tag dev',
        'has the newest pact with API with tag dev',
        'has the newest pact with API on branch main',
        'has the newest pact with API',
      ],
      'Web 6': ['head of branch feat/x', 'has the newest pact with Stock on branch feat/x', 'has the newest pact with Stock'],
      'Web 7': ['newest version', 'head of branch main'],
    });
    expect(await plan([{ max_age: 5 }, { branch: 'main' }])).toMatchObject({
      'API 10': ['rule {"max_age":5}'],
      'Web 4': ['rule {"max_age":5}', 'rule {"branch":"main"}'],
    });
  });

  test('a success that its own version took back is no evidence; the next one is', async () => {
    await publish('1');
    await verify('1', '10');
    await verify('1', '10', false);
    await verify('1', '11');
    await verify('1', '12', false);
    await broker.put('/pacticipants/API/versions/13', {});
    dayFrom(2);
    expect(await plan()).toMatchObject({
      'API 10': [],
      'API 11': ['has the first success of a pact of Web in use'],
      'API 12': ['has the newest result of a pact of Web in use'],
    });
  });

  test('what goes, goes with its pacts and results, and nothing else does', async () => {
    for (const version of ['1', '2', '3']) await publish(version);
    await verify('1', '10');
    await verify('3', '11');
    const content = (await broker.get('/pacts/provider/API/consumer/Web/version/1')).body._links['pb:pact-version'].href;
    expect((await broker.get(content)).status).toBe(200);
    dayFrom(2);
    const { status, body } = await broker.post('/clean-up', { keep: KEEP });
    expect([status, body.next, body.deleted.map((v: { number: string }) => v.number)]).toEqual([200, null, ['10', '1', '2']]);
    expect([await numbers('API'), await numbers('Web')]).toEqual([['11'], ['3']]);
    expect(await broker.tenant.db.selectFrom('pact_contents').select('pact_version_id').execute()).toHaveLength(1);
    expect(await broker.tenant.db.selectFrom('verifications').select('id').execute()).toHaveLength(1);
    expect((await broker.get(content)).status).toBe(404);
  });

  test('a limit cuts it into parts, and next leads through all of them', async () => {
    for (let version = 1; version <= 25; version++) await broker.put(`/pacticipants/Web/versions/${version}`, {});
    for (let version = 1; version <= 3; version++) await broker.put(`/pacticipants/App/versions/${version}`, {});
    dayFrom(2);
    const planned: unknown[] = [];
    for (let url = `/clean-up/plan?limit=7&keep=${enc(KEEP)}`; url; ) {
      const { body } = await broker.get(url);
      planned.push(...body._embedded.versions);
      expect(body._embedded.versions.length).toBeLessThanOrEqual(7);
      url = body._links.next?.href;
    }
    expect(planned).toHaveLength(28);
    const parts: number[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const { body } = await broker.post('/clean-up', { keep: KEEP, limit: 7, after });
      parts.push(body.deleted.length);
      after = body.next;
    }
    expect(parts.filter((count) => count > 0)).toEqual([7, 7, 7, 5]);
    expect([await numbers('Web'), await numbers('App')]).toEqual([['25'], ['3']]);
  });

  test.each<[object, string, string]>([
    [{}, 'keep', 'CONCORDAT_CLEAN_KEEP is not set'],
    [{ keep: 'latest' }, 'keep', 'must be a list'],
    [{ keep: [{}] }, 'keep', 'keeps every version'],
    [{ keep: KEEP, limit: 0 }, 'limit', 'from 1 to 1000'],
    [{ keep: KEEP, limit: '7' }, 'limit', 'from 1 to 1000'],
    [{ keep: KEEP, after: '1' }, 'after', 'what an earlier answer gave'],
    [{ keep: KEEP, after: { toString: 1 } }, 'after', 'what an earlier answer gave'],
  ])('%j is refused', async (body, field, reason) => {
    const answer = await broker.post('/clean-up', body);
    expect([answer.status, answer.body.errors[field].join()]).toEqual([400, expect.stringContaining(reason)]);
  });

  test.each(['', '?keep=[', '?keep[a]=1', `?keep=${enc(KEEP)}&limit=1e3`, `?keep=${enc(KEEP)}&after[]=1`, `?keep=${enc(KEEP)}&limit[x]=1`])(
    'the plan refuses %s',
    async (query) => expect((await broker.get(`/clean-up/plan${query}`)).status).toBe(400),
  );

  test('one cleans up at a time, until its lease runs out', async () => {
    const { db, now } = broker.tenant;
    const take = (lease: string, until: string) => takeCleanUpLease(db, { lease, now: now(), until });
    expect(await take('a', new Date(Date.parse(now()) + 60_000).toISOString())).toBe(true);
    expect(await take('b', now())).toBe(false);
    const { status, body } = await broker.post('/clean-up', { keep: KEEP });
    expect([status, body.error]).toEqual([409, expect.stringContaining('under way')]);
    expect((await broker.get('/clean-up')).body.underWay).toBe(true);
    expect(await take('a', now())).toBe(true);
    expect((await broker.post('/clean-up', { keep: KEEP })).status).toBe(200);
    await giveBackCleanUpLease(db, 'a');
    expect((await broker.get('/clean-up')).body.underWay).toBe(false);
  });

  test('what comes into use after it was looked at stays', async () => {
    const { uuid } = (await broker.post('/environments', { name: 'production', production: true })).body;
    for (const version of ['1', '2', '3']) await publish(version);
    dayFrom(2);
    let rests = 0;
    broker.tenant.rest = async () => {
      if (rests++ === 0) await broker.post(`/pacticipants/Web/versions/1/deployed-versions/environment/${uuid}`, {});
    };
    const { body } = await broker.post('/clean-up', { keep: KEEP });
    expect(rests).toBeGreaterThan(0);
    expect(body.deleted.map((v: { number: string }) => v.number)).toEqual(['2']);
    expect(await numbers('Web')).toEqual(['3', '1']);
  });

  describe('by schedule', () => {
    const nothing = new AbortController().signal;
    beforeEach(async () => {
      for (const version of ['1', '2', '3', '4']) await publish(version);
      dayFrom(2);
      broker.tenant.retention = { rules, every: 60, limit: 2 };
    });

    test('happens once each time, however many look, within its limit', async () => {
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => cleanUpWhenDue(broker.tenant, nothing)));
      expect(outcomes.filter((outcome) => outcome !== undefined)).toEqual([{ deleted: 2, complete: false, warnings: WARNINGS }]);
      expect(await cleanUpWhenDue(broker.tenant, nothing)).toBeUndefined();
      expect((await broker.get('/clean-up')).body).toMatchObject({
        scheduled: true,
        keep: KEEP,
        everyMinutes: 60,
        limit: 2,
        underWay: false,
        last: { deleted: 2, complete: false },
      });
      dayFrom(2.1);
      expect(await cleanUpWhenDue(broker.tenant, nothing)).toEqual({ deleted: 1, complete: true, warnings: WARNINGS });
      expect(await numbers('Web')).toEqual(['4']);
    });

    test('stops when it is told to, and is due again at once', async () => {
      const stopping = new AbortController();
      broker.tenant.rest = async () => stopping.abort();
      expect(await cleanUpWhenDue(broker.tenant, stopping.signal)).toMatchObject({ complete: false });
      broker.tenant.rest = async () => {};
      expect(await readCleanUp(broker.tenant)).toMatchObject({ underWay: false, last: null });
      expect(await cleanUpWhenDue(broker.tenant, nothing)).toBeDefined();
    });

    test('runs beside the server, and tells of itself', async () => {
      const told: unknown[] = [];
      const schedule = startCleanUpSchedule(broker.tenant, {
        done: (outcome) => told.push(outcome),
        report: (error) => told.push(error),
        sweep: 10,
      });
      await eventually(() => expect(told).toEqual([{ deleted: 2, complete: false, warnings: WARNINGS, seconds: expect.any(Number) }]));
      dayFrom(2.1);
      await eventually(() => expect(told).toHaveLength(2));
      await schedule.stop();
      expect(await numbers('Web')).toEqual(['4']);
    });
  });
});
