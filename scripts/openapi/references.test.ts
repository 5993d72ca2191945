import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { runOpenapi } from './run-concordat.ts';
import { scratchFolder } from './scratch-folder.ts';

const { folder, git, write, commit } = scratchFolder();
const elsewhere = scratchFolder();

const document = (reference: string) => `openapi: 3.1.0
info: {title: Tea, version: 1.0.0}
paths:
  /teas:
    post:
      requestBody: {content: {application/json: {schema: {$ref: ${JSON.stringify(reference)}}}}}
      responses: {'201': {description: kept}}
`;

beforeAll(() => {
  git('init', '--quiet', '--initial-branch', 'main');
  write('apis/tea/openapi.yaml', document('../../common/tea.yaml#/Tea'));
  write('apis/tea/linked.yaml', document('link.yaml'));
  write('apis/tea/escaping.yaml', document('../../../tea.yaml#/Tea'));
  write('apis/tea/by-link.yaml', document('out.yaml'));
  write('apis/tea/folder.yaml', document('../../common'));
  write('apis/tea/url.yaml', document('https://example.org/common/tea.yaml#/Tea'));
  write('common/tea.yaml', 'Tea: {type: object, properties: {grams: {$ref: grams.yaml}}}\n');
  write('common/grams.yaml', 'type: number\n');
  symlinkSync('../../common/grams.yaml', join(folder, 'apis/tea/link.yaml'));
  symlinkSync('/etc/hostname', join(folder, 'apis/tea/out.yaml'));
  commit('one');
  write('common/grams.yaml', 'type: integer\n');
  elsewhere.write('common/tea.yaml', 'Tea: {type: object}\n');
  elsewhere.write('api/openapi.yaml', document('../common/tea.yaml#/Tea'));
});

const diff = (...args: string[]) => runOpenapi(['diff', ...args], { cwd: folder });

test.each([
  ['refers to files above its folder', 'apis/tea/openapi.yaml', 'request-property-type-changed', 'common/grams.yaml#/type'],
  ['refers to a link within the repository', 'apis/tea/linked.yaml', 'request-body-type-changed', 'apis/tea/link.yaml#/type'],
])('a document that %s, in git and on disk', async (_, file, id, place) => {
  const { exitCode, output, errors } = await diff(`git:main:${file}`, file, '--format', 'json');
  expect({ exitCode, errors }).toEqual({ exitCode: 1, errors: '' });
  const { changes } = JSON.parse(output) as { changes: object[] };
  expect(changes[0]).toMatchObject({ id, base: `git:main:${place}`, revision: place });
});

test.each([
  ['apis/tea/escaping.yaml', /it lies outside/],
  ['apis/tea/by-link.yaml', /it lies outside|it is a link out of the repository/],
  ['apis/tea/folder.yaml', /it is a folder, not a file/],
  ['apis/tea/url.yaml', /URLs are not fetched; --map/],
])('%s holds a reference that is not followed, in git or on disk', async (file, reason) => {
  for (const place of [file, `git:main:${file}`]) {
    const { exitCode, output, errors } = await diff(place, place);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(output).toMatch(reason);
  }
});

test('a mapped URL is read from its folder, for git too', async () => {
  const file = 'apis/tea/url.yaml';
  const { output } = await diff(`git:main:${file}`, file, '--map', 'https://example.org/common/=common');
  expect(output).toMatch(/No changes/i);
  const elsewhere = await diff(file, file, '--map', 'https://example.org/=common');
  expect(elsewhere.output).toMatch(/was not compared: there is no file common\/common\/[^ ]+\n/);
});

test('a path in git counts from the top of the repository, also when it begins with a slash', async () => {
  const file = 'apis/tea/url.yaml';
  const { output } = await diff(`git:main:/${file}`, `git:main:${file}`);
  expect(output).toMatch(/git:main:apis\/tea\/url\.yaml:\d+:\d+ → git:main:apis\/tea/);
});

test('without a repository the root is the folder of the document, unless --root names another', async () => {
  const run = (...args: string[]) => runOpenapi(['diff', 'api/openapi.yaml', 'api/openapi.yaml', ...args], { cwd: elsewhere.folder });
  expect((await run()).output).toMatch(/it lies outside api, from which files are read; --root DIR names another folder/);
  expect((await run('--root', '.')).output).toMatch(/No changes/i);
});

test('a batch follows references as well', async () => {
  const input = JSON.stringify({ id: 1, base: 'api/openapi.yaml', revision: 'api/openapi.yaml' });
  const { output } = await runOpenapi(['diff', '--batch', '--root', '.'], { cwd: elsewhere.folder, input });
  expect(JSON.parse(output)).toMatchObject({ verdict: 'compatible', changes: [] });
});

describe('several documents as one API', () => {
  const several = scratchFolder();
  const service = (path: string) => `openapi: 3.1.0
info: {title: ${path.slice(1)}, version: 1.0.0}
paths:
  ${path}:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '../common/thing.yaml'}}}}
      responses: {'201': {description: kept}}
`;

  beforeAll(() => {
    several.git('init', '--quiet', '--initial-branch', 'main');
    several.write('services/tea.yaml', service('/v1/teas'));
    several.write('services/cup.yaml', service('/v1/cups'));
    several.write('services/part.yaml', 'type: string\n');
    several.write('common/thing.yaml', 'type: string\n');
    several.commit('one');
    several.git('mv', 'services/cup.yaml', 'services/mug.yaml');
    several.write('services/mug.yaml', service('/v1/cups'));
    several.write('services/tea.yaml', service('/v1/tees'));
  });

  test.each([['services'], ['services/'], ['services/*.yaml'], ['./services']])('%s, in git and on disk', async (place) => {
    const { output, exitCode, errors } = await runOpenapi(['diff', `git:main:${place}`, place, '--format', 'json'], {
      cwd: several.folder,
    });
    expect({ exitCode, errors }).toEqual({ exitCode: 1, errors: '' });
    const { changes } = JSON.parse(output) as { changes: { id: string; path: string; base: string | null; revision: string | null }[] };
    expect(changes.map(({ id, path, base, revision }) => [id, path, base, revision]).slice(0, 2)).toEqual([
      ['api-path-removed-without-deprecation', '/v1/teas', 'git:main:services/tea.yaml#/paths/~1v1~1teas/post', null],
      ['endpoint-added', '/v1/tees', null, 'services/tea.yaml#/paths/~1v1~1tees/post'],
    ]);
  });

  test('a prefix is taken from one side or both', async () => {
    several.write('later.yaml', service('/v2/teas').replace('../common', 'common'));
    several.write('plain.yaml', service('/teas').replace('../common', 'common'));
    const run = (...args: string[]) => runOpenapi(['diff', ...args], { cwd: several.folder });
    expect((await run('later.yaml', 'plain.yaml', '--strip-prefix-base', '/v2')).output).toMatch(/No changes/i);
    expect((await run('plain.yaml', 'later.yaml', '--strip-prefix-revision', '/v2')).output).toMatch(/No changes/i);
    expect((await run('plain.yaml', 'later.yaml')).exitCode).toBe(1);
  });
});
