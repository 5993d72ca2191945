import { type Rule, rulesOf } from './rule.ts';

const GONE = 'Whoever calls the operation gets 404 or 405.';
const DEPRECATE = 'Mark it `deprecated: true` with an `x-sunset` date first, and remove it after that date, when nobody calls it any more.';

export const pathRules: readonly Rule[] = rulesOf([
  ['endpoint-added', 'info', 'none', 'paths', 'An operation was added.', 'Nobody calls it yet.', 'Nothing to do.'],
  ['api-path-removed-without-deprecation', 'error', 'none', 'paths', 'A path and all its operations were removed.', GONE, DEPRECATE],
  ['api-removed-without-deprecation', 'error', 'none', 'paths', 'An operation was removed from a path.', GONE, DEPRECATE],
]);
