import * as fc from 'fast-check';
import type { Change } from '../checks/change.ts';
import { change } from '../report/sample-report.ts';
import { judgeVersionStep } from './judge-version-step.ts';
import { compareVersions, parseVersion, versionText } from './semantic-version.ts';

const breaking = change({ id: 'api-removed-without-deprecation', level: 'error' });
const doubtful = change({ id: 'response-property-enum-value-added', level: 'warning' });
const added = change({ id: 'endpoint-added', level: 'info' });
const wording = change({ id: 'api-tag-added', level: 'info' });

test.each<[string, string, Change[], string, string]>([
  ['1.4.2', '2.0.0', [breaking], 'ok', '2.0.0'],
  ['1.4.2', '1.5.0', [breaking], 'error', '2.0.0'],
  ['1.4.2', '1.5.0', [doubtful], 'warning', '2.0.0'],
  ['1.4.2', '1.4.3', [doubtful], 'error', '2.0.0'],
  ['1.4.2', '1.5.0', [added], 'ok', '1.5.0'],
  ['1.4.2', '1.4.3', [added], 'error', '1.5.0'],
  ['1.4.2', '1.4.3', [wording], 'ok', '1.4.3'],
  ['1.4.2', '1.4.2', [wording], 'error', '1.4.3'],
  ['1.4.2', '1.4.2', [], 'ok', '1.4.2'],
  ['1.4.2', '9.0.0', [added], 'ok', '1.5.0'],
  ['1.4.2', '1.3.9', [], 'error', '1.4.2'],
  ['0.4.2', '0.5.0', [breaking], 'ok', '0.5.0'],
  ['0.4.2', '0.4.3', [breaking], 'error', '0.5.0'],
  ['0.4.2', '0.4.3', [added], 'ok', '0.4.3'],
  ['2.0.0-rc.1', '2.0.0-rc.2', [breaking], 'ok', '3.0.0'],
  ['2.0.0-rc.1', '2.0.0', [breaking], 'ok', '3.0.0'],
  ['2.0.0', '2.0.0-rc.1', [], 'error', '2.0.0'],
])('%s → %s with %# is judged', (from, to, changes, level, next) => {
  expect(judgeVersionStep(parseVersion(from)!, parseVersion(to)!, changes)).toMatchObject({ level, next });
});

test('a change that operations share counts once, as in reports', () => {
  const shared = [breaking, { ...breaking, path: '/other' }];
  expect(judgeVersionStep(parseVersion('1.4.2')!, parseVersion('1.5.0')!, shared).message).toContain('but 1 change breaks');
});

test('the version that is proposed is always large enough', () => {
  const version = fc.record({ major: fc.nat(5), minor: fc.nat(5), patch: fc.nat(5), prerelease: fc.constant('') });
  const changes = fc.array(fc.constantFrom(breaking, doubtful, added, wording));
  fc.assert(
    fc.property(version, changes, (base, found) => {
      const { next } = judgeVersionStep(base, base, found);
      expect(judgeVersionStep(base, parseVersion(next)!, found).level).toBe('ok');
    }),
  );
});

// The order of https://semver.org/#spec-item-11
const ordered = [
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1',
  '1.1.0',
  '1.10.0',
  '2.0.0',
];

test('versions are in the order of the specification', () => {
  expect(ordered.toReversed().sort((a, b) => compareVersions(parseVersion(a)!, parseVersion(b)!))).toEqual(ordered);
  for (const text of ordered) expect(versionText(parseVersion(text)!)).toBe(text);
});

test.each(['', '1', 'v', '2026-01-01', '1.2.3.4', 'latest', '1.x'])('%j is no version', (text) => {
  expect(parseVersion(text)).toBeUndefined();
});

test('a v in front, a missing patch number and build metadata are let pass', () => {
  expect(parseVersion('v1.2')).toEqual({ major: 1, minor: 2, patch: 0, prerelease: '' });
  expect(parseVersion('1.2.3+build.5')).toEqual(parseVersion('1.2.3'));
});
