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
  attempts: number;
  acknowledged: number;
  problems: string[];
}

/** Lets a broker be published to, kills it at a random moment, starts it again, and looks at what is there. */
export async function killRound(store: StoreSettings): Promise<KillRound> {
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
  const broker = await startBrokerProcess(store);
  try {
    const problems = [...(await checkAttempts(broker.url, attempts)), ...(await checkStore(store))];
    const acknowledged = attempts.filter((attempt) => attempt.acknowledged).length;
    return { killedAfterMilliseconds: life, attempts: attempts.length, acknowledged, problems };
  } finally {
    await broker.stop();
  }
}
