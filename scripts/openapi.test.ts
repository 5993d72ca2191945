import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOpenapi } from './openapi/run-concordat.ts';
import { scratchFolder, teaDocument } from './openapi/scratch-folder.ts';

const { folder, git, write, commit } = scratchFolder();
const run = (args: string[], options: { input?: string; env?: Record<string, string> } = {}) =>
  runOpenapi(args, { cwd: folder, ...options });
const diff = (...args: string[]) => run(['diff', ...args]);

beforeAll(() => {
  git('init', '--quiet', '--initial-branch', 'main');
  write('a.json', teaDocument());
  write('sub/tea.yaml', 'openapi: 3.0.3\ninfo: {title: Tea, version: 1.0.0}\npaths:\n  /teas: {$ref: parts/teas.yaml}\n');
  write('sub/parts/teas.yaml', 'get: {responses: {"200": {description: fine}}}\n');
  commit('the first version');
  write('b.json', teaDocument({ version: '1.1.0', required: ['name', 'grams'] }));
  write('c.json', teaDocument({ version: '1.1.0', properties: ['name', 'grams', 'unit'] }));
  write('sub/parts/teas.yaml', 'post: {responses: {"200": {description: fine}}}\n');
});

test('a breaking change ends with 1, a compatible one with 0, and the text says why', async () => {
  const broken = await diff('a.json', 'b.json');
  expect(broken.output).toMatch(
    /^Breaking \(1 error, 1 info\)\nbase {7}a\.json \(Tea 1\.0\.0\)\nrevision {3}b\.json \(Tea 1\.1\.0\)\n\nPOST \/teas\n {2}error/,
  );
  expect(broken).toMatchObject({ exitCode: 1, errors: '' });
  expect(await diff('a.json', 'c.json')).toMatchObject({ exitCode: 0, output: expect.stringMatching(/^Compatible/) });
  expect(await diff('a.json', 'b.json', '--fail-on', 'none')).toMatchObject({ exitCode: 0 });
});

test('standard input and commits are documents as well, with the files that they refer to', async () => {
  const piped = await run(['diff', 'a.json', '-', '--format', 'json'], { input: readFileSync(join(folder, 'b.json'), 'utf8') });
  expect(JSON.parse(piped.output)).toMatchObject({
    verdict: 'breaking',
    changes: [{ id: 'request-property-became-required', method: 'POST', path: '/teas' }, { id: 'api-major-version-not-bumped' }],
  });
  const old = await diff('git:HEAD:./sub/tea.yaml', 'sub/tea.yaml', '--format', 'json');
  const found = JSON.parse(old.output).changes.map(({ id, base, revision }: Record<string, string>) => [id, base ?? revision]);
  expect(found).toEqual([
    ['api-removed-without-deprecation', 'git:HEAD:sub/parts/teas.yaml#/get'],
    ['endpoint-added', 'sub/parts/teas.yaml#/post'],
    ['api-version-not-bumped', '/info/version'],
  ]);
});

test('--output writes the file and nothing else', async () => {
  expect(await diff('a.json', 'b.json', '-f', 'html', '-o', 'report.html')).toEqual({ exitCode: 1, output: '', errors: '' });
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
});

test('colour is for terminals, or for who forces it', async () => {
  expect((await run(['diff', 'a.json', 'b.json'], { env: { FORCE_COLOR: '1' } })).output).toContain('\u001b[31m');
});

test('a config changes levels and ignores changes; one that lies here is found', async () => {
  write('mine.yaml', 'ignore:\n  - { id: request-property-became-required, path: /teas, reason: agreed, expires: 2999-01-01 }\n');
  expect(await diff('a.json', 'b.json', '--config', 'mine.yaml')).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('agreed; until 2999-01-01'),
  });
  write('concordat-openapi.yaml', 'levels: { request-property-became-required: warning }\n');
  expect(await diff('a.json', 'b.json')).toMatchObject({ exitCode: 0, output: expect.stringContaining('1 warning') });
  expect(await diff('a.json', 'b.json', '--fail-on', 'warning')).toMatchObject({ exitCode: 1 });
  expect(await diff('a.json', 'b.json', '--no-config')).toMatchObject({ exitCode: 1 });
  write('concordat-openapi.yaml', '');
  // An empty file decides nothing, but is most likely a mistake.
  expect(await diff('a.json', 'b.json')).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining('concordat-openapi.yaml: is empty'),
  });
  write('concordat-openapi.yaml', '# nothing decided yet\n');
});

test('a second opinion stands beside ours', async () => {
  expect((await diff('a.json', 'b.json', '--second-opinion')).output).toContain('openapi-diff 0.24.1 agrees: breaking');
  write('mine.yaml', 'levels: { request-property-became-required: info }\n');
  const { output } = await diff('a.json', 'b.json', '--second-opinion', '-c', 'mine.yaml');
  expect(output).toContain('openapi-diff 0.24.1 disagrees: it says breaking, we say compatible\n  request.body.scope.remove');
});

test('a batch answers a line each, also for what it cannot read', async () => {
  const lines = [
    '{"id": 1, "base": "a.json", "revision": "b.json"}',
    '',
    'not json',
    '{"id": "x", "base": "none.json", "revision": "b.json"}',
    '{"id": 3, "base": "a.json"}',
    `{"id": 4, "base": ${teaDocument()}, "revision": ${teaDocument()}}`,
    '{"id": 5, "base": "openapi: 3.0.3\\npaths: {}\\n", "revision": "b.json"}',
  ];
  const { exitCode, output, errors } = await run(['diff', '--batch'], { input: lines.join('\n') });
  const answers = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const told = ['request-property-became-required', 'api-major-version-not-bumped'];
  expect(answers).toEqual([
    { id: 1, verdict: 'breaking', changes: told.map((id) => expect.objectContaining({ id })), ms: expect.any(Number) },
    { id: null, error: expect.stringContaining('not a JSON object') },
    { id: 'x', error: 'none.json: there is no such file' },
    { id: 3, error: expect.stringContaining('"revision" must be') },
    { id: 4, verdict: 'compatible', changes: [], ms: expect.any(Number) },
    { id: 5, error: '"base" is the text of a document; give the document itself, as an object, or the name of a file' },
  ]);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
  expect(await run(['diff', '--batch', '--fail-on', 'error'], { input: lines[0]! })).toMatchObject({ exitCode: 1 });
  expect(await run(['diff', '--batch', '--fail-on', 'error'], { input: lines.join('\n') })).toMatchObject({ exitCode: 2 });
});

test('exit code 0 is no yes: what was let through is said last, in text alone', async () => {
  write('e.json', teaDocument({ properties: ['name'] }));
  const passed = await diff('a.json', 'e.json');
  expect(passed).toMatchObject({
    exitCode: 0,
    output: expect.stringMatching(/\n\nexit code 0: 1 warning was let through, because --fail-on is error\n$/),
  });
  const failed = await diff('a.json', 'e.json', '--fail-on', 'warning');
  expect(failed).toMatchObject({ exitCode: 1, output: expect.not.stringContaining('exit code') });
  const none = await diff('a.json', 'b.json', '--fail-on', 'none');
  expect(none.output).toMatch(/\nexit code 0: 1 error was let through, because --fail-on is none\n$/);
  expect((await diff('a.json', 'c.json')).output).not.toContain('exit code');
  expect((await diff('a.json', 'e.json', '--format', 'markdown')).output).not.toContain('exit code');
});

test('the config in the README can be read', async () => {
  const readme = readFileSync(new URL('./openapi/README.md', import.meta.url), 'utf8');
  write('readme.yaml', /```yaml\n(.*?)```/s.exec(readme)![1]!);
  expect(await diff('a.json', 'c.json', '--config', 'readme.yaml')).toMatchObject({ exitCode: 0, errors: '' });
});

test('lists of oasdiff become a config; what cannot be carried over is told with its line', async () => {
  write('err-ignore.txt', "# Agreed\n\nPOST /teas the request property 'grams' became required\nPOST /teas became better\n");
  write('levels.txt', 'api-security-removed err\n');
  const { output, errors, exitCode } = await run(['convert-ignores', 'err-ignore.txt', 'levels.txt']);
  expect(exitCode).toBe(1);
  expect(errors).toMatch(/^err-ignore\.txt:4: not carried over: no rule has this sentence; [^\n]*\n$/);
  write('converted.yaml', output);
  expect(await diff('a.json', 'b.json', '--config', 'converted.yaml')).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('1 change ignored'),
  });
  expect(await run(['convert-ignores', 'levels.txt'])).toEqual({
    exitCode: 0,
    errors: '',
    output: 'levels:\n  api-security-removed: error\n',
  });
  expect(await run(['convert-ignores', 'none.txt'])).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining('there is no such file'),
  });
});

test('a changelog tells the steps, newest first', async () => {
  write('d.json', teaDocument({ version: '1.10.0', properties: ['name', 'grams', 'unit', 'price'] }));
  const { output, exitCode } = await run(['changelog', 'd.json', 'c.json', 'a.json']);
  expect(output.match(/^#+ .*$/gm)).toEqual(['# Changes to Tea', '## 1.10.0', '### Added', '## 1.1.0', '### Added']);
  const { output: broken } = await run(['changelog', 'a.json', 'b.json']);
  expect(broken.match(/^#+ .*$/gm)).toEqual(['# Changes to Tea', '## 1.1.0', '### Breaking']);
  expect(exitCode).toBe(0);
});

test('lint-versioning holds the step against the change', async () => {
  expect(await run(['lint-versioning', 'a.json', 'c.json'])).toMatchObject({
    exitCode: 0,
    output: expect.stringMatching(/^ok .*is a minor step, and 1 change is compatible/),
  });
  const tooSmall = await run(['lint-versioning', 'a.json', 'b.json']);
  expect(tooSmall).toMatchObject({ exitCode: 1, output: expect.stringMatching(/^error .*it wants a major step \(2\.0\.0\)/) });
  write('dated.json', teaDocument({ version: '2026-01-01' }));
  const dated = await run(['lint-versioning', 'a.json', 'dated.json']);
  expect(dated).toMatchObject({ exitCode: 2, errors: expect.stringMatching(/dated\.json:1:\d+: "2026-01-01" is no semantic version/) });
});

test('explain says what a rule means, and suggests the nearest for a typo', async () => {
  const { output } = await run(['explain', 'request-property-became-required']);
  expect(output).toMatch(
    /^request-property-became-required \(error, request, schema\)\nWhat it means: .*\nWhy it matters: .*\nWhat to do instead: /,
  );
  expect(await run(['explain', 'request-property-become-required'])).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining('did you mean request-property-became-required'),
  });
  const listed = await run(['explain', 'request-property-became-*']);
  expect(listed.output).toMatch(/^error {4}request-property-became-required /m);
  expect(listed.output).not.toMatch(/response-/);
  expect(await run(['explain', '*-none-such'])).toMatchObject({ exitCode: 2, errors: expect.stringContaining('there is no rule') });
  expect((await run(['explain'])).output).toMatch(/^error {4}api-removed-without-deprecation /m);
});
