import { runOpenapi } from './run-concordat.ts';
import { scratchFolder, teaDocument } from './scratch-folder.ts';

const { folder, git, write, commit } = scratchFolder();
const elsewhere = scratchFolder();

beforeAll(() => {
  git('init', '--quiet', '--initial-branch', 'main');
  write('good.json', teaDocument());
  commit('one');
  write('empty.yaml', '');
  write('void/part.yaml', 'type: string\n');
  for (const name of ['a', 'b'])
    write(`twins/${name}.json`, '{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": {}}}}');
  write('broken.yaml', 'openapi: 3.0.3\ninfo: {title: Tea\npaths: {}\n');
  write('broken.json', '{"openapi": "3.0.3",\n  "info": }\n');
  write('twice.json', '{"openapi": "3.0.3",\n  "openapi": "3.0.3"}\n');
  write('binary.yaml', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0x00, 0x01]));
  write('utf16.yaml', Buffer.from('openapi: 3.0.3', 'utf16le'));
  write('list.yaml', '- a\n- b\n');
  write('text.yaml', 'just a text\n');
  write('old.yaml', 'info: {}\nswagger: "1.2"\n');
  write('url.yaml', 'openapi: 3.0.3\npaths:\n  /a:\n    $ref: http://127.0.0.1:1/a.yaml\n');
  write('outside.yaml', 'openapi: 3.0.3\npaths:\n  /a: {$ref: ../../etc/passwd}\n');
  write('nowhere.yaml', 'openapi: 3.0.3\npaths:\n  /a: {$ref: "#/none"}\n');
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...[...'bcdefghij'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`)}]`),
  ];
  write('bomb.yaml', ['openapi: 3.0.3', 'paths: {}', ...bomb].join('\n'));
  write('deep.json', `{"openapi": "3.0.3", "paths": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
  write('\u001b[31mred.yaml', '- a\n');
  write('wrong-config.yaml', 'levels:\n  endpoint-add: info\n');
  write('broken-config.yaml', 'levels: {\n');
  elsewhere.write('good.json', teaDocument());
});

test.each([
  ['missing.yaml', 'missing.yaml: there is no such file'],
  ['void', 'void: holds no OpenAPI document'],
  ['void/*.yaml', 'void/*.yaml: holds no OpenAPI document'],
  ['nothing/*.yaml', 'nothing/*.yaml: no file matches'],
  ['git:HEAD:*.yaml', 'no file in HEAD matches *.yaml'],
  ['twins', 'twins/b.json:1:79: GET /a is also in twins/a.json:1:79; an API has it once'],
  ['empty.yaml', 'empty.yaml: is empty'],
  ['broken.yaml', /broken\.yaml:3:\d+: /],
  ['broken.json', /broken\.json:\d+:\d+: this is not JSON/],
  ['twice.json', 'twice.json:2:3: the key "openapi" is there twice'],
  ['binary.yaml', 'binary.yaml: is not a text'],
  ['utf16.yaml', 'utf16.yaml: is not a text'],
  ['list.yaml', 'list.yaml:1:1: this is not an OpenAPI document'],
  ['text.yaml', 'text.yaml:1:1: this is not an OpenAPI document'],
  ['old.yaml', 'old.yaml:2:1: version 1.2 is not one of'],
  ['bomb.yaml', /bomb\.yaml:\d+:\d+: /],
  ['deep.json', /deep\.json:\d+:\d+: nested deeper than/],
  ['\u001b[31mred.yaml', '[31mred.yaml:1:1'],
  ['http://127.0.0.1:1/a.yaml', 'URLs are not fetched'],
  ['git:nope:good.json', 'there is no commit, branch or tag "nope"'],
  ['git:HEAD:none.yaml', 'there is no file none.yaml in HEAD'],
  ['git:--help:good.json', 'there is no revision "--help"'],
  ['git:HEAD', 'is named git:REVISION:PATH'],
  ['git:HEAD:', 'is named git:REVISION:PATH'],
])('%j cannot be read: an error that names it, and 2', async (place, message) => {
  const { exitCode, output, errors } = await runOpenapi(['diff', 'good.json', place], { cwd: folder });
  expect(errors).toMatch(message);
  expect(errors).not.toMatch(/^ {4}at |internal error/m);
  expect(errors).not.toContain('\u001b');
  expect(errors.trimEnd().split('\n')).toHaveLength(1);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
});

test.each([
  ['url.yaml', /reference http:\/\/127\.0\.0\.1:1\/a\.yaml was not followed.*URLs are not fetched/],
  ['outside.yaml', /reference \.\.\/\.\.\/etc\/passwd was not followed.*it lies outside the current folder/],
  ['nowhere.yaml', /reference #\/none was not followed.*it leads nowhere/],
])('%j holds a reference that is not followed: a warning', async (place, message) => {
  const { exitCode, output, errors } = await runOpenapi(['diff', place, place], { cwd: folder });
  expect(output).toMatch(message);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
});

test('outside a repository there are no commits to read', async () => {
  const { exitCode, errors } = await runOpenapi(['diff', 'good.json', 'git:HEAD:good.json'], {
    cwd: elsewhere.folder,
    env: { GIT_CEILING_DIRECTORIES: '/' },
  });
  expect(errors).toContain('this is not in a git repository');
  expect(exitCode).toBe(2);
});

test.each([
  [['diff'], 'diff wants two documents'],
  [['diff', 'good.json'], 'diff wants two documents'],
  [['diff', '-', '-'], 'only one of the two documents can come from standard input'],
  [['diff', 'good.json', 'good.json', '--format', 'pdf'], 'Allowed choices are text, json'],
  [['diff', 'good.json', 'good.json', '--fail-on', 'info'], 'Allowed choices are error, warning, none'],
  [['diff', 'good.json', 'good.json', '--colour'], 'unknown option'],
  [['diff', 'good.json', 'good.json', '--output', 'none/report.html'], 'none/report.html cannot be written: there is no such folder'],
  [['diff', 'good.json', 'good.json', '--config', 'none.yaml'], 'none.yaml: there is no such file'],
  [['diff', 'good.json', 'good.json', '--config', 'wrong-config.yaml'], 'wrong-config.yaml:2:3: there is no rule "endpoint-add"'],
  [['diff', 'good.json', 'good.json', '--config', 'broken-config.yaml'], 'broken-config.yaml:2:1: '],
  [['diff', 'good.json', 'good.json', '--root', 'none'], 'There is no folder "none"'],
  [['diff', 'good.json', 'good.json', '--root', 'good.json'], 'It is not a folder'],
  [['diff', 'good.json', 'good.json', '--map', 'here'], 'It must be URL-PREFIX=DIR'],
  [['diff', 'good.json', 'good.json', '--map', 'https://example.org/=none'], 'There is no folder "none"'],
  [['diff', 'good.json', 'good.json', '--strip-prefix-base', '/v1'], 'good.json:1:61: no path begins with /v1'],
  [['diff', 'good.json', 'good.json', '--output', 'void'], 'void cannot be written: it is a folder'],
  [['diff', '--batch', 'good.json'], 'takes no documents'],
  [['diff', '--batch', '--format', 'markdown'], '--batch answers in JSON, a line each, and goes without --format'],
  [['diff', '--batch', '--output', 'x', '--second-opinion'], 'goes without --output and --second-opinion'],
  [['diff', 'good.json', 'good.json', '--time-limit', '0'], 'It must be a number of seconds above 0'],
  [['changelog', 'good.json'], 'at least two documents'],
  [['lint-versioning', 'good.json'], 'at least two documents'],
  [['difff', 'good.json'], 'unknown command'],
])('%j is a mistake of use: one line, and 2', async (args, message) => {
  const { exitCode, output, errors } = await runOpenapi(args, { cwd: folder });
  expect(errors).toContain(message);
  expect(errors).not.toMatch(/^ {4}at /m);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
});

test('an empty or binary standard input is an error as well', async () => {
  expect(await runOpenapi(['diff', '-', 'good.json'], { cwd: folder })).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining('<stdin>: is empty'),
  });
});
