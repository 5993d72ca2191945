import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { VerifierOptions } from '@pact-foundation/pact';
import { startBroker, type TestBroker } from '../broker.ts';
import { publication } from '../contracts.ts';
import { type Receiver, startReceiver } from '../receiver.ts';
import { databases } from '../store.ts';
import { type OfficialVerifier, startVerifier } from './verifier.ts';

let verifier: OfficialVerifier;
let receiver: Receiver;
beforeAll(async () => {
  verifier = startVerifier();
  receiver = await startReceiver();
});
afterAll(async () => {
  verifier.stop();
  await receiver.stop();
});

describe.each(databases)('the verifier of Pact JS against a broker on %s', (database) => {
  let broker: TestBroker;
  const start = async () => {
    broker = await startBroker({ database, webhooks: {} });
    receiver.received.length = 0;
  };
  const stop = () => broker.stop();

  /** Publishes a pact that asks for this path, by which a replayed interaction tells whose it is. */
  const publish = (consumer: string, version: string, provider: string, options: Parameters<typeof publication>[3]) =>
    broker.post('/contracts/publish', publication(consumer, version, [provider], options));
  const pactOf = async (consumer: string, version: string, provider: string) =>
    (await broker.get(`/pacts/provider/${provider}/consumer/${consumer}/version/${version}`)).body;
  const publishing = (providerVersion: string): Partial<VerifierOptions> => ({
    publishVerificationResult: true,
    providerVersion,
    providerVersionBranch: 'main',
  });
  const selecting = (provider: string, selectors: object[], options: Partial<VerifierOptions> = {}): Partial<VerifierOptions> => ({
    provider,
    pactBrokerUrl: broker.url,
    consumerVersionSelectors: selectors,
    ...options,
  });
  const latestResult = async (consumer: string, version: string, provider: string) =>
    (await broker.get((await pactOf(consumer, version, provider))._links['pb:latest-verification-results'].href)).body;

  describe('by selectors', () => {
    beforeAll(async () => {
      await start();
      await publish('Web', '1', 'API', { branch: 'main', path: '/main', tags: ['prod'] });
      await publish('Web', '2', 'API', { branch: 'feat/x', path: '/feat', tags: ['dev'] });
      await publish('Mobile', '7', 'API', { branch: 'main', path: '/mobile' });
      await publish('Mobile', '8', 'API', { branch: 'other', path: '/other' });
      const [test, production] = await Promise.all(
        ['test', 'production'].map(async (name) => (await broker.post('/environments', { name, production: false })).body.uuid),
      );
      await broker.post(`/pacticipants/Web/versions/1/deployed-versions/environment/${test}`, {});
      await broker.post(`/pacticipants/Mobile/versions/7/released-versions/environment/${production}`, {});
    });
    afterAll(stop);

    const MAIN = 'Web: a request for /main';
    const FEAT = 'Web: a request for /feat';
    const MOBILE = 'Mobile: a request for /mobile';
    const OTHER = 'Mobile: a request for /other';
    test.each<[object, string[]]>([
      [{ mainBranch: true }, [MOBILE, MAIN]],
      [{ mainBranch: true, consumer: 'Web' }, [MAIN]],
      [{ branch: 'feat/x' }, [FEAT]],
      [{ branch: 'nope', fallbackBranch: 'main' }, [MOBILE, MAIN]],
      [{ matchingBranch: true }, [FEAT]],
      [{ tag: 'dev', latest: true }, [FEAT]],
      [{ tag: 'nope', fallbackTag: 'prod', latest: true }, [MAIN]],
      [{ latest: true }, [OTHER, FEAT]],
      [{ deployed: true }, [MAIN]],
      [{ released: true }, [MOBILE]],
      [{ deployedOrReleased: true }, [MOBILE, MAIN]],
      [{ environment: 'test' }, [MAIN]],
    ])('%j', async (selector, expected) => {
      const { passed, interactions } = await verifier.verify(selecting('API', [selector], { providerVersionBranch: 'feat/x' }));
      expect({ passed, interactions }).toEqual({ passed: true, interactions: expected });
    });

    test('with a filter of consumers, for a provider without a branch', async () => {
      const all = [{ mainBranch: true }, { branch: 'other' }];
      const { passed, interactions } = await verifier.verify(selecting('API', all, { consumerFilters: ['Mobile'] }));
      expect({ passed, interactions }).toEqual({ passed: true, interactions: [MOBILE, OTHER] });
    });

    test('that find nothing', async () => {
      const nothing = selecting('API', [{ branch: 'nope' }]);
      expect(await verifier.verify({ ...nothing, failIfNoPactsFound: false })).toMatchObject({ passed: true, interactions: [] });
      expect(await verifier.verify({ ...nothing, failIfNoPactsFound: true })).toMatchObject({ passed: false, interactions: [] });
    });
  });

  describe('publishes what it finds', () => {
    beforeEach(start);
    afterEach(stop);

    test('by the address of a pact: the result says all that the verifier found', async () => {
      await publish('Web', '1', 'Plain', { branch: 'main' });
      const pactUrls = [`${broker.url}/pacts/provider/Plain/consumer/Web/version/1`];
      const options = { ...publishing('5'), providerVersionTags: ['dev', 'green'], buildUrl: 'http://ci.example.org/7' };
      const { passed, interactions } = await verifier.verify({ provider: 'Plain', pactUrls, ...options });
      expect({ passed, interactions }).toEqual({ passed: true, interactions: ['Web: a request for /things'] });

      const [{ _id: interactionId }] = (await pactOf('Web', '1', 'Plain')).interactions;
      expect(await latestResult('Web', '1', 'Plain')).toMatchObject({
        success: true,
        providerName: 'Plain',
        providerApplicationVersion: '5',
        buildUrl: 'http://ci.example.org/7',
        verifiedBy: { implementation: expect.any(String), version: expect.any(String) },
        testResults: [{ interactionId, success: true }],
      });
      expect((await broker.get('/pacticipants/Plain/versions/5')).body._embedded).toMatchObject({
        branchVersions: [{ name: 'main', latest: true }],
        tags: [{ name: 'dev' }, { name: 'green' }],
      });
    });

    test('by an address without and with the metadata of a selection: who reads the result learns which version it was for', async () => {
      await publish('Web', '1', 'Told', { branch: 'feat/x' });
      await publish('Web', '2', 'Told', { branch: 'main' });
      await broker.post('/webhooks', {
        provider: { name: 'Told' },
        events: [{ name: 'provider_verification_succeeded' }],
        request: { method: 'POST', url: `${receiver.url}/told`, body: { consumer: '${pactbroker.consumerVersionNumber}' } },
      });
      const selected = await broker.post('/pacts/provider/Told/for-verification', { consumerVersionSelectors: [{ branch: 'feat/x' }] });
      const withMetadata: string = selected.body._embedded.pacts[0]._links.self.href;
      expect(withMetadata).toContain('/metadata/');
      const addresses = [withMetadata, withMetadata.replace(/\/metadata\/.*/, '')];
      for (const [index, address] of addresses.entries()) {
        expect((await verifier.verify({ provider: 'Told', pactUrls: [address], ...publishing(String(index)) })).passed).toBe(true);
        await receiver.until(index + 1);
      }
      expect(receiver.received.map(({ body }) => JSON.parse(body).consumer)).toEqual(['1', '2']);
      // One content, one result: the matrix shows it for both versions.
      const { body } = await broker.get('/matrix?q[][pacticipant]=Web&q[][pacticipant]=Told&latestby=cvpv');
      const rows = body.matrix.map(
        (row: Record<string, { version: { number: string } }>) => `${row.consumer?.version.number} ${row.provider?.version.number}`,
      );
      expect(rows.toSorted()).toEqual(['1 0', '1 1', '2 0', '2 1']);
    });

    test('a failing interaction fails the build, and the broker tells what differs and whom it would break', async () => {
      await publish('Web', '1', 'Failing', { branch: 'main' });
      const environment = await broker.post('/environments', { name: 'strict', production: false });
      await broker.post(`/pacticipants/Web/versions/1/deployed-versions/environment/${environment.body.uuid}`, {});
      const options = selecting('Failing', [{ mainBranch: true }], publishing('6'));
      const { passed, interactions } = await verifier.verify(options, { broken: true });
      expect({ passed, interactions }).toEqual({ passed: false, interactions: ['Web: a request for /things FAILED'] });
      const [{ _id: interactionId }] = (await pactOf('Web', '1', 'Failing')).interactions;
      expect(await latestResult('Web', '1', 'Failing')).toMatchObject({
        success: false,
        testResults: [{ interactionId, success: false, mismatches: [{ attribute: 'body', identifier: '$' }] }],
      });
      const { body } = await broker.get('/can-i-deploy?pacticipant=Failing&version=6&environment=strict');
      expect(body.summary).toMatchObject({ deployable: false, failed: 1 });
      expect(JSON.stringify(body.notices)).toContain('Failing version 6 failed to verify the pact of Web version 1');
    });

    test('what is pending does not fail the build until its branch has kept it once', async () => {
      await publish('Web', '1', 'Pending', { branch: 'main' });
      const ask = (version: string, enablePending: boolean, broken: boolean) =>
        verifier.verify(selecting('Pending', [{ mainBranch: true }], { ...publishing(version), enablePending }), { broken });
      const PACT = 'Web: a request for /things';
      expect(await ask('1', false, true)).toMatchObject({ passed: false, pending: [] });
      expect(await ask('2', true, true)).toMatchObject({ passed: true, pending: [PACT], interactions: [`${PACT} FAILED`] });
      expect(await latestResult('Web', '1', 'Pending')).toMatchObject({ success: false, providerApplicationVersion: '2' });
      expect(await ask('3', true, false)).toMatchObject({ passed: true, pending: [PACT], interactions: [PACT] });
      expect(await ask('4', true, true)).toMatchObject({ passed: false, pending: [] });
    });

    test('a pull request that breaks what main keeps fails, though its branch is new', async () => {
      await publish('Web', '1', 'Kept', { branch: 'main' });
      const ask = (version: string, providerVersionBranch: string, broken: boolean) =>
        verifier.verify(selecting('Kept', [{ mainBranch: true }], { ...publishing(version), providerVersionBranch, enablePending: true }), {
          broken,
        });
      expect(await ask('1', 'main', false)).toMatchObject({ passed: true });
      const PACT = 'Web: a request for /things';
      expect(await ask('2', 'feat/break-it', true)).toMatchObject({ passed: false, pending: [], interactions: [`${PACT} FAILED`] });
    });

    test('work in progress comes along, as pending, from a day on', async () => {
      await publish('Web', '1', 'Progress', { branch: 'main', path: '/main' });
      await publish('Web', '2', 'Progress', { branch: 'feat/y', path: '/new' });
      const since = (includeWipPactsSince: string, broken = false) =>
        verifier.verify(selecting('Progress', [{ mainBranch: true }], { ...publishing('1'), enablePending: true, includeWipPactsSince }), {
          broken,
        });
      const [MAIN, NEW] = ['Web: a request for /main', 'Web: a request for /new'];
      expect(await since('2999-01-01')).toMatchObject({ passed: true, interactions: [MAIN] });
      expect(await since('2020-01-01', true)).toMatchObject({
        passed: false,
        interactions: [`${MAIN} FAILED`, `${NEW} FAILED`],
        pending: [NEW],
      });
      expect(await since('2020-01-01')).toMatchObject({ passed: true, interactions: [MAIN, NEW], pending: [NEW] });
      // Its success as work in progress binds nobody; that of the same pact, once it is on main, does.
      expect(await since('2020-01-01')).toMatchObject({ passed: true, interactions: [MAIN, NEW], pending: [NEW] });
      await publish('Web', '3', 'Progress', { branch: 'main', path: '/new' });
      expect(await since('2999-01-01')).toMatchObject({ passed: true, interactions: [NEW], pending: [] });
      await publish('Web', '4', 'Progress', { branch: 'main', path: '/main' });
      expect(await since('2020-01-01')).toMatchObject({ passed: true, interactions: [MAIN] });
    });
  });
});
