import { ignoredHeadline } from './ignored.ts';
import { change } from './sample-report.ts';

const by = { reason: 'agreed', location: { file: 'c.yaml', line: 2, column: 5 } };
const tea = (path: string) =>
  change({ id: 'response-property-became-optional', level: 'error', path, component: 'Tea.kind', group: 'aaaaaaaaaaaa' });

test('what was ignored is counted as it is told: a change of a component once, with its places', () => {
  const ignored = [tea('/a'), tea('/b'), change({ id: 'endpoint-added', level: 'info' })].map((each) => ({ change: each, by }));
  expect(ignoredHeadline(ignored)).toBe('2 changes at 3 places ignored');
  expect(ignoredHeadline(ignored.slice(2))).toBe('1 change ignored');
});
