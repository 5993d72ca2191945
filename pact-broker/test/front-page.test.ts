import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { databases } from './store.ts';

const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe.each(databases)('the first page on %s', (database) => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker({ database });
  });
  afterAll(() => broker.stop());

  test('says how to publish while there is nothing to show', async () => {
    const { status, headers, text } = await broker.get('/', asBrowser);
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'text/html;charset=utf-8' });
    expect(text).toContain(`--broker-base-url ${broker.url}`);
  });

  test('shows each integration with its last result, and hostile names as text', async () => {
    await broker.post('/contracts/publish', publication('<script>alert(1)</script>', '1&2', ['API'], { branch: 'main' }));
    const pact = await broker.get('/pacts/provider/API/consumer/%3Cscript%3Ealert(1)%3C%2Fscript%3E/latest');
    await broker.post(pact.body._links['pb:publish-verification-results'].href, { success: false, providerApplicationVersion: '9' });
    const { text } = await broker.get('/', asBrowser);
    expect(text).toContain('1 integration: 0 verified, 1 failed, 0 not verified.');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<script>');
    expect(text).toContain('1&amp;2');
  });

  test('is for browsers only: a client gets the links', async () => {
    for (const accept of ['application/hal+json', '*/*', 'application/hal+json, text/html']) {
      expect((await broker.get('/', { accept })).body._links.self.href).toBe(broker.url);
    }
  });
});
