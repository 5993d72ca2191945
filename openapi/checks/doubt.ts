import type { OperationPair } from '../diff/pairs.ts';
import { unfollowedParameters } from '../document/parameters.ts';
import type { Finding } from './finding.ts';
import { levelOfRule } from './registry.ts';

/**
 * Where only one side refers to parameters that could not be read, each of them may be the one that seems to have come or gone: such
 * findings are warnings at most.
 */
export function doubtParameters({ base, revision }: OperationPair, findings: readonly Finding[]): Finding[] {
  const [before, after] = [unfollowedParameters(base), unfollowedParameters(revision)];
  const inBase = before.some((each) => !after.includes(each));
  const inRevision = after.some((each) => !before.includes(each));
  return findings.map((finding) => {
    const doubted = (!finding.base && inBase) || (!finding.revision && inRevision);
    return doubted && (finding.level ?? levelOfRule(finding.id)) === 'error' ? { ...finding, level: 'warning' as const } : finding;
  });
}
