import { expect, test } from '@jest/globals';
import { parseKeepRules, readKeepRules } from './keep-rule.ts';

test.each<[object, object]>([
  [{ max_age: 30 }, { maxAge: 30 }],
  [
    { maxAge: 30, branch: 'main' },
    { maxAge: 30, branch: 'main' },
  ],
  [
    { latest: true, branch: true },
    { latest: true, branch: true },
  ],
  [
    { tag: true, latest: true },
    { tag: true, latest: true },
  ],
  [
    { latest: true, main_branch: true },
    { latest: true, mainBranch: true },
  ],
  [{ pacticipant_name: 'Web', latest: false, branch: null }, { pacticipant: 'Web' }],
  [{ pacticipant: 'Web' }, { pacticipant: 'Web' }],
  [
    { deployed: true, environment_name: 'production' },
    { deployed: true, environment: 'production' },
  ],
  [{ released: true }, { released: true }],
])('%j is read as the reference broker reads it', (entry, rule) => {
  expect(readKeepRules([entry])).toEqual({ rules: [{ rule, text: JSON.stringify(entry) }], problems: [] });
});

test.each<[unknown, string]>([
  [{ max_age: 30 }, 'must be a list'],
  [null, 'must be a list'],
  [[], 'The list is empty'],
  [Array.from({ length: 101 }, () => ({ latest: true })), '101 rules; 100 are the most'],
  [[7], 'Rule 1: is not an object.'],
  [[{ latest: true }, {}], 'Rule 2: keeps every version'],
  [[{ latest: false }], 'Rule 1: keeps every version'],
  [[{ age: 30 }], 'Rule 1: "age" is no condition. There are pacticipant, branch, tag, environment, main_branch'],
  [[{ max_agee: 30 }], 'Rule 1: "max_agee" is no condition'],
  [[JSON.parse('{"__proto__": 1}')], '"__proto__" is no condition'],
  [[{ max_age: '30' }], 'max_age must be a whole number of days from 0 to 36500'],
  [[{ max_age: -1 }], 'max_age must be a whole number'],
  [[{ branch: 7 }], 'branch must be a name, or true for any'],
  [[{ tag: '' }], 'tag must be a name, or true for any'],
  [[{ pacticipant: true }], 'pacticipant must be a name'],
  [[{ main_branch: 'main' }], 'main_branch must be true or false'],
  [[{ latest: true, max_age: 30 }], 'latest cannot be combined with max_age'],
  [[{ latest: true, deployed: true }], 'latest cannot be combined with deployed'],
  [[{ latest: true, branch: 'main', tag: 'dev' }], 'latest cannot be combined with branch and tag together'],
])('%j is refused', (list, problem) => {
  const { rules, problems } = readKeepRules(list);
  expect(problems.join(' ')).toContain(problem);
  expect(rules.length).toBeLessThan(2);
});

test('every rule that is wrong is named', () =>
  expect(readKeepRules([{ a: 1, b: 2 }, { latest: true }, 'x']).problems.map((problem) => problem.slice(0, 12))).toEqual([
    'Rule 1: "a" ',
    'Rule 1: "b" ',
    'Rule 3: is n',
  ]));

test.each(['{', '', `${'['.repeat(100_000)}`, undefined, {}])('%j is no JSON', (json) =>
  expect(parseKeepRules(json).problems).toHaveLength(1),
);
