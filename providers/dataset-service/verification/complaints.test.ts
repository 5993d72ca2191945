import { complaintsIn } from './complaints.ts';

test.each([
  [
    '2026 ERROR ThreadId(05) pact_verifier: Publishing of verification results failed with an error: 404',
    'Publishing of verification results failed with an error: 404',
  ],
  ['[18:31] WARN (1): pact@17.1.4: no state handler found for state: "a full moon"', 'no state handler found for state: "a full moon"'],
  [
    "\u001b[31m\nError executing state handler for state 'x' on 'setup'.\u001b[39m",
    "Error executing state handler for state 'x' on 'setup'.",
  ],
])('%j is a complaint', (output, expected) => {
  expect(complaintsIn(`first\n${output}\n${output}\nlast`)).toEqual([expected]);
});

// An interaction without a state is announced to the state handlers as one with an empty name.
test.each(['', 'Verifying a pact', 'WARN no state handler found for state: ""', 'ERROR (1): pact-core: Verification unsuccessful'])(
  '%j is none',
  (output) => {
    expect(complaintsIn(output)).toEqual([]);
  },
);
