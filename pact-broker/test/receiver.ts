import { createServer, type IncomingHttpHeaders } from 'node:http';
import { setTimeout } from 'node:timers/promises';

interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds until it answers. */
  after?: number;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** Waits until so many requests have come, and hands them back. */
  until: (count: number) => Promise<Received[]>;
  /** Answers from now on like this; by path where a function is given. */
  reply: (reply: Reply | ((path: string) => Reply)) => void;
  stop: () => Promise<void>;
}

const LONGEST_WAIT = 40_000;

/** What webhooks are sent to: a real HTTP server that keeps what it gets. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let replyTo: (path: string) => Reply = () => ({});
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const path = request.url as string;
    received.push({ method: request.method as string, path, headers: request.headers, body });
    const { status = 200, headers = {}, body: answer = '{"ok":true}', after = 0 } = replyTo(path);
    if (after > 0) await setTimeout(after, undefined, { ref: false });
    response.writeHead(status, headers).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    until: (count) =>
      eventually(() => {
        if (received.length < count) throw new Error(`${received.length} of ${count} requests have come`);
        return received;
      }),
    reply: (reply) => {
      replyTo = typeof reply === 'function' ? reply : () => reply;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Asks until the answer does not throw any more. */
export async function eventually<T>(ask: () => T | Promise<T>): Promise<T> {
  const latest = Date.now() + LONGEST_WAIT;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > latest) throw error;
      await setTimeout(15);
    }
  }
}
