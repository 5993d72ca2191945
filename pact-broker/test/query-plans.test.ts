import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { buildApp } from '../app.ts';
import { readQuestions } from '../bench/questions.ts';
import type { Request } from '../bench/request.ts';
import { fillPostgres } from '../bench/stores/postgres-store.ts';
import { middleSize } from '../bench/stores/sizes.ts';
import { findSubjects } from '../bench/subjects.ts';
import { defaultBrokerRules } from '../domain/broker-rules.ts';
import { defaultRetentionSettings } from '../domain/retention/retention-settings.ts';
import { type OpenDatabase, openDatabase } from '../storage/database.ts';
import { findToldResults } from '../storage/told-results.ts';
import { defaultWebhookSettings, openWebhooks } from '../webhooks.ts';

/** Grow with history: a plan that reads all of one makes the gate slower with every build. */
const LARGE = [
  'versions',
  'branch_versions',
  'tags',
  'pact_versions',
  'pact_contents',
  'pact_publications',
  'verifications',
  'latest_verifications',
  'branch_successes',
  'environment_versions',
];
/** A plan for the values at hand, and the one that a connection may keep for all values. */
const explanations = ['explain (format json)', 'explain (format json, generic_plan)'];

interface Statement {
  text: string;
  values: unknown[];
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

const url = process.env.TEST_POSTGRES_URL as string;
const schema = `plans_${randomUUID().replaceAll('-', '')}`;
let database: OpenDatabase;
let app: Awaited<ReturnType<typeof buildApp>>;
let client: pg.Client;
let requests: Record<string, Request>;

beforeAll(async () => {
  await fillPostgres({ url, schema }, middleSize);
  database = openDatabase({ url, schema, connections: 2 });
  app = await buildApp({
    tenant: {
      db: database.db,
      rules: defaultBrokerRules,
      retention: defaultRetentionSettings,
      now: () => new Date().toISOString(),
      newUuid: randomUUID,
      rest: async () => {},
      webhooks: openWebhooks(defaultWebhookSettings),
    },
    bodyLimit: 1024 * 1024,
  });
  client = new pg.Client(url);
  await client.connect();
  await client.query(await settingsOfConnections());
  const read = async <R>(query: string) => (await client.query(query)).rows as R[];
  requests = Object.fromEntries(readQuestions(await findSubjects({ read })).map(({ name, requests: [first] }) => [name, first as Request]));
  const keep = encodeURIComponent('[{"max_age":1}]');
  requests['clean-up plan'] = { method: 'GET', path: `/clean-up/plan?limit=10&keep=${keep}&after=5-0` };
}, 60_000);

afterAll(async () => {
  await app.close();
  await client.query(`drop schema ${schema} cascade`);
  await client.end();
  await database.close();
});

/** What the broker sets on each of its connections: schema and planner. */
async function settingsOfConnections(): Promise<string> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  await database.db.selectFrom('environments').select('id').execute();
  const [[settings]] = query.mock.calls as unknown as [[string]];
  query.mockRestore();
  return settings;
}

/** What the broker asks of the database to answer one request. */
const statementsOf = ({ method, path, body, accept = 'application/hal+json' }: Request): Promise<Statement[]> =>
  statementsDuring(async () => {
    const headers = { accept, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await app.inject({ method, url: path, headers, ...(body === undefined ? {} : { payload: body }) });
    expect(answer.statusCode).toBe(200);
  });

async function statementsDuring(work: () => Promise<unknown>): Promise<Statement[]> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  await work();
  const calls = query.mock.calls as unknown as [Statement][];
  query.mockRestore();
  // Without a text of their own: what prepares a new connection, once.
  return calls.map(([asked]) => asked).filter(({ text }) => text);
}

async function expectNoWholeScan(statements: Statement[]): Promise<void> {
  expect(statements.length).toBeGreaterThan(0);
  for (const statement of statements)
    for (const explain of explanations)
      expect({ explain, text: statement.text, scanned: await scannedWhole(statement, explain) }).toMatchObject({ scanned: [] });
}

async function planOf({ text, values }: Statement, explain: string): Promise<Plan> {
  const { rows } = await client.query(`${explain} ${text}`, explain.includes('generic') ? [] : values);
  return rows[0]['QUERY PLAN'][0].Plan;
}

const scannedWhole = async (statement: Statement, explain: string): Promise<string[]> =>
  wholeScans(await planOf(statement, explain)).filter((table) => LARGE.includes(table));

const wholeScans = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' && plan['Relation Name'] ? [plan['Relation Name']] : []),
  ...(plan.Plans ?? []).flatMap(wholeScans),
];

const steps = (plan: Plan): string[] => [plan['Node Type'], ...(plan.Plans ?? []).flatMap(steps)];

describe('on PostgreSQL, with a store of a middle size', () => {
  test('a plan that scans a whole table is recognised', async () => {
    const scan = { text: 'select count(build_url) from versions where id > $1', values: [0] };
    expect(await scannedWhole(scan, explanations[0] as string)).toEqual(['versions']);
  });

  test.each([
    ['gate', 2],
    ['gate, command line', 2],
    // It has failures, and tells what differed: a third statement, beside the second.
    ['gate, 30 providers', 3],
    ['front page', 2],
  ])('the question "%s" takes at most %i statements', async (name, most) => {
    const statements = await statementsOf(requests[name] as Request);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThanOrEqual(most);
  });

  test.each([
    'gate',
    'gate, command line',
    'gate, 30 providers',
    'matrix of an integration',
    'pacts for verification',
    'latest pact',
    'integrations',
    'front page',
    'dashboard',
    'clean-up plan',
  ])('no statement of the question "%s" scans a whole table', async (name) => {
    await expectNoWholeScan(await statementsOf(requests[name] as Request));
  });

  test('what webhooks are told of contents is found without a scan of a whole table', async () => {
    const { rows } = await client.query('select pact_version_id as id from verifications group by 1 order by count(*) desc limit 20');
    const pactVersionIds = rows.map(({ id }) => Number(id));
    await expectNoWholeScan(await statementsDuring(() => findToldResults(database.db, { pactVersionIds })));
  });

  test('a page of 10,000 branches is read in the order of an index', async () => {
    const [{ id }] = (await client.query('select min(id) as id from pacticipants')).rows;
    await client.query(`insert into branches (pacticipant_id, name, created_at, updated_at)
      select ${id}, 'branch ' || n, '2026-01-01', to_char(n, '00000') from generate_series(1, 10000) as n`);
    await client.query('analyze branches');
    const [{ name }] = (await client.query(`select name from pacticipants where id = ${id}`)).rows;
    const statements = await statementsOf({ method: 'GET', path: `/pacticipants/${encodeURIComponent(name)}/branches?size=100&page=2` });
    for (const statement of statements)
      for (const explain of explanations) expect(steps(await planOf(statement, explain))).not.toContain('Sort');
  });
});
