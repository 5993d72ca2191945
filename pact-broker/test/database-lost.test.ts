import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type BrokerProcess, startBrokerProcess } from './broker-process.ts';
import { publication } from './contracts.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';

const PUBLISHERS = 4;
const LOSSES = 6;

/** The database of a broker breaks off its connections, and goes. */
describe('a broker whose database is lost', () => {
  // Stopped by the last test.
  let server: PostgresServer;
  let broker: BrokerProcess;
  beforeAll(async () => {
    server = await startPostgres();
    broker = await startBrokerProcess({ DATABASE_URL: server.url });
  });
  afterAll(() => broker.stop());

  const publish = (version: string) =>
    fetch(`${broker.url}/contracts/publish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(publication('Order Web', version, ['Order API'], { branch: 'main', path: `/${version}` })),
    });

  test('goes on when connections break in the middle of its work, and keeps what it acknowledged', async () => {
    const acknowledged: string[] = [];
    const statuses = new Set<number>();
    let isOver = false;
    const publisher = async (name: string) => {
      for (let count = 0; !isOver; count++) {
        const version = `${name}.${count}`;
        const { status } = await publish(version);
        statuses.add(status);
        if (status === 200) acknowledged.push(version);
      }
    };
    const publishers = Array.from({ length: PUBLISHERS }, (_, index) => publisher(String(index)));
    const client = new pg.Client(server.url);
    await client.connect();
    for (let loss = 0; loss < LOSSES; loss++) {
      const until = acknowledged.length + 10;
      while (acknowledged.length < until) await new Promise((resolve) => setTimeout(resolve, 5));
      await client.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'concordat'");
    }
    isOver = true;
    await Promise.all(publishers);
    await client.end();
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    for (const version of acknowledged) {
      const answer = await fetch(`${broker.url}/pacts/provider/Order%20API/consumer/Order%20Web/version/${version}`);
      expect({ version, status: answer.status }).toEqual({ version, status: 200 });
    }
  });

  test('says so while there is none, and when to ask again', async () => {
    await server.stop();
    const answer = await fetch(`${broker.url}/pacticipants`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.json()).toEqual({
      error: { message: expect.stringContaining('cannot be reached at the moment'), reference: answer.headers.get('x-request-id') },
    });
    expect((await fetch(`${broker.url}/diagnostic/status/heartbeat`)).status).toBe(200);
  });
});
