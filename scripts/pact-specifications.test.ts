import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrokerProcess, startBrokerProcess } from '../pact-broker/test/broker-process.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const specifications = ['1.1.0', '2.0.0', '3.0.0', '4.0'];

let folder: string;
let broker: BrokerProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concordat-specifications-'));
  broker = await startBrokerProcess({ CONCORDAT_DATA: join(folder, 'broker') });
});

afterAll(async () => {
  await broker.stop();
  await rm(folder, { recursive: true });
});

/** The same interaction as each specification writes it: what differs is the provider state, the query, the body and the matchers. */
function interaction(specification: string) {
  const description = `an empty list, in specification ${specification}`;
  const body = { items: [], page: 1, total: 0 };
  const request = { method: 'GET', path: '/datasets' };
  const state = 'no datasets exist';
  switch (specification) {
    case '1.1.0':
      return { description, provider_state: state, request: { ...request, query: 'page=1&size=20' }, response: { status: 200, body } };
    case '2.0.0': {
      const response = { status: 200, body: { ...body, page: 7 }, matchingRules: { '$.body.page': { match: 'type' } } };
      return { description, providerState: state, request: { ...request, query: 'page=1&size=20' }, response };
    }
    case '3.0.0': {
      const matchingRules = { body: { '$.page': { matchers: [{ match: 'integer' }] } } };
      const query = { page: ['1'], size: ['20'] };
      return {
        description,
        providerStates: [{ name: state }],
        request: { ...request, query },
        response: { status: 200, body, matchingRules },
      };
    }
    default: {
      const content = { content: body, contentType: 'application/json', encoded: false };
      const query = { page: ['1'], size: ['20'] };
      const response = { status: 200, body: content };
      return { type: 'Synchronous/HTTP', description, providerStates: [{ name: state }], request: { ...request, query }, response };
    }
  }
}

async function run(script: string, env: Record<string, string>) {
  const given = { PATH: process.env.PATH, PACT_BROKER_BASE_URL: broker.url, VERSION: '1', BRANCH: 'main', ...env };
  return new Promise<{ exitCode: number | null; output: string }>((resolve) => {
    const child = execFile(`scripts/ci/${script}.sh`, { cwd: root, env: given }, (_, output, errors) =>
      resolve({ exitCode: child.exitCode, output: `${output}${errors}` }),
    );
  });
}

test('contracts of every Pact specification are published by the official client and verified by the official verifier', async () => {
  for (const version of specifications) {
    const consumer = `reader-${version}`;
    const pact = {
      consumer: { name: consumer },
      provider: { name: 'dataset-service' },
      interactions: [interaction(version)],
      metadata: { pactSpecification: { version } },
    };
    const file = join(folder, `${consumer}.json`);
    await writeFile(file, JSON.stringify(pact));
    const published = await run('publish-contracts', { PACTICIPANT: consumer, CONTRACTS: file });
    expect(published).toMatchObject({ exitCode: 0, output: expect.stringContaining(`between ${consumer} version 1 and dataset-service`) });
  }
  const { exitCode, output } = await run('verify-provider', { PACTICIPANT: 'dataset-service' });
  for (const version of specifications) {
    expect(output).toContain(
      `reader-${version} → dataset-service\n  ✓ an empty list, in specification ${version} (given no datasets exist)`,
    );
  }
  expect(output).toContain('Verified: 4 of 4 interactions passed.');
  expect(exitCode).toBe(0);
});
