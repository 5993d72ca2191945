import { afterEach, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { encodeMetadata } from '../domain/pacts/selection-metadata.ts';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { events, PACT } from './webhook-scene.ts';

const VERSIONS = Array.from({ length: 12 }, (_, index) => String(index + 1));
const PROVIDERS = ['API', 'Stock', 'Prices', 'Users'];
let broker: TestBroker;
afterEach(() => broker.stop());

/** How many statements PostgreSQL is sent meanwhile. Nothing is delivered here, so they are all the request's own. */
async function statementsDuring(request: () => Promise<{ status: number }>): Promise<number> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  expect((await request()).status).toBeLessThan(300);
  const { length } = query.mock.calls;
  query.mockRestore();
  return length;
}

const createWebhook = (...names: string[]) =>
  broker.post('/webhooks', { ...events(...names), request: { method: 'POST', url: 'http://127.0.0.1:9/' } });

test('a result for many consumer versions and events takes as many statements as one for a single version', async () => {
  broker = await startBroker({ database: 'postgres' });
  for (const version of VERSIONS) await broker.post('/contracts/publish', publication('Web', version, ['API'], { branch: 'main' }));
  const { body } = await broker.get(`${PACT}/version/1`);
  const content = new URL(body._links['pb:pact-version'].href).pathname;
  const publish = (consumerVersions: string[]) => () =>
    broker.post(`${content}/metadata/${encodeMetadata({ consumerVersions })}/verification-results`, {
      success: true,
      providerApplicationVersion: '7',
    });
  await publish(['1'])();
  const unheard = await statementsDuring(publish(VERSIONS));
  await createWebhook('provider_verification_published');
  const one = await statementsDuring(publish(['1']));
  await createWebhook('provider_verification_published', 'provider_verification_succeeded');
  expect(await statementsDuring(publish(VERSIONS))).toBe(one);
  expect((await broker.get('/triggered-webhooks')).body.page.totalElements).toBe(1 + 3 * VERSIONS.length);
  // The versions, then marks, labels and deployments, then what is written: only where a webhook waits.
  expect(one - unheard).toBe(5);
});

test('a publication of many contracts asks for what is told of them all at once', async () => {
  broker = await startBroker({ database: 'postgres' });
  await createWebhook('contract_published');
  const publish = (version: string, providers: string[]) => () =>
    broker.post('/contracts/publish', publication('Web', version, providers, { branch: 'main' }));
  await publish('1', PROVIDERS)();
  const one = await statementsDuring(publish('2', PROVIDERS.slice(0, 1)));
  expect(await statementsDuring(publish('3', PROVIDERS))).toBe(one);
});
