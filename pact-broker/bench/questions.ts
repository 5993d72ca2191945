import { randomUUID } from 'node:crypto';
import type { Request } from './request.ts';
import { pactDocument } from './stores/pact-document.ts';
import { WIP_SINCE } from './stores/timeline.ts';
import type { Subject, Subjects } from './subjects.ts';

export interface Question {
  name: string;
  /** Milliseconds at size M with one connection: what the reference broker needs (from, to; see README.md) where that was measured, and the most that this one may. */
  reference?: [number, number];
  bar: number;
  requests: Request[];
  /** Each request may be sent only once. */
  writes?: boolean;
}

const enc = encodeURIComponent;
const get = (path: string): Request => ({ method: 'GET', path });
const post = (path: string, body: unknown): Request => ({ method: 'POST', path, body: JSON.stringify(body) });

const inShort = ({ name, version }: Subject) =>
  get(`/can-i-deploy?pacticipant=${enc(name)}&version=${enc(version)}&environment=production`);
/** As the official command line asks: brackets as they are. */
const byCommandLine = ({ name, version }: Subject) =>
  get(`/matrix?q[][pacticipant]=${enc(name)}&q[][version]=${enc(version)}&latestby=cvp&environment=production`);

const selection = {
  consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
  includePendingStatus: true,
  includeWipPactsSince: WIP_SINCE,
  providerVersionBranch: 'main',
};
const forVerification = (provider: string) => post(`/pacts/provider/${enc(provider)}/for-verification`, selection);

/** What clients ask for most, as they ask it, going round over many pacticipants and versions. */
export function readQuestions({ typical, hub, typicalProviders, busyProvider, pairs }: Subjects): Question[] {
  return [
    { name: 'gate', reference: [101, 253], bar: 2, requests: typical.map(inShort) },
    { name: 'gate, command line', reference: [101, 253], bar: 2, requests: typical.map(byCommandLine) },
    { name: 'gate, 30 providers', reference: [526, 2108], bar: 8, requests: hub.map(inShort) },
    { name: 'gate, 30 providers, command line', reference: [526, 2108], bar: 8, requests: hub.map(byCommandLine) },
    {
      name: 'matrix of an integration',
      reference: [57, 97],
      bar: 5,
      requests: pairs.map(({ consumer, provider }) =>
        get(`/matrix?q[][pacticipant]=${enc(consumer)}&q[][pacticipant]=${enc(provider)}&latestby=cvpv&limit=100`),
      ),
    },
    { name: 'pacts for verification', reference: [105, 105], bar: 5, requests: typicalProviders.map(forVerification) },
    { name: 'pacts for verification, 500 branches', reference: [260, 260], bar: 20, requests: [forVerification(busyProvider)] },
    {
      name: 'latest pact',
      reference: [9.5, 9.5],
      bar: 1,
      requests: pairs.map(({ consumer, provider }) => get(`/pacts/provider/${enc(provider)}/consumer/${enc(consumer)}/latest`)),
    },
    // Of 600 integrations at size M, or of 1,000 items on a page, with the proportion that 1,000 may take 100 ms.
    { name: 'integrations', bar: 60, requests: [get('/integrations')] },
    // In five environments each: 3,000 results between two versions.
    { name: 'front page', bar: 150, requests: [{ ...get('/'), accept: 'text/html' }] },
    { name: 'dashboard', bar: 100, requests: [get('/dashboard?size=1000')] },
  ];
}

const CONTRACTS = 20;

/** What CI sends. Every request is new, so each may be sent only once. */
export function writeQuestions({ hub, hubProviders, pairs }: Subjects, count: number): Question[] {
  const consumer = (hub[0] as Subject).name;
  return [
    {
      name: 'publish 20 contracts',
      reference: [660, 660],
      bar: 40,
      writes: true,
      requests: Array.from({ length: count }, () => publication(consumer, hubProviders.slice(0, CONTRACTS))),
    },
    {
      name: 'verification result',
      reference: [77, 77],
      bar: 5,
      writes: true,
      requests: Array.from({ length: count * 5 }, (_, index) => {
        const { consumer, provider, sha } = pairs[index % pairs.length] as Subjects['pairs'][number];
        return verificationResult(`/pacts/provider/${enc(provider)}/consumer/${enc(consumer)}/pact-version/${sha}/verification-results`);
      }),
    },
  ];
}

function publication(consumer: string, providers: string[]): Request {
  const version = randomUUID();
  const contracts = providers.map((provider) => ({
    consumerName: consumer,
    providerName: provider,
    specification: 'pact',
    contentType: 'application/json',
    content: Buffer.from(JSON.stringify(pactDocument({ consumer, provider, revision: version }))).toString('base64'),
  }));
  return post('/contracts/publish', { pacticipantName: consumer, pacticipantVersionNumber: version, branch: 'main', contracts });
}

const verificationResult = (path: string): Request =>
  post(path, {
    success: true,
    providerApplicationVersion: randomUUID(),
    buildUrl: 'https://ci.example.org/builds/1',
    verifiedBy: { implementation: 'Pact-Rust', version: '1.3.2' },
    testResults: { tests: [{ interactionDescription: 'a request 1 for one of the orders', success: true, mismatches: [] }] },
  });
