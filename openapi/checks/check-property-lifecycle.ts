import type { Schema } from '../schema/schema.ts';
import type { Finding } from './finding.ts';
import { earliest, INVALID, type Lifecycle, lifecycleOf, type Policy, stabilityRank } from './lifecycle.ts';
import type { SchemaKind } from './schema-site.ts';

interface Sides {
  readonly base: Schema;
  readonly revision: Schema;
}

/** Deprecation, sunset and stability of a property of a body. */
export function checkLifecycleOfProperty({ kind, direction }: SchemaKind, { base, revision }: Sides, policy: Policy): Finding[] {
  if (kind !== 'request-body' && kind !== 'response-body') return [];
  const [before, after] = [lifecycleOf(base.node), lifecycleOf(revision.node)];
  const tell = (suffix: string, message: string): Finding => ({
    id: `${direction}-property-${suffix}`,
    base: base.node,
    revision: revision.node,
    message,
    subject: '',
  });
  const stability = stabilityRank(after.stability) - stabilityRank(before.stability);
  const moved = before.stability !== INVALID && after.stability !== INVALID && stability !== 0;
  return [
    ...deprecation(before, after, policy).map(([suffix, message]) => tell(suffix, message)),
    ...(moved
      ? [
          tell(
            stability < 0 ? 'stability-decreased' : 'stability-increased',
            `the stability changed from ${before.stability ?? 'stable'} to ${after.stability ?? 'stable'}`,
          ),
        ]
      : []),
  ];
}

function deprecation(before: Lifecycle, after: Lifecycle, policy: Policy): [suffix: string, message: string][] {
  if (before.deprecated && !after.deprecated) return [['reactivated', 'it is no longer deprecated']];
  if (before.deprecated || !after.deprecated) return [];
  if (after.sunset === undefined)
    return policy.deprecationDays > 0
      ? [['deprecated-sunset-missing', 'it was deprecated without a sunset']]
      : [['deprecated', 'it was deprecated']];
  if (after.sunset === INVALID) return [['deprecated-sunset-invalid', 'it was deprecated with a sunset that is not a date']];
  if (after.sunset < earliest(policy))
    return [['sunset-date-too-small', `it was deprecated with a sunset that is too near (${after.sunset})`]];
  return [['deprecated-with-sunset', `it was deprecated until ${after.sunset}`]];
}
