import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runCommand } from '../test/command-line.ts';
import { type PostgresServer, startPostgres } from '../test/postgres.ts';
import { CLEANING, measureCleaning } from './cleaning.ts';
import { measure, type Pace } from './measure.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { type BenchProcesses, startProcesses } from './processes.ts';
import { type Question, readQuestions, writeQuestions } from './questions.ts';
import { describeCleaning, describeGrowth, describePart, type Part } from './report.ts';
import { type SizeName, sizes } from './stores/sizes.ts';
import { type FilledStore, postgresStore, sqliteStore } from './stores/stored.ts';
import { findSubjects } from './subjects.ts';

const usual: Pace & { writes: number } = { seconds: 3, warmUpSeconds: 3, writes: 180 };
const quick: typeof usual = { seconds: 0.7, warmUpSeconds: 0.5, writes: 60 };
/** As a small production server is set up; what is acknowledged is on the disk. */
const POSTGRES_SETTINGS = ['shared_buffers=512MB', 'max_wal_size=4GB'];

async function run(options: Options): Promise<void> {
  const processes = startProcesses();
  const folder = resolve(options.folder);
  const server = options.databases.includes('postgres') ? await startPostgres(POSTGRES_SETTINGS, join(folder, 'postgres')) : undefined;
  const parts: Part[] = [];
  try {
    for (const database of options.databases)
      for (const size of options.sizes) {
        const store = await openStore(folder, size, server && database === 'postgres' ? server : undefined);
        const part = { size, database, measurements: await measureStore(store, processes, options) };
        console.log(`${describePart(part)}\n`);
        parts.push(part);
        // S has too little history for a clean-up to be at it that long.
        if (size !== 'S' && isWanted(options, CLEANING))
          console.log(`${describeCleaning(await measureWhileCleaning(store, processes, options))}\n`);
      }
    console.log(describeGrowth(parts));
    if (options.json) writeFileSync(options.json, JSON.stringify(parts, null, 2));
  } finally {
    processes.stop();
    await server?.stop();
  }
}

async function openStore(folder: string, size: SizeName, server: PostgresServer | undefined): Promise<FilledStore> {
  const begin = Date.now();
  const store = server ? await postgresStore(server.url, sizes[size]) : await sqliteStore(folder, sizes[size]);
  const seconds = Math.round((Date.now() - begin) / 1000);
  if (seconds > 1) console.log(`Filled the store of size ${size} on ${server ? 'PostgreSQL' : 'SQLite'} in ${seconds} s.`);
  return store;
}

const isWanted = ({ only }: Options, name: string): boolean => only === undefined || name.includes(only);

async function measureWhileCleaning(store: FilledStore, processes: BenchProcesses, { isQuick }: Options) {
  const [gate] = readQuestions(await findSubjects(store));
  return measureCleaning(store, gate as Question, processes, isQuick ? quick : usual);
}

async function measureStore(store: FilledStore, processes: BenchProcesses, options: Options) {
  const { isQuick, profile } = options;
  const pace = isQuick ? quick : usual;
  const subjects = await findSubjects(store);
  const wanted = ({ name }: Question) => isWanted(options, name);
  const reads = readQuestions(subjects).filter(wanted);
  const writes = writeQuestions(subjects, pace.writes).filter(wanted);
  const nodeOptions = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const measurements = reads.length === 0 ? [] : await measure({ store: store.settings, questions: reads, nodeOptions }, processes, pace);
  if (writes.length === 0) return measurements;
  const copy = await store.copy();
  try {
    return [...measurements, ...(await measure({ store: copy.settings, questions: writes, nodeOptions }, processes, pace))];
  } finally {
    await copy.remove();
  }
}

// So that what was started ends as well.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
await runCommand(USAGE, (args) => run(readOptions(args)));
