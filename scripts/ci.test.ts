import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type BrokerProcess, startBrokerProcess } from '../pact-broker/test/broker-process.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const dashboard = { PACTICIPANT: 'dashboard', VERSION: '3.2.0', BRANCH: 'main' };
const datasetService = { PACTICIPANT: 'dataset-service', VERSION: '1.0.0', BRANCH: 'main' };
const breaking = { ...datasetService, VERSION: '1.1.0', DATASET_SERVICE_BEHAVIOUR: 'renamed-field' };
const toTest = { ENVIRONMENT: 'test', RETRIES: '0' };

let folder: string;
let broker: BrokerProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concordat-ci-'));
  broker = await startBrokerProcess({ CONCORDAT_DATA: folder });
});

afterAll(async () => {
  await broker.stop();
  await rm(folder, { recursive: true });
});

/** Runs a program as a CI job does: in the top folder, with variables; its exit code and all that it printed. */
async function run(program: string, args: string[], env: Record<string, string>) {
  const { PATH, HOME, TMPDIR } = process.env;
  // A secret that is not set is an empty variable in GitHub's workflows.
  const inherited = { PATH, HOME, TMPDIR, PACT_BROKER_TOKEN: '', PACT_URL: '', BUILD_URL: '' };
  const child = spawn(program, args, { cwd: root, env: { ...inherited, PACT_BROKER_BASE_URL: broker.url, ...env } });
  const ended = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  const [output, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exitCode, output: `${output}${errors}` };
}

const recipe = (name: string, env: Record<string, string>) => run(`scripts/ci/${name}.sh`, [], env);

// One history: each recipe finds what the ones before it have left in the broker.
test('publishing tells what is published', async () => {
  const { exitCode, output } = await recipe('publish-contracts', { ...dashboard, CONTRACTS: 'contracts/dashboard-data*.json' });
  expect(output).toContain('Published: the pact between dashboard version 3.2.0 and dataset-service');
  expect(output).not.toContain('detection-service');
  expect(exitCode).toBe(0);
});

test('publishing without a contract fails', async () => {
  const { exitCode, output } = await recipe('publish-contracts', { ...dashboard, PACTICIPANT: 'nobody' });
  expect(output).toContain('contracts/nobody-*.json');
  expect(exitCode).toBe(1);
});

test('the gate says no while there is no environment, and while the provider is not in it', async () => {
  const unknown = await recipe('can-i-deploy', { ...dashboard, ...toTest });
  expect(unknown.output).toContain('There is no environment "test"');
  expect(unknown.exitCode).toBe(1);

  const created = await run('node_modules/.bin/pact-broker', ['create-environment', '--name', 'test', '--display-name', 'Test'], {});
  expect(created.exitCode).toBe(0);
  const alone = await recipe('can-i-deploy', { ...dashboard, ...toTest });
  expect(alone.output).toContain('Computer says no');
  expect(alone.exitCode).toBe(1);
});

test('a provider that keeps its contracts is verified, allowed and deployed; then its consumer is', async () => {
  const verified = await recipe('verify-provider', datasetService);
  expect(verified.output).toContain('Verified: 5 of 5 interactions passed.');
  expect(verified.exitCode).toBe(0);
  for (const participant of [datasetService, dashboard]) {
    const gate = await recipe('can-i-deploy', { ...participant, ...toTest });
    expect(gate.output).toContain('Computer says yes');
    expect(gate.exitCode).toBe(0);
    const recorded = await recipe('record-deployment', { ...participant, ...toTest });
    expect(recorded.output).toContain(`Recorded deployment of ${participant.PACTICIPANT} version ${participant.VERSION} to test`);
    expect(recorded.exitCode).toBe(0);
  }
});

test('a provider that renames a field fails its verification, and the gate names the consumer', async () => {
  const verified = await recipe('verify-provider', breaking);
  expect(verified.output).toContain('missing the following keys: pointCount');
  expect(verified.exitCode).toBe(1);
  const gate = await recipe('can-i-deploy', { ...breaking, ...toTest });
  expect(gate.output).toMatch(/1\.1\.0.*dashboard.*3\.2\.0/);
  expect(gate.output).toContain('Computer says no');
  expect(gate.exitCode).toBe(1);
});

test('one contract is verified alone, as a webhook asks for it', async () => {
  const PACT_URL = `${broker.url}/pacts/provider/dataset-service/consumer/dashboard/version/3.2.0`;
  const { exitCode, output } = await recipe('verify-provider', { ...datasetService, VERSION: '1.0.1', PACT_URL });
  expect(output).toContain('Verified: 5 of 5 interactions passed.');
  expect(exitCode).toBe(0);
});

test('a version that nobody knows is not recorded as deployed', async () => {
  const { exitCode } = await recipe('record-deployment', { ...datasetService, VERSION: '9.9.9', ...toTest });
  expect(exitCode).toBe(1);
});

test.each([
  ['publish-contracts', 'PACTICIPANT'],
  ['verify-provider', 'PACTICIPANT'],
  ['can-i-deploy', 'ENVIRONMENT'],
  ['record-deployment', 'ENVIRONMENT'],
  ['can-i-deploy', 'PACT_BROKER_BASE_URL'],
])('%s says that %s is missing', async (name, missing) => {
  const { exitCode, output } = await recipe(name, { ...dashboard, ...toTest, [missing]: '' });
  expect(output).toContain(`${missing}: is the`);
  expect(exitCode).not.toBe(0);
});
