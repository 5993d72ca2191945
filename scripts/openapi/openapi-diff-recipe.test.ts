import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder, teaDocument } from './scratch-folder.ts';

const recipe = fileURLToPath(new URL('../ci/openapi-diff.sh', import.meta.url));
const concordat = fileURLToPath(new URL('../concordat.mjs', import.meta.url));
const { folder, git, write, commit } = scratchFolder();

beforeAll(() => {
  git('init', '--quiet', '--initial-branch', 'main');
  for (const version of ['1.9.0', '1.10.0', '3.0.0-rc.1']) write(`openapi/documents/tea/${version}.json`, '');
  for (const version of ['1.9.0', '1.10.0']) write(`openapi/documents/tea/${version}.yaml`, teaDocument({ version }));
  write('openapi/documents/tea/2.0.0-rc.1.yaml', teaDocument({ version: '2.0.0-rc.1', properties: ['name'] }));
  commit('released');
});

/** What a pull request with these documents is told. */
function judge(documents: Record<string, string>, env: Record<string, string> = {}, from = '.') {
  git('checkout', '--quiet', '-B', 'change', 'main');
  for (const [name, document] of Object.entries(documents)) write(`openapi/documents/${name}`, document);
  commit('change');
  const { PATH, HOME } = process.env;
  const options = {
    cwd: join(folder, from),
    encoding: 'utf8' as const,
    env: { PATH, HOME, BASE_REF: 'main', CONCORDAT: `${process.execPath} ${concordat}`, ...env },
  };
  const { status, stdout, stderr } = spawnSync(recipe, { ...options, timeout: 60_000 });
  return { status, stdout, stderr };
}

test('a breaking change with a minor step fails, and is told against the newest release', () => {
  const { status, stdout } = judge({ 'tea/1.11.0.yaml': teaDocument({ version: '1.11.0', required: ['name', 'grams'] }) });
  expect(stdout).toContain(
    '# tea 1.11.0\n\n> error    openapi/documents/tea/1.11.0.yaml: 1.10.0 → 1.11.0 is a minor step, but 1 change breaks',
  );
  expect(stdout).toContain('## ❌ Breaking (1 error, 1 info)');
  expect(status).toBe(1);
});

test('the same change with a major step passes, and is told as well', () => {
  const { status, stdout } = judge({ 'tea/2.0.0.yaml': teaDocument({ version: '2.0.0', required: ['name', 'grams'] }) });
  expect(stdout).toContain('> ok       openapi/documents/tea/2.0.0.yaml: 1.10.0 → 2.0.0 is a major step, and 1 change breaks');
  expect(stdout).toContain('## ❌ Breaking (1 error)');
  expect(status).toBe(0);
});

test('a released document that is edited in place is held against itself', () => {
  const { status, stdout } = judge({ 'tea/1.9.0.yaml': teaDocument({ version: '1.9.0', required: [] }) });
  expect(stdout).toContain('1.9.0 → 1.9.0 is no step, but 1 change is compatible: it wants a minor step (1.10.0)');
  expect(status).toBe(1);
});

test('a first version has nothing to be compared with, and nothing changed is nothing to tell', () => {
  expect(judge({ 'coffee/1.0.0.yaml': teaDocument() })).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('# coffee 1.0.0\n\nThe first version'),
  });
  expect(judge({})).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('a document that cannot be read fails with the place', () => {
  const { status, stderr } = judge({ 'tea/1.11.0.yaml': 'openapi: [' });
  expect(stderr).toMatch(/openapi\/documents\/tea\/1\.11\.0\.yaml:1:\d+: /);
  expect(status).toBe(2);
});

test('from a folder below, with the command beside the recipe and the target that the CI names, it is the same', () => {
  git('branch', '--force', 'release', 'main');
  git('update-ref', 'refs/remotes/origin/release', 'release');
  const inCi = { BASE_REF: '', CONCORDAT: '', GITHUB_BASE_REF: 'release', REPORT: 'report.md' };
  const { status } = judge({ 'tea/1.11.0.yaml': teaDocument({ version: '1.11.0', required: ['name', 'grams'] }) }, inCi, 'openapi');
  expect(readFileSync(join(folder, 'openapi/report.md'), 'utf8')).toContain('# tea 1.11.0\n\n> error    openapi/documents/tea/1.11.0.yaml');
  expect(status).toBe(1);
});

test('in GitHub Actions the lines of the document are annotated', () => {
  const { stdout } = judge(
    { 'tea/2.0.0.yaml': teaDocument({ version: '2.0.0', required: ['name', 'grams'] }) },
    { GITHUB_ACTIONS: 'true', REPORT: '/dev/null' },
  );
  expect(stdout).toMatch(
    /^::error file=openapi\/documents\/tea\/2\.0\.0\.yaml,line=1,col=\d+,title=request-property-became-required::POST \/teas: [^\n]*\n$/,
  );
});
