import { randomInt } from 'node:crypto';
import { startBroker } from '../broker.ts';
import { readArguments, readCount, readOneOf, runCommand } from '../command-line.ts';
import { assertKeptAsScanned } from '../kept-state.ts';
import { startPostgres } from '../postgres.ts';
import { startReceiver } from '../receiver.ts';
import { type DatabaseName, databases } from '../store.ts';
import { fuzz, tableOf } from './fuzz.ts';

const USAGE = `npm run fuzz -- [options]

  --requests NUMBER   how many requests to send (10000)
  --seed NUMBER       the same requests again (a new one each time)
  --database NAME     sqlite or postgres (sqlite)`;

async function run({ requests, seed, database }: { requests: number; seed: number; database: DatabaseName }): Promise<void> {
  const postgres = database === 'postgres' ? await startPostgres() : undefined;
  if (postgres) process.env.TEST_POSTGRES_URL = postgres.url;
  const receiver = await startReceiver();
  const broker = await startBroker({ database, rules: { allowPactModification: true }, webhooks: { schemes: ['http'] } });
  try {
    console.log(`${requests} requests to a broker on ${database}, seed ${seed}`);
    const report = await fuzz({ url: broker.url, receiver: receiver.url, seed, requests });
    console.log(tableOf(report));
    for (const failure of report.failures) console.error(failure);
    if (report.failures.length > 0) process.exitCode = 1;
    await assertKeptAsScanned(broker.tenant.db);
    console.log(`${report.failures.length} went wrong; the store is as it should be.`);
  } finally {
    await broker.stop();
    await receiver.stop();
    await postgres?.stop();
  }
}

await runCommand(USAGE, (args) => {
  const { values } = readArguments(args, {
    requests: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
    database: { type: 'string', default: 'sqlite' },
  });
  return run({
    requests: readCount('--requests', values.requests),
    seed: readCount('--seed', values.seed),
    database: readOneOf('--database', values.database, databases),
  });
});
