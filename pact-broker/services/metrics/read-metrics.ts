import { countInteractions } from '../../domain/pacts/provider-states.ts';
import type { Db } from '../../storage/database.ts';
import { askDatabase, type Counts, findCounts, findResultDistribution, findRevisionDistribution } from '../../storage/metrics.ts';
import { findContents } from '../../storage/pact-lists.ts';
import { eachContent } from '../pacts/each-content.ts';

export interface Metrics {
  counts: Counts;
  /** In the latest pacts of all integrations. */
  interactions: number;
  messages: number;
  /** How many publications have how many revisions, how many contents have how many results. */
  revisions: Record<string, number>;
  results: Record<string, number>;
}

export async function readMetrics(db: Db): Promise<Metrics> {
  let [interactions, messages] = [0, 0];
  for await (const { content } of eachContent(db, await findContents(db, { latest: true }))) {
    const counted = countInteractions(content);
    interactions += counted.interactions;
    messages += counted.messages;
  }
  const [revisions, results] = [distribution(await findRevisionDistribution(db)), distribution(await findResultDistribution(db))];
  return { counts: await findCounts(db), interactions, messages, revisions, results };
}

const distribution = (shares: { value: number; count: number }[]) => Object.fromEntries(shares.map(({ value, count }) => [value, count]));

/** Whether the database answers. */
export async function isDatabaseThere(db: Db): Promise<boolean> {
  try {
    await askDatabase(db);
    return true;
  } catch {
    return false;
  }
}
