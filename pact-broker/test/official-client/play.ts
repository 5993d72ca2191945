import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, startBroker } from '../broker.ts';
import { startReceiver } from '../receiver.ts';
import type { DatabaseName } from '../store.ts';
import { type Outcome, pactBroker } from './client.ts';
import type { Family, Step } from './step.ts';

export interface Played extends Outcome {
  /** What the broker answered where the step says what it leaves. */
  left: Answer | undefined;
}

/** Runs the steps of a family in a folder and against a broker of their own. */
export async function play({ rules, prepare, steps }: Family, database: DatabaseName): Promise<Played[]> {
  const broker = await startBroker({ database, rules: rules ?? {}, webhooks: {} });
  const receiver = await startReceiver();
  const folder = await mkdtemp(join(tmpdir(), 'concordat-client-'));
  try {
    const values: Record<string, string> = { RECEIVER: receiver.url };
    await prepare?.({ broker, receiver, folder, values });
    const filled = (line: string) => line.replaceAll(/\$([A-Z_]+)/g, (_, name: string) => values[name] ?? `$${name}`);
    const played: Played[] = [];
    for (const { run, env, leaves } of steps) {
      const outcome = await pactBroker(words(filled(run)), { cwd: folder, env: { PACT_BROKER_BASE_URL: broker.url, ...env } });
      const left = leaves && (await broker.get(filled(leaves[0])));
      played.push({ ...outcome, output: masked(outcome.output, { broker: broker.url, receiver: receiver.url, folder }), left });
    }
    return played;
  } finally {
    await broker.stop();
    await receiver.stop();
    await rm(folder, { recursive: true });
  }
}

/** The words of a command line; quotes keep together what is between them. */
const words = (line: string) =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) => single ?? double ?? bare ?? '');

/** What differs from run to run, by a name of its own. */
function masked(output: string, places: Record<string, string>): string {
  const known = Object.entries(places).reduce(
    (text, [name, place]) => text.replaceAll(place, name === 'folder' ? '<folder>' : `http://${name}`),
    output,
  );
  return known
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+Z|\+00:00)/g, '<time>')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>')
    .replaceAll(/[0-9a-f]{40}/g, '<sha>')
    .replaceAll(/metadata\/\w+/g, 'metadata/<metadata>');
}

/** What a step's `prints` is held against: the lines of the output, with the cells of tables joined, or its JSON. */
export function shown(output: string, prints: Step['prints']): unknown {
  if ('json' in prints) return { json: JSON.parse(output.slice(output.search(/^[[{]/m))) };
  return output
    .split('\n')
    .filter((line) => /^[│]|[\p{L}\p{N}]/u.test(line))
    .map((line) =>
      line
        .replaceAll(/^│\s*|\s*│$/g, '')
        .replaceAll(/\s*┆\s*/g, ' | ')
        .trim(),
    );
}
