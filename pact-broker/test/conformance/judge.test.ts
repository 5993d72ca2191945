import { expect, test } from '@jest/globals';
import { judge } from './judge.ts';

const printed = `accepted: 04-pacts · a version: the reference answers 500
04-pacts: 2 of 2 agree
05-verification · an environment: body.pacts[0].name: "a" expected, got "b"
05-verification · an environment: body.pacts[0].url: missing
05-verification: 1 of 2 agree
total: 3 of 4 agree
`;
const reason = 'a reason';
const name = '05-verification · an environment: body.pacts[0].name';
const url = '05-verification · an environment: body.pacts[0].url';

test('differences that are named with a reason are no fault', () =>
  expect(judge(printed, [{ reason, differences: [name, url] }])).toEqual({ agreed: 3, total: 4, unexpected: [], outdated: [] }));

test('another difference in the same exchange is a fault', () =>
  expect(judge(printed, [{ reason, differences: [name] }]).unexpected).toEqual([`${url}: missing`]));

test('a named difference that is gone is a fault', () =>
  expect(judge(printed, [{ reason, differences: [name, url, '04-pacts · a version: body'] }]).outdated).toEqual([
    '04-pacts · a version: body',
  ]));

test('a comparison without a total counted nothing', () =>
  expect(() => judge('04-pacts: 2 of 2 agree\n', [])).toThrow('did not come to its end'));
