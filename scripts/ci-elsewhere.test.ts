import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startBroker, type TestBroker } from '../pact-broker/test/broker.ts';
import { pact } from '../pact-broker/test/contracts.ts';

// As a team copies the recipes: into a repository of its own, checked out as a CI does it, at a commit and on no branch.
const root = fileURLToPath(new URL('../', import.meta.url));
const recipes = join(root, 'scripts/ci');
let repository: string;
let commit: string;
let broker: TestBroker;

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: repository, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: repository } });

beforeAll(async () => {
  broker = await startBroker();
  repository = realpathSync(mkdtempSync(join(tmpdir(), 'another repository ')));
  cpSync(recipes, join(repository, 'ci'), { recursive: true });
  for (const folder of ['pacts', 'src/deep', 'elsewhere']) mkdirSync(join(repository, folder), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(repository, 'node_modules'));
  for (const [folder, provider] of [
    ['pacts', 'Shop API'],
    ['elsewhere', 'Stock API'],
  ] as const)
    writeFileSync(join(repository, folder, `Shop Web-${provider}.json`), JSON.stringify(pact('Shop Web', provider)));
  git('init', '--quiet', '--initial-branch', 'trunk');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--allow-empty', '--message', 'first');
  git('checkout', '--quiet', '--detach');
  commit = git('rev-parse', 'HEAD').trim();
});
afterAll(async () => {
  await broker.stop();
  rmSync(repository, { recursive: true, force: true });
});

async function recipe(
  name: string,
  { env = {}, args = [], folder = '.' }: { env?: Record<string, string>; args?: string[]; folder?: string } = {},
) {
  const { PATH } = process.env;
  const variables = { PATH, HOME: repository, PACT_BROKER_BASE_URL: broker.url, PACTICIPANT: 'Shop Web', ...env };
  const child = spawn(join(repository, 'ci', `${name}.sh`), args, { cwd: join(repository, folder), env: variables });
  const ended = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  const [output, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exitCode, output: `${output}${errors}` };
}

test.each(['can-i-deploy', 'can-i-merge', 'publish-contracts', 'record-deployment', 'verify-provider'])(
  "%s does not take a pull request's merge commit for a version",
  async (name) => {
    const { exitCode, output } = await recipe(name, {
      env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: 'abc', ENVIRONMENT: 'test', VERIFY: 'true' },
    });
    expect({ exitCode, output }).toEqual({
      exitCode: 1,
      output: expect.stringContaining('set VERSION to ${{ github.event.pull_request.head.sha }}'),
    });
  },
);

test.each([
  [{ CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: 'head', CI_COMMIT_SHA: 'merge' }, 'head'],
  [{ CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: '', CI_COMMIT_SHA: 'commit' }, 'commit'],
  [{ SYSTEM_PULLREQUEST_SOURCECOMMITID: 'head', BUILD_SOURCEVERSION: 'merge' }, 'head'],
])('%j is the version %s', async (env, version) => {
  const seen = await recipe('verify-provider', {
    env: { VERIFY: 'printenv PROVIDER_VERSION', BRANCH: 'main', ...env } as Record<string, string>,
  });
  expect(seen).toEqual({ exitCode: 0, output: `${version}\n` });
});

const branchSeen = async (env: Record<string, string>) =>
  recipe('verify-provider', { env: { VERIFY: 'printenv PROVIDER_BRANCH', ...env } });

test.each([
  [{ BRANCH: 'mine', GITHUB_HEAD_REF: 'other' }, 'mine'],
  [{ GITHUB_HEAD_REF: 'feat/x', GITHUB_REF_NAME: '12/merge' }, 'feat/x'],
  [{ GITHUB_HEAD_REF: '', GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' }, 'main'],
  [{ CI_COMMIT_REF_NAME: 'feat/x' }, 'feat/x'],
  [{ CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'feat/y', CI_COMMIT_REF_NAME: 'refs/merge-requests/1/merge' }, 'feat/y'],
  [{ BUILD_SOURCEBRANCH: 'refs/heads/feat/x', BUILD_SOURCEBRANCHNAME: 'x' }, 'feat/x'],
  [{ BUILD_SOURCEBRANCHNAME: 'main' }, 'main'],
  [
    { SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/feat/z', BUILD_SOURCEBRANCH: 'refs/pull/1/merge', BUILD_SOURCEBRANCHNAME: 'merge' },
    'feat/z',
  ],
  [{ CHANGE_BRANCH: 'feat/x', BRANCH_NAME: 'PR-7' }, 'feat/x'],
  [{ CIRCLE_BRANCH: 'main' }, 'main'],
])('%j is the branch %s', async (env, branch) => expect(await branchSeen(env as never)).toEqual({ exitCode: 0, output: `${branch}\n` }));

test.each([
  {},
  { GITHUB_REF_NAME: 'v1.0.0', GITHUB_REF_TYPE: 'tag' },
  { CI_COMMIT_TAG: 'v1.0.0', CI_COMMIT_REF_NAME: 'v1.0.0' },
  { BUILD_SOURCEBRANCH: 'refs/tags/v1.0.0', BUILD_SOURCEBRANCHNAME: 'v1.0.0' },
])('%j is on no branch, and says what to set', async (env) => {
  const { exitCode, output } = await branchSeen(env as never);
  expect(exitCode).not.toBe(0);
  expect(output).toContain('BRANCH: is the branch of this version; set it');
});

test('where a branch is checked out, it is that one', async () => {
  git('checkout', '--quiet', 'trunk');
  try {
    expect((await branchSeen({})).output).toBe('trunk\n');
  } finally {
    git('checkout', '--quiet', '--detach');
  }
});

test.each<[string, Parameters<typeof recipe>[1], string]>([
  ['pacts of the top folder', {}, 'Shop API'],
  ['pacts of the top folder, from one below', { folder: 'src/deep' }, 'Shop API'],
  ['a folder as the argument', { args: ['elsewhere'] }, 'Stock API'],
  ['a folder as the argument, from one below', { args: ['../../elsewhere'], folder: 'src/deep' }, 'Stock API'],
  ['a folder as a variable', { env: { CONTRACTS: 'elsewhere' } }, 'Stock API'],
  ['a glob as a variable', { env: { CONTRACTS: 'elsewhere/*Stock*.json' } }, 'Stock API'],
])('publishes %s', async (_name, options, provider) => {
  const { exitCode, output } = await recipe('publish-contracts', { ...options, env: { BRANCH: 'main', ...options?.env } });
  expect({ exitCode, output }).toEqual({
    exitCode: 0,
    output: expect.stringContaining(`: the pact between Shop Web version ${commit} and ${provider}`),
  });
});

test('asks the gate, and records, for the commit that is checked out', async () => {
  await broker.post('/environments', { name: 'test', production: false });
  const env = { ENVIRONMENT: 'test', RETRIES: '0' };
  expect(await recipe('record-deployment', { env, folder: 'src/deep' })).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining(commit),
  });
  for (const gate of ['can-i-deploy', 'can-i-merge'])
    expect(await recipe(gate, { env, folder: 'src' })).toMatchObject({ output: expect.stringContaining('Computer says') });
});

test.each<[string, string, Parameters<typeof recipe>[1], string]>([
  ['publish-contracts', 'no contracts', { args: ['src'], env: { BRANCH: 'main' } }, 'there are no contracts of Shop Web (src)'],
  [
    'publish-contracts',
    'another consumer',
    { env: { BRANCH: 'main', PACTICIPANT: 'Nobody' } },
    'no contracts of Nobody (contracts/Nobody-*.json or pacts',
  ],
  ['verify-provider', 'no command', { env: { BRANCH: 'main' } }, 'VERIFY: is the command that verifies Shop Web; set it'],
  ['register-webhook', 'no repository', { env: { DISPATCH_TOKEN: 'x' } }, 'REPOSITORY: is where the provider is verified'],
  ['openapi-diff', 'no documents', {}, 'DOCUMENTS=openapi/documents: there is no such folder in'],
  ['openapi-diff', 'no main branch', { env: { DOCUMENTS: 'src' } }, 'BASE_REF=origin/main: this checkout has nothing in common'],
])('%s with %s says what to do', async (name, _what, options, reason) => {
  const { exitCode, output } = await recipe(name, options);
  expect(exitCode).not.toBe(0);
  expect(output).toContain(reason);
});

test('a version that nobody can know is asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'no repository '));
  const child = spawn(join(recipes, 'can-i-merge.sh'), {
    cwd: folder,
    env: { PATH: process.env.PATH, PACT_BROKER_BASE_URL: broker.url, PACTICIPANT: 'x' },
  });
  const [errors] = await Promise.all([text(child.stderr), new Promise((resolve) => child.once('close', resolve))]);
  rmSync(folder, { recursive: true });
  expect(errors).toContain('VERSION: is the version, usually a commit; set it');
});

test('the recipes find out in one way what the version, the branch and the client are', () => {
  const scripts = readdirSync(recipes).map((name) => readFileSync(join(recipes, name), 'utf8'));
  const blocks = [/^VERSION=.*\n.*$/m, /^# A checkout of a CI[\s\S]*?^: .*$/m, /^bins=[\s\S]*?^export PATH.*$/m];
  for (const block of blocks) {
    const found = scripts.flatMap((script) => script.match(block)?.[0] ?? []);
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found).size).toBe(1);
  }
});
