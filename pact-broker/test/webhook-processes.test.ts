import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type BrokerProcess, type StoreSettings, startBrokerProcess } from './broker-process.ts';
import { publication } from './contracts.ts';
import { eventually, type Receiver, startReceiver } from './receiver.ts';
import { type DatabaseName, databases } from './store.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const SETTINGS = {
  CONCORDAT_LOG_LEVEL: 'error',
  CONCORDAT_WEBHOOK_HOSTS: '127.0.0.0/8',
  CONCORDAT_WEBHOOK_SCHEMES: 'http',
  CONCORDAT_WEBHOOK_TIMEOUT: '1',
};

let receiver: Receiver;
let brokers: BrokerProcess[];
let cleanUp: () => Promise<void>;
beforeEach(async () => {
  receiver = await startReceiver();
  brokers = [];
});
afterEach(async () => {
  await Promise.all(brokers.map((broker) => broker.kill()));
  await receiver.stop();
  await cleanUp();
});

async function newStore(database: DatabaseName): Promise<StoreSettings> {
  if (database === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'concordat-webhooks-'));
    cleanUp = () => rm(folder, { recursive: true });
    return { CONCORDAT_DATA: folder };
  }
  const name = `webhooks_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(process.env.TEST_POSTGRES_URL as string);
  const query = async (text: string) => {
    const client = new pg.Client(url.href);
    await client.connect();
    await client.query(text);
    await client.end();
  };
  await query(`create database ${name}`);
  cleanUp = () => query(`drop database ${name} with (force)`);
  return { DATABASE_URL: new URL(`/${name}`, url).href };
}

async function start(store: StoreSettings, more: Record<string, string> = {}): Promise<BrokerProcess> {
  const settings = { ...store, ...SETTINGS, ...('DATABASE_URL' in store ? { CONCORDAT_SECRET_KEY: KEY } : {}), ...more };
  const broker = await startBrokerProcess(settings);
  brokers.push(broker);
  return broker;
}

async function post(broker: BrokerProcess, path: string, body: unknown) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(broker.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(answer.status).toBeLessThan(300);
}
const createWebhook = (broker: BrokerProcess) =>
  post(broker, '/webhooks', {
    events: [{ name: 'contract_published' }],
    request: { method: 'POST', url: `${receiver.url}/x`, password: 'hunter2', username: 'ci', body: '${pactbroker.consumerVersionNumber}' },
  });
const publish = (broker: BrokerProcess, version: string) =>
  post(broker, '/contracts/publish', publication('Web', version, ['API'], { branch: 'main' }));
const delivered = (broker: BrokerProcess, count: number) =>
  eventually(async () => {
    const answer = await fetch(`${broker.url}/triggered-webhooks?status=success&size=1000`);
    const { triggeredWebhooks } = ((await answer.json()) as { _embedded: { triggeredWebhooks: { attemptsMade: number }[] } })._embedded;
    expect(triggeredWebhooks).toHaveLength(count);
    return triggeredWebhooks;
  });

describe.each(databases)('a broker process on %s', (database) => {
  test('that is killed between commit and delivery delivers once it is started again', async () => {
    const store = await newStore(database);
    const broker = await start(store, { CONCORDAT_WEBHOOK_DELAY: '2' });
    await createWebhook(broker);
    await publish(broker, '1');
    await broker.kill();
    expect(receiver.received).toEqual([]);
    const again = await start(store);
    const [request] = await receiver.until(1);
    expect(request).toMatchObject({ body: '1', headers: { authorization: `Basic ${btoa('ci:hunter2')}` } });
    await delivered(again, 1);
  });

  test('that is killed while it delivers delivers again', async () => {
    const store = await newStore(database);
    const broker = await start(store);
    await createWebhook(broker);
    receiver.reply({ after: 60_000 });
    await publish(broker, '1');
    await receiver.until(1);
    await broker.kill();
    receiver.reply({});
    await delivered(await start(store), 1);
    expect(receiver.received.map(({ body }) => body)).toEqual(['1', '1']);
  });

  test('that is asked to stop finishes what it is delivering', async () => {
    const store = await newStore(database);
    const broker = await start(store);
    await createWebhook(broker);
    receiver.reply({ after: 400 });
    await publish(broker, '1');
    await receiver.until(1);
    await broker.stop();
    const [delivery] = await delivered(await start(store), 1);
    expect(delivery).toMatchObject({ attemptsMade: 1 });
    expect(receiver.received).toHaveLength(1);
  });
});

test('two broker processes on one PostgreSQL deliver each delivery once', async () => {
  const store = await newStore('postgres');
  const first = await start(store, { CONCORDAT_WEBHOOK_DELAY: '4' });
  await createWebhook(first);
  const versions = Array.from({ length: 40 }, (_, index) => String(index + 1));
  await Promise.all(versions.map((version) => publish(first, version)));
  await first.kill();
  expect(receiver.received).toEqual([]);
  receiver.reply({ after: 100 });
  const [one] = await Promise.all([start(store), start(store)]);
  await delivered(one as BrokerProcess, versions.length);
  const seen = receiver.received.map(({ body }) => body);
  expect(seen.sort((a, b) => Number(a) - Number(b))).toEqual(versions);
});

test('secrets cannot be read in the files of an embedded store', async () => {
  const store = (await newStore('sqlite')) as { CONCORDAT_DATA: string };
  const broker = await start(store);
  await createWebhook(broker);
  await publish(broker, '1');
  await delivered(broker, 1);
  for (const stop of [false, true]) {
    if (stop) await broker.stop();
    const files = (await readdir(store.CONCORDAT_DATA)).filter((name) => name.includes('sqlite'));
    const contents = await Promise.all(files.map((name) => readFile(join(store.CONCORDAT_DATA, name), 'latin1')));
    expect(contents.join()).toContain(receiver.url);
    expect(contents.join()).not.toMatch(new RegExp(`hunter2|${btoa('ci:hunter2')}`));
  }
});
