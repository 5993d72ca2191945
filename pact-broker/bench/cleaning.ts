import { type BrokerProcess, type StoreSettings, startBrokerProcess } from '../test/broker-process.ts';
import { readStore } from '../test/read-store.ts';
import type { Pace } from './measure.ts';
import type { BenchProcesses } from './processes.ts';
import type { Question } from './questions.ts';
import type { Outcome } from './request.ts';
import type { FilledStore } from './stores/stored.ts';

type Times = Pick<Outcome, 'p50' | 'p99'>;

/** What a question takes while versions are deleted, and while they are not. */
export interface CleaningMeasurement {
  question: string;
  connections: number;
  quiet: Times;
  cleaning: Times;
  /** Versions a second. */
  deletedPerSecond: number;
}

export const CLEANING = 'gate while cleaning up';
const CONNECTIONS = [1, 8];
/** Of two thirds of the history, nothing but what is in use stays. */
const SETTINGS = { CONCORDAT_CLEAN_KEEP: '[{"max_age":120}]', CONCORDAT_CLEAN_LIMIT: '100000' };
/** Both are asked by turns, so that what else the machine does is in both; the median of the rounds counts. */
const ROUNDS = 7;

/** Asks the question of a broker on the store, and of one that cleans up a copy of it. */
export async function measureCleaning(
  store: FilledStore,
  question: Question,
  { load }: BenchProcesses,
  pace: Pace,
): Promise<CleaningMeasurement[]> {
  const copy = await store.copy();
  const quiet = await startBrokerProcess(store.settings);
  const cleaning = await startBrokerProcess({ ...copy.settings, ...SETTINGS });
  const ask = (broker: BrokerProcess, connections: number, seconds: number) =>
    load({ port: Number(new URL(broker.url).port), requests: question.requests, once: false, connections, seconds });
  try {
    for (const broker of [quiet, cleaning]) await ask(broker, 1, pace.warmUpSeconds);
    const measurements: CleaningMeasurement[] = [];
    for (const connections of CONNECTIONS) {
      const [without, during]: [Outcome[], Outcome[]] = [[], []];
      const [versions, begin] = [await countVersions(copy.settings), performance.now()];
      for (let round = 0; round < ROUNDS; round++) {
        without.push(await ask(quiet, connections, pace.seconds));
        during.push(await ask(cleaning, connections, pace.seconds));
      }
      if (!(await isCleaningUp(cleaning.url))) throw new Error('The clean-up ended before the measurement did.');
      const deletedPerSecond = ((versions - (await countVersions(copy.settings))) / (performance.now() - begin)) * 1000;
      measurements.push({ question: question.name, connections, quiet: median(without), cleaning: median(during), deletedPerSecond });
    }
    return measurements;
  } finally {
    await Promise.all([quiet.stop(), cleaning.stop()]);
    await copy.remove();
  }
}

function median(outcomes: Outcome[]): Times {
  const middle = (of: 'p50' | 'p99') => outcomes.map((outcome) => outcome[of]).sort((a, b) => a - b)[outcomes.length >> 1] as number;
  return { p50: middle('p50'), p99: middle('p99') };
}

async function countVersions(store: StoreSettings): Promise<number> {
  const [row] = await readStore<{ total: number }>(store, 'select count(*) as total from versions');
  return Number(row?.total);
}

async function isCleaningUp(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/clean-up`, { headers: { accept: 'application/hal+json' } });
  return ((await answer.json()) as { underWay: boolean }).underWay;
}
