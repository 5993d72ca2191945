import { pino } from 'pino';
import { buildApp } from '../app.ts';
import { type BrokerRules, defaultBrokerRules } from '../domain/broker-rules.ts';
import { type DeliveryWorker, startDeliveryWorker } from '../jobs/delivery-worker.ts';
import type { Tenant } from '../services/tenant.ts';
import type { GivenUp } from '../services/webhooks/deliver.ts';
import type { WebhookSettings } from '../webhooks.ts';
import { documentCheck } from './documented.ts';
import { type DatabaseName, openTestStore } from './store.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; a wrong member fails the expectation.
type Json = any;

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Json;
}

export interface TestBroker {
  url: string;
  tenant: Tenant;
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  put: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  patch: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  delete: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  stop: () => Promise<void>;
}

let undocumented: ReturnType<typeof documentCheck> | undefined;

/**
 * A real broker on a free port with a new empty store, spoken to over the wire. Whatever it answers is held against its API document:
 * an answer of which that says something else throws.
 */
export async function startBroker({
  database = 'sqlite',
  rules = {},
  webhooks,
  gaveUp = () => {},
  shieldsIoUrl,
  baseUrl,
}: {
  database?: DatabaseName;
  rules?: Partial<BrokerRules>;
  /** Delivers webhooks where given; otherwise they stay in the outbox. */
  webhooks?: Partial<WebhookSettings>;
  /** Told of each delivery that will not be tried again. */
  gaveUp?: (delivery: GivenUp) => void;
  shieldsIoUrl?: string;
  /** Begins every link, as for a broker behind a proxy. */
  baseUrl?: string;
} = {}): Promise<TestBroker> {
  const store = await openTestStore(database, { ...defaultBrokerRules, ...rules }, webhooks);
  const logger = process.env.TEST_LOG ? pino({ level: process.env.TEST_LOG }) : false;
  const app = await buildApp({ tenant: store.tenant, logger, bodyLimit: 20 * 1024 * 1024, shieldsIoUrl, baseUrl });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  // Every broker has the same document.
  undocumented ??= documentCheck(app.apiDocument());
  const check = undocumented;
  const worker: DeliveryWorker | undefined =
    webhooks && startDeliveryWorker(store.tenant, { report: (error) => console.error(error), gaveUp });
  const send: TestBroker['send'] = async (method, path, body, headers = {}) => {
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const payload = typeof body === 'string' ? body : body === undefined ? null : JSON.stringify(body);
    const response = await fetch(path.startsWith('http') ? path : url + path, {
      method,
      headers: { accept: 'application/hal+json', ...(body === undefined ? {} : { 'content-type': type }), ...headers },
      body: payload,
      redirect: 'manual',
    });
    const text = await response.text();
    const pathAndQuery = path.startsWith(url) ? path.slice(url.length) || '/' : path;
    const { status, headers: answered } = response;
    const problems = check({ method, pathAndQuery, sent: payload ?? undefined, status, headers: answered, text });
    if (problems.length > 0) throw new Error(`The API document is wrong about ${method} ${pathAndQuery}:\n${problems.join('\n')}`);
    const json = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return { status, headers: answered, text, body: json ? JSON.parse(text) : undefined };
  };
  return {
    url,
    tenant: store.tenant,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
    stop: async () => {
      await app.close();
      await worker?.stop();
      await store.close();
    },
  };
}
