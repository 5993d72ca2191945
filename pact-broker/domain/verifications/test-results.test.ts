import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTestResults } from './test-results.ts';
import { untestedInteractions } from './untested-interactions.ts';

describe('results of interactions are read', () => {
  test('from verifiers built on the Rust core', () => {
    const reported = [
      { interactionId: 'a1', interactionDescription: 'a request', success: true },
      {
        interactionId: 'b2',
        interactionDescription: 'another',
        success: false,
        mismatches: [
          { attribute: 'body', identifier: '$.n', description: 'Expected 1 (Integer) to be equal to 2 (Integer)' },
          { attribute: 'status', description: 'expected 200 but was 404' },
        ],
      },
    ];
    expect(readTestResults(reported)).toEqual([
      { id: 'a1', description: 'a request', success: true, mismatches: [] },
      {
        id: 'b2',
        description: 'another',
        success: false,
        mismatches: ['body $.n: Expected 1 (Integer) to be equal to 2 (Integer)', 'status: expected 200 but was 404'],
      },
    ]);
  });

  test('from Ruby verifiers', () => {
    const tests = [{ testDescription: 'has status 200', status: 'failed', exception: { message: 'expected 200 but was 500' } }];
    expect(readTestResults({ summary: {}, tests })).toEqual([
      { id: undefined, description: 'has status 200', success: false, mismatches: ['expected 200 but was 500'] },
    ]);
  });

  test('from anything, which at worst tells nothing', () =>
    fc.assert(fc.property(fc.anything(), (reported) => Array.isArray(readTestResults(reported)))));
});

describe('interactions without a result', () => {
  const content = {
    interactions: [
      { _id: '1', description: 'one' },
      { _id: '2', description: 'two' },
    ],
    messages: [{ _id: '3' }],
  };
  const resultsOf = (...ids: string[]) => readTestResults(ids.map((interactionId) => ({ interactionId, success: true })));
  test.each([
    ['are those that no result names', resultsOf('1'), ['two', 'an interaction without a description']],
    ['are none where each has one', resultsOf('1', '2', '3'), []],
    ['are not known where no result tells of an interaction', readTestResults([{ success: true }]), []],
    ['are not known where results tell of none of these', resultsOf('x'), []],
    ['are not known without results', [], []],
  ])('%s', (_name, results, expected) => expect(untestedInteractions(content, results)).toEqual(expected));
});
