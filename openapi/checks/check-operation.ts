import { operatorsOf } from '../diff/match-operations.ts';
import type { OperationPair } from '../diff/pairs.ts';
import type { Operation } from '../document/operations.ts';
import type { Finding } from './finding.ts';
import { earliest, INVALID, type Lifecycle, lifecycleOf, type Policy, stabilityRank } from './lifecycle.ts';
import { otherFindings } from './other-changes.ts';

/** The operation itself: its name, tags, deprecation and stability. */
export function checkOperation({ base, revision, prefix, inverted }: OperationPair, policy: Policy): Finding[] {
  const sides = { base: base.node, revision: revision.node };
  const [before, after] = [lifecycleOf(base.node), lifecycleOf(revision.node)];
  const told = [
    ...checkPath(base, revision),
    ...checkName(base, revision),
    ...checkDeprecation(before, after, policy),
    ...checkStability(before, after),
    ...checkTags(base, revision),
  ];
  const named = prefix === '' ? '' : `${prefix.trimEnd()}: `;
  const findings = told.map(([id, message, subject = '']) => ({
    id,
    ...sides,
    message: named + message,
    subject: (prefix + subject).trimEnd(),
  }));
  return [...findings, ...otherFindings(inverted ? 'call' : 'operation', sides, prefix.trimEnd())];
}

type Told = readonly [id: string, message: string, subject?: string];

/** OpenAPI has no operators in templates, but servers that know them read `{+path}` across slashes. */
function checkPath({ path: before }: Operation, { path: after }: Operation): Told[] {
  return operatorsOf(before) === operatorsOf(after)
    ? []
    : [['api-path-operator-changed', `its path is written ${after} and no longer ${before}`]];
}

function checkName({ operationId: before }: Operation, { operationId: after }: Operation): Told[] {
  if (before === after) return [];
  if (before === undefined) return [['api-operation-id-added', `the operationId ${after} was added`]];
  return [
    [
      'api-operation-id-removed',
      after === undefined ? `the operationId ${before} was removed` : `the operationId ${before} became ${after}`,
    ],
  ];
}

function checkDeprecation(before: Lifecycle, after: Lifecycle, policy: Policy): Told[] {
  if (before.deprecated && !after.deprecated) return [['endpoint-reactivated', 'it is no longer deprecated']];
  if (!after.deprecated) return [];
  if (after.sunset === INVALID)
    return before.deprecated && before.sunset === INVALID ? [] : [['api-deprecated-sunset-parse', 'the sunset is not a date']];
  if (before.deprecated) return checkSunset(before, after);
  if (after.sunset === undefined) {
    const missing = policy.deprecationDays > 0;
    return [
      [
        missing ? 'api-deprecated-sunset-missing' : 'endpoint-deprecated',
        missing ? 'it was deprecated without a sunset' : 'it was deprecated',
      ],
    ];
  }
  if (after.sunset < earliest(policy))
    return [['api-sunset-date-too-small', `it was deprecated with a sunset that is too near (${after.sunset})`]];
  return [['endpoint-deprecated-with-sunset', `it was deprecated until ${after.sunset}`]];
}

function checkSunset(before: Lifecycle, after: Lifecycle): Told[] {
  if (before.sunset === undefined || before.sunset === INVALID) return [];
  if (after.sunset === undefined) return [['sunset-deleted', `the sunset ${before.sunset} was taken away`]];
  if (after.sunset >= before.sunset) return [];
  return [['api-sunset-date-changed-too-small', `the sunset was moved from ${before.sunset} to ${after.sunset}`]];
}

function checkStability({ stability: before }: Lifecycle, { stability: after }: Lifecycle): Told[] {
  if (before === after) return [];
  if (before === INVALID || after === INVALID)
    return [['api-invalid-stability-level', 'the stability level is not one of draft, alpha, beta and stable']];
  const step = stabilityRank(after) - stabilityRank(before);
  if (step === 0) return [];
  const message = `the stability changed from ${before ?? 'stable'} to ${after ?? 'stable'}`;
  return [[step < 0 ? 'api-stability-decreased' : 'api-stability-increased', message]];
}

function checkTags(base: Operation, revision: Operation): Told[] {
  const [before, after] = [tagsOf(base), tagsOf(revision)];
  return [
    ...before.filter((tag) => !after.includes(tag)).map((tag): Told => ['api-tag-removed', `the tag ${tag} was removed`, tag]),
    ...after.filter((tag) => !before.includes(tag)).map((tag): Told => ['api-tag-added', `the tag ${tag} was added`, tag]),
  ];
}

function tagsOf({ node }: Operation): string[] {
  const tags = node.member('tags');
  return Array.isArray(tags) ? [...new Set(tags.map(String))] : [];
}
