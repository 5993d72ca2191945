import { type Rule, rulesOf } from './rule.ts';

const NOTICE = 'Nobody is refused yet; those who use it know that they must stop.';
const NOTHING = 'Nothing to do.';
const DAY = 'Write the sunset as a date, YYYY-MM-DD, or a date and time.';
const LATER = 'Choose a later day, so that those who use it have the time that they were promised.';
const SHORT = 'Those who use it get less time than they were told.';
const UNSTABLE = 'Those who build on it lose the promise that it stays as it is.';

function ofProperty(direction: 'request' | 'response'): Rule[] {
  const at = `A property of a ${direction}`;
  return rulesOf([
    [`${direction}-property-deprecated`, 'info', direction, 'schema', `${at} was deprecated.`, NOTICE, NOTHING],
    [`${direction}-property-deprecated-with-sunset`, 'info', direction, 'schema', `${at} was deprecated, with a sunset.`, NOTICE, NOTHING],
    [
      `${direction}-property-deprecated-sunset-missing`,
      'error',
      direction,
      'schema',
      `${at} was deprecated without a sunset, where the policy wants one.`,
      'Nobody can tell when it goes.',
      'Add `x-sunset`.',
    ],
    [
      `${direction}-property-deprecated-sunset-invalid`,
      'error',
      direction,
      'schema',
      `${at} was deprecated with a sunset that is not a date.`,
      'Nobody can tell when it goes.',
      DAY,
    ],
    [
      `${direction}-property-sunset-date-too-small`,
      'error',
      direction,
      'schema',
      `${at} was deprecated with a sunset that is nearer than the policy allows, or already over.`,
      SHORT,
      LATER,
    ],
    [`${direction}-property-reactivated`, 'info', direction, 'schema', `${at} is no longer deprecated.`, 'It stays.', NOTHING],
    [
      `${direction}-property-stability-decreased`,
      'warning',
      direction,
      'schema',
      `${at} is less stable than it was.`,
      UNSTABLE,
      'Keep the stability, or deprecate the property.',
    ],
    [
      `${direction}-property-stability-increased`,
      'info',
      direction,
      'schema',
      `${at} is more stable than it was.`,
      'It is promised more.',
      NOTHING,
    ],
  ]);
}

/** Deprecation, sunset and stability. */
export const lifecycleRules: readonly Rule[] = [
  ...ofProperty('request'),
  ...ofProperty('response'),
  ...rulesOf([
    ['endpoint-deprecated', 'info', 'none', 'paths', 'An operation was deprecated.', NOTICE, NOTHING],
    ['endpoint-deprecated-with-sunset', 'info', 'none', 'paths', 'An operation was deprecated, with a sunset.', NOTICE, NOTHING],
    ['endpoint-reactivated', 'info', 'none', 'paths', 'An operation is no longer deprecated.', 'It stays.', NOTHING],
    [
      'api-deprecated-sunset-parse',
      'error',
      'none',
      'paths',
      'The sunset of a deprecated operation is not a date.',
      'Nobody can tell when it goes.',
      DAY,
    ],
    [
      'api-deprecated-sunset-missing',
      'error',
      'none',
      'paths',
      'An operation was deprecated without a sunset, where the policy wants one.',
      'Nobody can tell when it goes.',
      'Add `x-sunset`.',
    ],
    [
      'api-sunset-date-too-small',
      'error',
      'none',
      'paths',
      'An operation was deprecated with a sunset that is nearer than the policy allows, or already over.',
      SHORT,
      LATER,
    ],
    [
      'sunset-deleted',
      'error',
      'none',
      'paths',
      'The sunset of a deprecated operation was taken away.',
      'Those who planned for the day do not know any more when it goes.',
      'Keep the sunset, or move it to a later day.',
    ],
    [
      'api-sunset-date-changed-too-small',
      'error',
      'none',
      'paths',
      'The sunset of a deprecated operation was moved to an earlier day.',
      SHORT,
      LATER,
    ],
    [
      'api-invalid-stability-level',
      'error',
      'none',
      'paths',
      '`x-stability-level` is not one of draft, alpha, beta and stable.',
      'Nobody can tell what is promised.',
      'Write one of draft, alpha, beta, stable.',
    ],
    [
      'api-stability-decreased',
      'error',
      'none',
      'paths',
      'An operation is less stable than it was.',
      UNSTABLE,
      'Keep the stability, or deprecate the operation.',
    ],
    ['api-stability-increased', 'info', 'none', 'paths', 'An operation is more stable than it was.', 'It is promised more.', NOTHING],
    ['request-parameter-deprecated', 'info', 'request', 'parameters', 'A parameter was deprecated.', NOTICE, NOTHING],
    ['request-parameter-reactivated', 'info', 'request', 'parameters', 'A parameter is no longer deprecated.', 'It stays.', NOTHING],
    [
      'request-parameter-sunset-parse',
      'error',
      'request',
      'parameters',
      'The sunset of a deprecated parameter is not a date.',
      'Nobody can tell when it goes.',
      DAY,
    ],
    [
      'request-parameter-deprecated-sunset-missing',
      'error',
      'request',
      'parameters',
      'A parameter was deprecated without a sunset, where the policy wants one.',
      'Nobody can tell when it goes.',
      'Add `x-sunset`.',
    ],
    [
      'request-parameter-sunset-date-too-small',
      'error',
      'request',
      'parameters',
      'A parameter was deprecated with a sunset that is nearer than the policy allows, or already over.',
      SHORT,
      LATER,
    ],
    [
      'request-parameter-sunset-deleted',
      'error',
      'request',
      'parameters',
      'The sunset of a deprecated parameter was taken away.',
      'Those who planned for the day do not know any more when it goes.',
      'Keep the sunset, or move it to a later day.',
    ],
    [
      'request-parameter-sunset-date-changed-too-small',
      'error',
      'request',
      'parameters',
      'The sunset of a deprecated parameter was moved to an earlier day.',
      SHORT,
      LATER,
    ],
  ]),
];
