import { change } from '../report/sample-report.ts';
import { applyConfig } from './apply-config.ts';
import { parseConfig } from './parse-config.ts';

const removed = change({
  id: 'api-removed-without-deprecation',
  level: 'error',
  method: 'DELETE',
  path: '/old/{id}/parts',
  fingerprint: 'aaaaaaaaaaaa',
  group: 'dddddddddddd',
  component: 'Part.lines[].count',
  message: 'the part 7 was removed',
});
const widened = change({ id: 'response-property-enum-value-added', level: 'warning', fingerprint: 'bbbbbbbbbbbb' });
const ignoring = (entry: string) => parseConfig(`ignore:\n  - { ${entry}, reason: agreed }`, 'c.yaml');

test('without a config everything stays', () => {
  expect(applyConfig([removed, widened], undefined, '2026-06-01')).toEqual({
    verdict: 'breaking',
    changes: [removed, widened],
    ignored: [],
    expired: [],
  });
});

test.each([
  ['openEnums: true', 'info', 'info'],
  ['openEnums: false', 'warning', 'warning'],
  ['openEnums: true\nlevels:\n  response-property-enum-value-added: error', 'error', 'info'],
])('%j decides on values that come into enums of answers', (config, property, body) => {
  const other = change({ id: 'response-body-enum-value-added', level: 'warning', fingerprint: 'cccccccccccc' });
  const request = change({ id: 'request-property-enum-value-removed', level: 'warning', fingerprint: 'dddddddddddd' });
  const { changes } = applyConfig([widened, other, request], parseConfig(config, 'c.yaml'), '2026-06-01');
  expect(changes.map(({ level }) => level)).toEqual([property, body, 'warning']);
});

test.each([
  ['id: api-removed-without-deprecation', true],
  ['id: endpoint-added', false],
  ['path: "/old/{key}/parts"', true],
  ['path: /old/*/parts', true],
  ['path: /old/**', true],
  ['path: /old/*', false],
  ['path: /old', false],
  ['path: "/old/.{8}"', false],
  ['path: /**, method: delete', true],
  ['path: /**, method: get', false],
  ['fingerprint: aaaaaaaaaaaa', true],
  ['fingerprint: aaaaaaaaaaab', false],
  ['fingerprint: dddddddddddd', true],
  ['id: "api-removed-*"', true],
  ['id: "*-without-deprecation"', true],
  ['id: "api-path-*"', false],
  ['component: "Part.lines[].count"', true],
  ['component: "Part*"', true],
  ['component: "*.count"', true],
  ['component: Part', false],
  ['component: "Part*", path: /new', false],
  ['path: /**, message: "*part 7*"', true],
  ['path: /**, message: "*part 8*"', false],
  ['id: api-removed-without-deprecation, path: /new', false],
  ['path: /**, expires: 2026-06-01', true],
])('ignoring { %s } takes the removal out: %p', (entry, taken) => {
  const { ignored, verdict } = applyConfig([removed], ignoring(entry), '2026-06-01');
  expect(ignored).toHaveLength(taken ? 1 : 0);
  expect(verdict).toBe(taken ? 'compatible' : 'breaking');
});

test('an expired ignore ignores nothing, and is reported where it would have', () => {
  const config = ignoring('path: /old/**, expires: 2026-05-31');
  expect(applyConfig([removed], config, '2026-06-01')).toMatchObject({
    verdict: 'breaking',
    changes: [removed],
    ignored: [],
    expired: config.ignore,
  });
  expect(applyConfig([widened], config, '2026-06-01').expired).toEqual([]);
});

test('levels decide the verdict anew', () => {
  const config = parseConfig('levels: { response-property-enum-value-added: info }', 'c.yaml');
  expect(applyConfig([widened], undefined, '2026-06-01').verdict).toBe('unknown');
  expect(applyConfig([widened], config, '2026-06-01')).toMatchObject({ verdict: 'compatible', changes: [{ level: 'info' }] });
  expect(applyConfig([widened], parseConfig('levels: { response-property-enum-value-added: error }', 'c.yaml'), '2026-06-01').verdict).toBe(
    'breaking',
  );
});

test('the version is not asked for more where nothing breaks any more', () => {
  const version = change({ id: 'api-version-not-bumped', level: 'info', fingerprint: 'cccccccccccc' });
  const all = [removed, widened, version];
  expect(applyConfig(all, undefined, '2026-06-01').changes).toEqual(all);
  const raised = parseConfig('levels: {api-version-not-bumped: error}\nignore: [{path: "/old/**", reason: agreed}]', 'c.yaml');
  expect(applyConfig(all, raised, '2026-06-01')).toMatchObject({ verdict: 'unknown', changes: [widened] });
});

const levels = (text: string) => parseConfig(`levels: ${text}`, 'c.yaml');

test.each([
  ['{ "api-removed-*": info }', 'info'],
  ['{ "api-removed-*": info, "*-deprecation": warning }', 'warning'],
  ['{ "api-removed-*": info, "api-*": warning }', 'info'],
  ['{ api-removed-without-deprecation: warning, "api-removed-without-*": info }', 'warning'],
  ['{ "*": info }', 'info'],
  ['{ api-removed-without-deprecation: { Part*: info } }', 'info'],
  ['{ api-removed-without-deprecation: { Whole*: info } }', 'error'],
  ['{ api-removed-without-deprecation: error, "*": { Part*: info } }', 'info'],
  ['{ "*": { Part*: info, "Part.lines*": warning } }', 'warning'],
  ['{ "*": { Part*: info }, "api-*": { Par*: warning } }', 'warning'],
])('with levels %s the removal is told as %s', (text, level) => {
  expect(applyConfig([removed], levels(text), '2026-06-01').changes).toMatchObject([{ level }]);
});

test('what is in no component is not reached by levels of components', () => {
  expect(applyConfig([widened], levels('{ "*": { "*": error } }'), '2026-06-01').changes).toEqual([widened]);
});
