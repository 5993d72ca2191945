import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listDifferences } from './list-differences.ts';
import type { PactContent } from './pact-content.ts';
import { diffPacts } from './pact-diff.ts';
import { printDifference } from './print-diff.ts';

const interaction = (description: string, path: string, more: object = {}) => ({ description, request: { method: 'GET', path }, ...more });
const pact = (...interactions: unknown[]): PactContent => ({ consumer: { name: 'A' }, interactions });

const listed = (before: PactContent, after: PactContent) => {
  const { difference } = diffPacts(before, after, 100);
  return difference ? listDifferences(difference) : [];
};

test.each([
  ['nothing', pact(interaction('a', '/a')), pact(interaction('a', '/a')), []],
  [
    'the order of interactions',
    pact(interaction('a', '/a'), interaction('b', '/b')),
    pact(interaction('b', '/b'), interaction('a', '/a')),
    [],
  ],
  ['ids that the broker made', pact(interaction('a', '/a', { _id: '1' })), pact(interaction('a', '/a', { _id: '2' })), []],
  [
    'a path',
    pact(interaction('a', '/a')),
    pact(interaction('a', '/b')),
    [{ type: 'changed', path: '/interactions/0/request/path', before: '/a', after: '/b' }],
  ],
  [
    'an interaction of the same description, moved and changed',
    pact(interaction('a', '/a'), interaction('b', '/b')),
    pact(interaction('b', '/c'), interaction('a', '/a')),
    [{ type: 'changed', path: '/interactions/0/request/path', before: '/b', after: '/c' }],
  ],
  [
    'an interaction that is new',
    pact(interaction('a', '/a')),
    pact(interaction('a', '/a'), 'odd'),
    [{ type: 'added', path: '/interactions/1', after: 'odd' }],
  ],
  ['an interaction that is gone', pact('odd', 'other'), pact('other'), [{ type: 'removed', path: '/interactions/1', before: 'odd' }]],
  [
    'a member that is new, with signs that a pointer escapes',
    pact(interaction('a', '/a')),
    pact(interaction('a', '/a', { 'x/~y': null })),
    [{ type: 'added', path: '/interactions/0/x~1~0y', after: null }],
  ],
  ['a list in place of an object', { metadata: {} }, { metadata: [] }, [{ type: 'changed', path: '/metadata', before: {}, after: [] }]],
  [
    'a member named like one of all objects',
    { metadata: {} },
    JSON.parse('{"metadata":{"__proto__":1}}'),
    [{ type: 'added', path: '/metadata/__proto__', after: 1 }],
  ],
])('%s', (_what, before, after, expected) => expect(listed(before, after)).toEqual(expected));

test('a value that is too long to list is left out, and that is said', () => {
  const [difference] = listed({ a: 'x' }, { a: 'y'.repeat(20_000) });
  expect(difference).toEqual({ type: 'changed', path: '/a', before: 'x', truncated: true });
});

test('prints what goes and what comes, where it is, and no more', () => {
  const before = pact(interaction('first', '/1'), interaction('a', '/a', { response: { status: 200, body: { id: 1 } } }));
  const after = pact(interaction('first', '/1'), interaction('a', '/b', { response: { status: 200, body: { id: 1, name: 'x' } } }));
  const { difference } = diffPacts(before, after, 100);
  expect(difference && printDifference(difference)).toEqual([
    ' {',
    '   "interactions": [',
    '     {',
    '       "description": "a",',
    '       "request": {',
    '-        "path": "/a"',
    '+        "path": "/b"',
    '       },',
    '       "response": {',
    '         "body": {',
    '+          "name": "x"',
    '         }',
    '       }',
    '     }',
  ]);
});

test('counts every difference and keeps only so many', () => {
  const many = (path: string) => pact(...Array.from({ length: 50 }, (_, n) => interaction(`${n}`, `${path}/${n}`)));
  const { difference, found } = diffPacts(many('/a'), many('/b'), 10);
  expect(found).toBe(50);
  expect(difference && listDifferences(difference)).toHaveLength(10);
});

test('long lines and long values are cut', () => {
  const { difference } = diffPacts({ a: 'x' }, { a: 'y'.repeat(5000), b: Array.from({ length: 500 }, (_, n) => n) }, 10);
  const lines = difference ? printDifference(difference) : [];
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(400);
  expect(lines.length).toBeLessThan(100);
  expect(lines.join('\n')).toMatch(/more characters[\s\S]*more lines/);
});

test('a pact never differs from itself, and what differs one way differs the other', () => {
  const anything = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })) as fc.Arbitrary<PactContent>;
  fc.assert(
    fc.property(anything, anything, (one, other) => {
      const copy = JSON.parse(JSON.stringify(one)) as PactContent;
      expect(diffPacts(copy, JSON.parse(JSON.stringify(one)) as PactContent, 100)).toEqual({ difference: undefined, found: 0 });
      expect(diffPacts(one, other, 1e6).found === 0).toBe(diffPacts(other, one, 1e6).found === 0);
    }),
  );
});
