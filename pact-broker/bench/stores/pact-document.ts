import type { PactContent } from '../../domain/pacts/pact-content.ts';
import { randomFrom, seedOf } from './random.ts';

const RESOURCES = ['orders', 'customers', 'invoices', 'datasets', 'shipments', 'alerts', 'baskets', 'payments', 'detectors', 'reports'];
const FIELDS = ['id', 'name', 'status', 'createdAt', 'total', 'currency', 'owner', 'email', 'quantity', 'unit', 'note', 'region', 'score'];
const FEWEST_INTERACTIONS = 3;

interface DocumentNames {
  consumer: string;
  provider: string;
  /** What makes this content another than that one. */
  revision: string;
  /** How many at the most. */
  interactions?: number;
}

/** A pact of 2 to 20 KB as JSON, small ones more often than large ones; the same for the same names and revision. */
export function pactDocument({ consumer, provider, revision, interactions = 23 }: DocumentNames): PactContent {
  const random = randomFrom(seedOf(`${consumer}/${provider}/${revision}`));
  const count = FEWEST_INTERACTIONS + Math.floor((interactions + 1 - FEWEST_INTERACTIONS) * random() ** 2);
  return {
    consumer: { name: consumer },
    interactions: Array.from({ length: count }, (_, index) => interaction(random, index)),
    metadata: { pactRust: { ffi: '0.4.28', models: '1.3.7' }, pactSpecification: { version: '3.0.0' } },
    provider: { name: provider },
  };
}

function interaction(random: () => number, index: number) {
  const resource = pick(random, RESOURCES);
  const id = Math.floor(random() * 1e6);
  const fields = FIELDS.filter(() => random() < 0.5);
  return {
    description: `a request ${index} for one of the ${resource}`,
    providerStates: [{ name: `${resource} ${id} exists`, params: { id } }],
    request: { headers: { Accept: 'application/json' }, method: 'GET', path: `/${resource}/${id}` },
    response: {
      body: Object.fromEntries(fields.map((field) => [field, `${field} ${Math.floor(random() * 1000)}`])),
      headers: { 'Content-Type': 'application/json' },
      matchingRules: {
        body: Object.fromEntries(fields.map((field) => [`$.${field}`, { combine: 'AND', matchers: [{ match: 'type' }] }])),
      },
      status: 200,
    },
  };
}

const pick = <T>(random: () => number, from: T[]): T => from[Math.floor(random() * from.length)] as T;
