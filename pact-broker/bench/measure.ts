import { type BrokerProcess, type StoreSettings, startBrokerProcess } from '../test/broker-process.ts';
import type { BenchProcesses } from './processes.ts';
import { processorTime } from './processor-time.ts';
import type { Question } from './questions.ts';
import type { Outcome, Request } from './request.ts';

export interface Measurement {
  question: string;
  reference: [number, number] | undefined;
  bar: number;
  connections: number;
  outcome: Outcome;
  /** What one request takes of a processor in the broker's process, in milliseconds: hardly changed by a machine's other work. */
  processorTime: number | undefined;
  /** A bare Fastify handler that answers the same bytes, asked in the same way right afterwards. */
  bare: Outcome;
}

export interface Pace {
  seconds: number;
  warmUpSeconds: number;
}

const CONNECTIONS = [1, 8];
const BARE_SHARE = 0.5;

/** Asks every question of a broker that is started on the store, and the same of the bare server. */
export async function measure(
  { store, questions, nodeOptions }: { store: StoreSettings; questions: Question[]; nodeOptions: string[] },
  processes: BenchProcesses,
  pace: Pace,
): Promise<Measurement[]> {
  const broker = await startBrokerProcess(store, nodeOptions);
  const measurements: Measurement[] = [];
  try {
    for (const question of questions) measurements.push(...(await measureQuestion(broker, question, processes, pace)));
  } finally {
    await broker.stop();
  }
  return measurements;
}

async function measureQuestion(broker: BrokerProcess, question: Question, { load, answerBare }: BenchProcesses, pace: Pace) {
  const { requests, writes: once = false, name, reference, bar } = question;
  const [first, ...others] = requests as [Request, ...Request[]];
  const barePort = await answerBare(await answerOf(broker, first));
  const { seconds } = pace;
  const port = Number(new URL(broker.url).port);
  const remaining = once ? others : requests;
  const take = (count: number) => (once ? remaining.splice(0, count) : remaining);
  const portion = Math.floor((requests.length - 1) / (1 + CONNECTIONS.length));
  // A broker is started once and asked for weeks: what its engine and its database learn from the first questions is not measured.
  await load({ port, requests: take(portion), connections: 1, seconds: pace.warmUpSeconds, once });
  const measurements: Measurement[] = [];
  for (const connections of CONNECTIONS) {
    const asked = { requests: take(portion), connections, seconds, once };
    const before = processorTime(broker.pid);
    const outcome = await load({ ...asked, port });
    const after = processorTime(broker.pid);
    const each = before === undefined || after === undefined ? undefined : (after - before) / outcome.requests;
    const bare = await load({ ...asked, port: barePort, seconds: seconds * BARE_SHARE, once: false });
    measurements.push({ question: name, reference, bar, connections, outcome, processorTime: each, bare });
  }
  return measurements;
}

async function answerOf({ url }: BrokerProcess, { method, path, body, accept = 'application/hal+json' }: Request) {
  const headers = { accept, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const answer = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${text.slice(0, 500)}`);
  return { type: answer.headers.get('content-type') ?? 'application/json', body: text };
}
