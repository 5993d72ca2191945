import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Programs, root, UnexpectedOutcome } from './programs.ts';

export interface DemoBroker {
  url: string;
  /** Ends when the broker has; it is told to by the signal that ends every program. */
  ended: Promise<unknown>;
}

/** `concordat serve` on a free port, its data in `folder`; webhooks may call this machine. */
export async function startBroker({ start }: Programs, folder: string): Promise<DemoBroker> {
  const broker = start([join(root, 'scripts/concordat.mjs'), 'serve'], {
    CONCORDAT_PORT: '0',
    CONCORDAT_DATA: join(folder, 'broker'),
    CONCORDAT_WEBHOOK_HOSTS: '127.0.0.1',
    CONCORDAT_WEBHOOK_SCHEMES: 'http',
  });
  // The signal's AbortError comes as an event; the end itself is all that counts.
  broker.on('error', () => {});
  const ended = once(broker, 'close').catch(() => {});
  const said: string[] = [];
  broker.stderr?.on('data', (chunk) => said.push(String(chunk)));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: broker.stdout! }).on('line', (line) => {
      said.push(line);
      const listening = /listening at (http:[^"]+)/.exec(line)?.[1];
      if (listening) resolve(listening);
    });
    ended.then(() => reject(new UnexpectedOutcome('The broker ended while it was starting', said.join('\n'))));
  });
  return { url, ended };
}
