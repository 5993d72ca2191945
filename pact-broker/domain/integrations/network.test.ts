import { expect, test } from '@jest/globals';
import { connectedTo, networkOf } from './network.ts';

const edge = (consumer_id: number, provider_id: number) => ({
  consumer_id,
  provider_id,
  consumer: `c${consumer_id}`,
  provider: `c${provider_id}`,
});

test('numbers pacticipants by their creation and names the providers of each', () => {
  expect(networkOf([edge(30, 10), edge(20, 10), edge(10, 30)])).toEqual([
    { id: 3, name: 'c30', providerIds: [1] },
    { id: 1, name: 'c10', providerIds: [3] },
    { id: 2, name: 'c20', providerIds: [1] },
  ]);
});

test.each([
  ['a consumer', 1, [[1, 2]]],
  [
    'a provider in the middle, nearest first',
    4,
    [
      [3, 4],
      [4, 5],
      [6, 5],
    ],
  ],
  ['a pacticipant that provides to itself', 7, [[7, 7]]],
  ['a pacticipant without contracts', 9, []],
])('the group of %s', (_what, id, expected) => {
  const edges = [edge(6, 5), edge(1, 2), edge(3, 4), edge(4, 5), edge(7, 7)];
  expect(connectedTo(id, edges).map((one) => [one.consumer_id, one.provider_id])).toEqual(expected);
});
