import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type BrokerProcess, startBrokerProcess } from '../pact-broker/test/broker-process.ts';
import { startReceiver } from '../pact-broker/test/receiver.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const dashboard = { PACTICIPANT: 'dashboard', VERSION: '3.2.0', BRANCH: 'main' };
const datasetService = { PACTICIPANT: 'dataset-service', VERSION: '1.0.0', BRANCH: 'main' };
const breaking = { ...datasetService, VERSION: '1.1.0', DATASET_SERVICE_BEHAVIOUR: 'renamed-field' };
const toTest = { ENVIRONMENT: 'test', RETRIES: '0' };

let folder: string;
let broker: BrokerProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concordat-ci-'));
  const webhooks = { CONCORDAT_WEBHOOK_HOSTS: '127.0.0.1', CONCORDAT_WEBHOOK_SCHEMES: 'http' };
  broker = await startBrokerProcess({ CONCORDAT_DATA: folder, ...webhooks });
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
  expect(output).toContain('there are no contracts of nobody (contracts/nobody-*.json');
  expect(exitCode).toBe(1);
});

test('the gate says no while there is no environment, and while the provider is not in it', async () => {
  const unknown = await recipe('can-i-deploy', { ...dashboard, ...toTest, ENVIRONMENT: 'staging' });
  expect(unknown.output).toContain('There is no environment "staging"');
  expect(unknown.exitCode).toBe(1);

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

test('a webhook asks for the verification of what a consumer changed, and the merge waits for it', async () => {
  const ci = await startReceiver();
  try {
    const registration = { PACTICIPANT: 'dataset-service', DISPATCH_TOKEN: 'sesame', WEBHOOK_URL: `${ci.url}/dispatches` };
    for (const _time of ['first', 'again']) expect((await recipe('register-webhook', registration)).exitCode).toBe(0);

    const changed = { ...dashboard, VERSION: '3.3.0', BRANCH: 'feat/more', RETRIES: '0' };
    expect((await recipe('publish-contracts', { ...changed, CONTRACTS: await changedContract() })).exitCode).toBe(0);
    const unknown = await recipe('can-i-merge', changed);
    expect(unknown.output).toContain('Computer says no');
    expect(unknown.exitCode).toBe(1);

    // The head of the main branch and what is deployed; each once, though the webhook was registered twice.
    const builds = (await ci.until(2)).map(({ headers, body }) => ({ ...JSON.parse(body), authorization: headers.authorization }));
    expect(builds.map(({ client_payload }) => client_payload.version).sort()).toEqual(['1.0.0', '1.0.1']);
    const build = builds.find(({ client_payload }) => client_payload.version === '1.0.1');
    expect(build).toMatchObject({ event_type: 'contract_requiring_verification_published', authorization: 'Bearer sesame' });
    const { provider, version, branch, pact_url } = build.client_payload;
    const verified = await recipe('verify-provider', { PACTICIPANT: provider, VERSION: version, BRANCH: branch, PACT_URL: pact_url });
    expect(verified.output).toContain('Verified: 5 of 5 interactions passed.');

    const known = await recipe('can-i-merge', changed);
    expect(known.output).toContain('Computer says yes');
    expect(known.exitCode).toBe(0);
  } finally {
    await ci.stop();
  }
});

async function changedContract(): Promise<string> {
  const contract = await readFile(join(root, 'contracts/dashboard-dataset-service.json'), 'utf8');
  const file = join(folder, 'dashboard-dataset-service.json');
  await writeFile(file, contract.replace('"a request for a dataset"', '"a request for a dataset by its id"'));
  return file;
}

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
  ['can-i-merge', 'PACTICIPANT'],
  ['register-webhook', 'DISPATCH_TOKEN'],
])('%s says that %s is missing', async (name, missing) => {
  const { exitCode, output } = await recipe(name, { ...dashboard, ...toTest, [missing]: '' });
  expect(output).toContain(`${missing}: is the`);
  expect(exitCode).not.toBe(0);
});
