import { setTimeout } from 'node:timers/promises';
import { Connection } from './connection.ts';
import type { Load, Outcome, Request } from './request.ts';

/** Runs in a process of its own, so that measuring takes no time from what is measured. */
async function run({ port, requests, connections, seconds, once }: Load): Promise<Outcome> {
  const messages = requests.map((request) => bytesOf(request, port));
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  let sent = 0;
  let stopped = false;
  const next = () => (stopped || (once && sent >= messages.length) ? undefined : messages[sent++ % messages.length]);
  const client = async () => {
    const connection = await Connection.open(port);
    for (let message = next(); message; message = next()) {
      const begin = performance.now();
      const status = await connection.ask(message);
      times.push(performance.now() - begin);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
    connection.close();
  };
  const begin = performance.now();
  const clients = Promise.all(Array.from({ length: connections }, client));
  await Promise.race([clients, setTimeout(seconds * 1000)]);
  stopped = true;
  await clients;
  const took = performance.now() - begin;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { requests: times.length, p50: at(0.5), p99: at(0.99), perSecond: (times.length / took) * 1000, statuses };
}

function bytesOf({ method, path, body, accept = 'application/hal+json' }: Request, port: number): Buffer {
  const lines = [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`, `accept: ${accept}`];
  if (body === undefined) return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
  lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

process.on('message', (load: Load) => {
  run(load).then(
    (outcome) => process.send?.(outcome),
    (error) => {
      throw error;
    },
  );
});
