import { setTimeout } from 'node:timers/promises';
import { type StoreSettings, startBrokerProcess } from '../broker-process.ts';
import { checkAttempts, checkStore } from './check-store.ts';
import { type Attempt, publishUntilGone } from './publisher.ts';

/** Two publishers share each consumer, so that they meet at its heads. */
const PUBLISHERS = ['Consumer A', 'Consumer A', 'Consumer B', 'Consumer B'];
const SHORTEST_LIFE = 150;
const LONGEST_LIFE = 900;

export interface KillRound {
  killedAfterMilliseconds: number;
  attempts: Attempt[];
  problems: string[];
}

/** Kills a broker so many times, and in the end looks once more for everything that was ever acknowledged. */
export async function killRounds(store: StoreSettings, rounds: number, onRound: (round: KillRound) => void = () => {}) {
  const attempts: Attempt[] = [];
  const problems: string[] = [];
  for (let count = 0; count < rounds; count++) {
    const round = await killRound(store);
    attempts.push(...round.attempts);
    problems.push(...round.problems);
    onRound(round);
  }
  problems.push(...(await withBroker(store, (url) => checkAttempts(url, attempts))));
  return { acknowledged: countAcknowledged(attempts), problems };
}

export const countAcknowledged = (attempts: Attempt[]): number => attempts.filter(({ acknowledged }) => acknowledged).length;

/** Lets a broker be published to, kills it at a random moment, starts it again, and looks at what is there. */
async function killRound(store: StoreSettings): Promise<KillRound> {
  const attempts: Attempt[] = [];
  const victim = await startBrokerProcess(store);
  const life = SHORTEST_LIFE + Math.floor(Math.random() * (LONGEST_LIFE - SHORTEST_LIFE));
  const publishers = Promise.all(PUBLISHERS.map((consumer) => publishUntilGone(victim.url, consumer, attempts)));
  try {
    await Promise.race([publishers, setTimeout(life)]);
  } finally {
    await victim.kill();
  }
  await publishers;
  const problems = await withBroker(store, async (url) => [...(await checkAttempts(url, attempts)), ...(await checkStore(store))]);
  return { killedAfterMilliseconds: life, attempts, problems };
}

async function withBroker<T>(store: StoreSettings, work: (url: string) => Promise<T>): Promise<T> {
  const broker = await startBrokerProcess(store);
  try {
    return await work(broker.url);
  } finally {
    await broker.stop();
  }
}
