import { report } from './report.ts';
import type { InteractionResult, Verification } from './results.ts';

const passed: InteractionResult = { consumer: 'dashboard', description: 'a request', providerStates: [], result: 'OK', pending: false };
const differs: InteractionResult = {
  ...passed,
  providerStates: ['one exists', 'it is old'],
  result: 'Error',
  mismatch: {
    type: 'mismatches',
    mismatches: [
      { type: 'BodyMismatch', path: '$.id', mismatch: 'Expected 1 to be 2' },
      { type: 'StatusMismatch', expected: 200, actual: 404 },
    ],
  },
};
const results = (part: Partial<Verification>): Verification => ({
  result: true,
  success: true,
  interactionResults: [],
  errors: [],
  complaints: [],
  ...part,
});

test('names the consumer, the interaction with its states and each difference', () => {
  expect(report('service', results({ success: false, interactionResults: [passed, differs] })).split('\n')).toEqual([
    'dashboard → service',
    '  ✓ a request',
    '  ✗ a request (given one exists and it is old)',
    '      $.id: Expected 1 to be 2',
    '      StatusMismatch: expected 200 but was 404',
    'FAILED: 1 of 2 interactions passed.',
  ]);
});

test('a pending failure is marked and does not fail the whole', () => {
  const text = report('service', results({ interactionResults: [{ ...differs, pending: true }] }));
  expect(text).toContain('○ pending: a request');
  expect(text).toContain('Verified: 0 of 1');
});

test('a failure outside all interactions is shown', () => {
  const errors = [{ interaction: 'Could not load pacts', mismatch: { type: 'error' as const, message: 'connection refused' } }];
  expect(report('service', results({ success: false, errors }))).toContain('Could not load pacts\nconnection refused\nFAILED');
});

test('what the verifier only logged is shown before the verdict', () => {
  const text = report('service', results({ success: false, interactionResults: [passed], complaints: ['Publishing failed'] }));
  expect(text.split('\n').slice(-2)).toEqual(['Publishing failed', 'FAILED: 1 of 1 interactions passed.']);
});
