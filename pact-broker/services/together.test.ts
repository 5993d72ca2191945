import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { together } from './together.ts';

test('hands back each result in its place', async () => {
  expect(await together([setTimeout(5, 'late'), 7])).toEqual(['late', 7]);
});

test('says what failed once nothing is under way any more', async () => {
  let ended = false;
  const slow = setTimeout(20).then(() => {
    ended = true;
  });
  await expect(together([Promise.reject(new Error('no')), slow])).rejects.toThrow('no');
  expect(ended).toBe(true);
});
