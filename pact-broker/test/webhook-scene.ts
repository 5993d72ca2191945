import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { GivenUp } from '../services/webhooks/deliver.ts';
import type { WebhookSettings } from '../webhooks.ts';
import { type Answer, startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { eventually, type Receiver, startReceiver } from './receiver.ts';
import type { DatabaseName } from './store.ts';

export const MASK = '**********';
export const PACT = '/pacts/provider/API/consumer/Web';

/** The body of a webhook that waits for these events. */
export const events = (...names: string[]) => ({ events: names.map((name) => ({ name })) });

/** For each test a new broker that delivers, beside one receiver for all of them; and what tests of webhooks do with both. */
export function webhookScene(database: DatabaseName) {
  let broker: TestBroker;
  let receiver: Receiver;

  beforeAll(async () => {
    receiver = await startReceiver();
  });
  const givenUp: GivenUp[] = [];
  const start = async (webhooks: Partial<WebhookSettings>) => {
    broker = await startBroker({ database, webhooks, gaveUp: (delivery) => givenUp.push(delivery) });
  };
  beforeEach(async () => {
    givenUp.length = 0;
    await start({ schedule: [0, 0] });
    receiver.received.length = 0;
    receiver.reply({});
  });
  afterEach(() => broker.stop());
  afterAll(() => receiver.stop());

  const hook = (changes: object = {}, request: object = {}) => ({
    description: 'Verify',
    events: [{ name: 'contract_published' }],
    request: { method: 'POST', url: `${receiver.url}/build`, ...request },
    ...changes,
  });
  return {
    get broker() {
      return broker;
    },
    get receiver() {
      return receiver;
    },
    /** What its worker gave up. */
    givenUp,
    /** Begins again with a new broker of other settings. */
    restart: async (webhooks: Partial<WebhookSettings>) => {
      await broker.stop();
      await start(webhooks);
    },
    hook,
    create: async (changes?: object, request?: object, path = '/webhooks'): Promise<Answer> => {
      const answer = await broker.post(path, hook(changes, request));
      expect(answer.status).toBe(201);
      return answer;
    },
    publish: (version: string, options: object = {}, consumer = 'Web') =>
      broker.post('/contracts/publish', publication(consumer, version, ['API'], { branch: 'main', ...options })),
    verify: async (version: string, providerVersion: string, success = true) => {
      const pact = await broker.get(`${PACT}/version/${version}`);
      const link = pact.body._links['pb:publish-verification-results'].href;
      return broker.post(link, { success, providerApplicationVersion: providerVersion, buildUrl: 'http://ci/7' });
    },
    triggered: async (path: string) => (await broker.get(path)).body._embedded.triggeredWebhooks,
    logOf: async (uuid: string) => (await broker.get(`/triggered-webhooks/${uuid}/logs`, { accept: 'text/plain' })).text,
    /** The triggered webhook, once it is delivered or given up. */
    ended: (uuid: string) =>
      eventually(async () => {
        const { body } = await broker.get(`/triggered-webhooks/${uuid}`);
        expect(['success', 'failure']).toContain(body.status);
        return body;
      }),
  };
}
