import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { KeepRule } from './keep-rule.ts';
import { reasonsOfEvidence, reasonsToStay } from './reasons.ts';
import type { VersionFacts } from './version-facts.ts';

const now = '2026-06-01T12:00:00.000Z';
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();

const plain: VersionFacts = {
  pacticipant: 'Web',
  number: '1',
  mainBranch: 'main',
  createdAt: daysAgo(100),
  newest: false,
  branches: [{ name: 'main', head: false }],
  tags: [{ name: 'dev', head: false }],
  deployed: [],
  released: [],
  headPacts: [],
  awaited: [],
};

const texts = (facts: Partial<VersionFacts>, ...rules: KeepRule[]) =>
  reasonsToStay(
    { ...plain, ...facts },
    rules.map((rule) => ({ rule, text: JSON.stringify(rule) })),
    now,
  ).map(({ text }) => text);

test.each<[string, Partial<VersionFacts>, string[]]>([
  ['nothing', {}, []],
  ['the newest', { newest: true }, ['newest version']],
  ['a head', { branches: [{ name: 'main', head: true }], tags: [{ name: 'dev', head: true }] }, ['head of branch main', 'head of tag dev']],
  ['deployed to two instances', { deployed: ['prod', 'prod', 'test'] }, ['deployed to prod', 'deployed to test']],
  ['released', { released: ['prod'] }, ['released to prod']],
  ['a head pact', { headPacts: [{ provider: 'API', of: 'branch', name: 'feat/x' }] }, ['has the newest pact with API on branch feat/x']],
  ['a head pact by tag', { headPacts: [{ provider: 'API', of: 'tag', name: 'dev' }] }, ['has the newest pact with API with tag dev']],
  ['the last pact', { headPacts: [{ provider: 'API', of: 'all', name: '' }] }, ['has the newest pact with API']],
  [
    'a webhook under way',
    { awaited: ['webhook', 'verification'] },
    ['has a webhook that is not finished', 'has a pact whose verification is expected'],
  ],
  ['a build under way', { createdAt: daysAgo(0.04) }, ['created less than an hour ago']],
])('without rules: %s', (_, facts, reasons) => expect(texts(facts)).toEqual(reasons));

const head = { branches: [{ name: 'main', head: true }] };
test.each<[KeepRule, Partial<VersionFacts>, boolean]>([
  [{ maxAge: 101 }, {}, true],
  [{ maxAge: 100 }, {}, false],
  [{ pacticipant: 'Web' }, {}, true],
  [{ pacticipant: 'web' }, {}, false],
  [{ branch: true }, {}, true],
  [{ branch: true }, { branches: [] }, false],
  [{ branch: 'main' }, {}, true],
  [{ branch: 'mai' }, {}, false],
  [{ tag: 'dev' }, {}, true],
  [{ tag: true }, { tags: [] }, false],
  [{ mainBranch: true }, {}, true],
  [{ mainBranch: true }, { mainBranch: null }, false],
  [{ mainBranch: true }, { mainBranch: 'trunk' }, false],
  [{ latest: true }, {}, false],
  [{ latest: true }, { newest: true }, true],
  [{ latest: true, branch: true }, {}, false],
  [{ latest: true, branch: true }, head, true],
  [{ latest: true, branch: 'other' }, head, false],
  [{ latest: true, mainBranch: true }, head, true],
  [{ latest: true, tag: 'dev' }, { tags: [{ name: 'dev', head: true }] }, true],
  [{ latest: true, tag: 'dev' }, head, false],
  [{ deployed: true }, { deployed: ['prod'] }, true],
  [{ deployed: true }, { released: ['prod'] }, false],
  [{ released: true, environment: 'prod' }, { released: ['prod'] }, true],
  [{ released: true, environment: 'test' }, { released: ['prod'] }, false],
  [{ environment: 'prod' }, { deployed: ['prod'] }, true],
  [{ environment: 'test' }, { deployed: ['prod'] }, false],
  [{ branch: 'main', tag: 'dev', maxAge: 200, pacticipant: 'Web' }, {}, true],
  [{ branch: 'main', tag: 'dev', maxAge: 50, pacticipant: 'Web' }, {}, false],
])('rule %j and %j: %s', (rule, facts, kept) => {
  expect(texts(facts, rule).includes(`rule ${JSON.stringify(rule)}`)).toBe(kept);
});

test('evidence names each consumer once', () =>
  expect(
    reasonsOfEvidence([
      { consumer: 'Web', is: 'newest' },
      { consumer: 'Web', is: 'newest' },
      { consumer: 'App', is: 'first-success' },
    ]).map(({ text }) => text),
  ).toEqual(['has the newest result of a pact of Web in use', 'has the first success of a pact of App in use']));

test('one more rule never lets more versions go', () => {
  const name = fc.constantFrom('main', 'dev', 'prod');
  const rule = fc.record(
    { branch: name, tag: name, environment: name, maxAge: fc.nat(200), latest: fc.constant(true as const) },
    { requiredKeys: [] },
  );
  const facts = fc.record({ newest: fc.boolean(), deployed: fc.array(name), createdAt: fc.nat(200).map(daysAgo) });
  fc.assert(
    fc.property(facts, fc.array(rule), rule, (version, rules, more) => {
      expect(texts(version, ...rules, more)).toEqual(expect.arrayContaining(texts(version, ...rules)));
    }),
  );
});
