import { rules } from '../checks/registry.ts';
import { closest } from './closest.ts';

const ids = rules.map(({ id }) => id);

test.each([
  ['endpoint-aded', 'endpoint-added'],
  ['request-property-become-required', 'request-property-became-required'],
  ['api-removed-without', 'api-removed-without-deprecation'],
  ['ENDPOINT-ADDED', 'endpoint-added'],
])('%s is taken for %s', (word, id) => {
  expect(closest(word, ids)[0]).toBe(id);
});

test('nothing is near to nonsense', () => {
  expect(closest('xyzzy', ids)).toEqual([]);
  expect(closest('', ids)).toEqual([]);
});

test('every id is nearest to itself', () => {
  for (const id of ids.slice(0, 3)) expect(closest(id, ids)[0]).toBe(id);
});
