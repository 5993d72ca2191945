import fc from 'fast-check';
import type { Change } from '../checks/change.ts';
import { countByLevel, countsText } from './counts.ts';
import { entriesOf } from './entries.ts';
import { change } from './sample-report.ts';
import { sectionsOf } from './sections.ts';
import { entryText, usesText, wholeText } from './words.ts';

/** A change of a component at one of its places. */
const at = (path: string, parts: Partial<Change> = {}) =>
  change({
    id: 'response-property-became-optional',
    level: 'error',
    direction: 'response',
    path,
    base: '/components/schemas/Order/properties/total',
    component: 'Order.total',
    message: `response 200, order: the property total became optional`,
    says: 'the property total became optional',
    fingerprint: path,
    group: 'aaaaaaaaaaaa',
    ...parts,
  });

test('one change of a component is told once, with its operations', () => {
  const [section, ...more] = sectionsOf([at('/a'), at('/a', { fingerprint: 'x' }), at('/b'), at('/c'), at('/d'), at('/e')]);
  expect(more).toEqual([]);
  expect(section).toMatchObject({ kind: 'component', title: 'Order', entries: [{ shared: true }] });
  const entry = section!.entries[0]!;
  expect(entryText(entry)).toBe('the property total became optional');
  expect(usesText(entry)).toBe('in responses of 5 operations (6 places): GET /a, GET /b, GET /c and 2 more');
  expect(wholeText(entry)).toBe(`Order.total: the property total became optional, ${usesText(entry)}`);
  expect(countsText([entry])).toBe('1 error at 6 places');
});

test('with a single place it is told at its operation, as what an operation writes itself', () => {
  const [section] = sectionsOf([at('/a')]);
  expect(section).toMatchObject({ kind: 'operation', title: 'GET /a', entries: [{ shared: false }] });
  expect(entryText(section!.entries[0]!)).toBe('response 200, order: the property total became optional');
});

test('places of one operation are counted there', () => {
  const [section] = sectionsOf([at('/a'), at('/a', { fingerprint: 'x' }), at('/a', { fingerprint: 'y' })]);
  expect(entryText(section!.entries[0]!)).toBe(
    'response 200, order: the property total became optional (and at 2 more places of this operation)',
  );
});

test('the way within the component is said where the message does not say it', () => {
  const lowered = { component: 'Order.lines[].count', says: 'the maximum was lowered' };
  expect(entryText(entriesOf([at('/a', lowered), at('/b', lowered)])[0]!)).toBe('lines[].count: the maximum was lowered');
  const deeper = { component: 'Order.lines[].total' };
  expect(entryText(entriesOf([at('/a', deeper), at('/b', deeper)])[0]!)).toBe('lines[]: the property total became optional');
});

test('another level (an alpha, a level of the config) and another message are entries of their own', () => {
  const found = [at('/a'), at('/b'), at('/c', { level: 'info' }), at('/d', { says: 'the property total became readable' })];
  expect(entriesOf(found).map(({ level, places }) => [level, places.length])).toEqual([
    ['error', 2],
    ['info', 1],
    ['error', 1],
  ]);
});

test('the place with an example stands for all', () => {
  const example = { counterExample: { value: {}, of: 'response 200' } };
  expect(entriesOf([at('/a'), at('/b', example)])[0]!.change.path).toBe('/b');
});

const changes = fc.array(
  fc
    .record({
      level: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
      path: fc.constantFrom('/a', '/b', '/c', null),
      method: fc.constantFrom('GET', 'PUT', null),
      component: fc.constantFrom('Order.total', 'Order.lines', null),
      says: fc.constantFrom('this', 'that'),
      group: fc.constantFrom('aaaaaaaaaaaa', 'bbbbbbbbbbbb'),
    })
    .map((parts) => change({ id: 'endpoint-added', message: `at ${parts.path}: ${parts.says}`, ...parts })),
);

test('each change is in exactly one entry, each entry in exactly one section, and the counts are those of the changes', () => {
  fc.assert(
    fc.property(changes, (found) => {
      const sections = sectionsOf(found);
      const entries = sections.flatMap((section) => section.entries);
      const places = entries.flatMap((entry) => entry.places);
      expect(places).toHaveLength(found.length);
      expect(new Set(places)).toEqual(new Set(found));
      for (const { level, places: all } of entries) expect(all.every((each) => each.level === level)).toBe(true);
      const counts = countByLevel(entries);
      for (const level of ['error', 'warning', 'info'] as const)
        expect(counts[level].places).toBe(found.filter((each) => each.level === level).length);
      expect(new Set(sections.map(({ kind, title }) => `${kind} ${title}`)).size).toBe(sections.length);
    }),
  );
});
