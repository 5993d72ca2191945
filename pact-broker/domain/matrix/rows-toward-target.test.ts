import { expect, test } from '@jest/globals';
import { matrixRow } from './matrix-row.test-data.ts';
import { rowsTowardTarget } from './rows-toward-target.ts';

const by5 = matrixRow();
const by6 = matrixRow({ provider_version_id: 21, provider_version: '6', verification_id: 2, success: 0 });
const none = matrixRow({ provider_version_id: null, provider_version: null, success: null });
const [five, six] = [
  { pacticipantId: 2, id: 20, number: '5' },
  { pacticipantId: 2, id: 21, number: '6' },
];
const [web, both] = [[1], [1, 2]];

test.each([
  ['each version in the target stays', [by5, by6], web, [], [by5, by6]],
  ['of a provider that is asked about the newest version counts', [by5, by6], both, [five], [by6]],
  ['each version that is named counts', [by5, by6], both, [five, six], [by5, by6]],
  ['a version that is named twice counts once', [by5], both, [five, five], [by5]],
  [
    'also one that has not verified',
    [by5],
    both,
    [five, six],
    [by5, { ...by5, provider_version_id: 21, provider_version: '6', verification_id: null, success: null, verified_at: null }],
  ],
  [
    'or none that has',
    [none],
    both,
    [five, six],
    [
      { ...none, provider_version_id: 20, provider_version: '5' },
      { ...none, provider_version_id: 21, provider_version: '6' },
    ],
  ],
])('%s', (_name, rows, pacticipantIds, named, expected) =>
  expect(rowsTowardTarget(rows, { pacticipantIds, named, latestBy: 'cvp' })).toEqual(expected),
);
