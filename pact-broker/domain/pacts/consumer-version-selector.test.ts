import { expect, test } from '@jest/globals';
import { readSelectors } from './consumer-version-selector.ts';

const read = (list: unknown, providerVersionBranch?: string) => readSelectors(list, { providerVersionBranch });

test.each([
  [{ mainBranch: true }, { kind: 'main-branch' }],
  [{ branch: 'feat/x' }, { kind: 'branch', branch: 'feat/x' }],
  [
    { branch: 'feat/x', latest: true, fallbackBranch: 'main' },
    { kind: 'branch', branch: 'feat/x', fallbackBranch: 'main' },
  ],
  [{ matchingBranch: true }, { kind: 'branch', branch: 'mine' }],
  [{ tag: 'prod' }, { kind: 'tag', tag: 'prod', latest: false }],
  [
    { tag: 'prod', latest: true, fallbackTag: 'dev' },
    { kind: 'tag', tag: 'prod', latest: true, fallbackTag: 'dev' },
  ],
  [
    { latest: true, consumer: 'Web' },
    { kind: 'latest', consumer: 'Web' },
  ],
  [{ deployed: true }, { kind: 'environment', deployed: true, released: false }],
  [
    { released: true, environment: 'test' },
    { kind: 'environment', deployed: false, released: true, environment: 'test' },
  ],
  [{ deployedOrReleased: true }, { kind: 'environment', deployed: true, released: true }],
  [{ environment: 'test' }, { kind: 'environment', deployed: true, released: true, environment: 'test' }],
])('%j is read', (selector, expected) => expect(read([selector], 'mine')).toEqual({ selectors: [expected], problems: [] }));

test.each([
  [[{}], 'selects nothing'],
  [['main'], 'is not an object'],
  ['main', 'must be a list'],
  [[{ tag: 1 }], 'tag must be a text'],
  [[{ mainBranch: 'yes' }], 'mainBranch must be true or false'],
  [[{ mainBranch: true, tag: 'prod' }], 'contradict'],
  [[{ deployed: true, branch: 'x' }], 'contradict'],
  [[{ mainBranch: true, latest: true }], 'latest cannot be combined'],
  [[{ fallbackTag: 'x', latest: true }], 'needs a tag'],
  [[{ matchingBranch: true }], 'needs providerVersionBranch'],
])('%j is refused', (list, problem) => expect(read(list).problems.join()).toContain(problem));
