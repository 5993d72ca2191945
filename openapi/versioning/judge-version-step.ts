import { type Change, verdictOf } from '../checks/change.ts';
import { findRule } from '../checks/registry.ts';
import { isAboutVersion } from '../checks/version-rules.ts';
import { compareVersions, type SemanticVersion, versionText } from './semantic-version.ts';

export type Step = 'major' | 'minor' | 'patch' | 'none';

export interface VersionJudgement {
  /** `error`: the step is too small; `warning`: it is if one of the changes that may break does. */
  readonly level: 'ok' | 'warning' | 'error';
  readonly step: Step;
  /** The smallest step that is large enough whatever the uncertain changes do. */
  readonly wanted: Step;
  /** The next version by that step. */
  readonly next: string;
  readonly message: string;
}

const SIZES: readonly Step[] = ['none', 'patch', 'minor', 'major'];

/** Is the step from one version to the next as large as the change between their documents? By semantic versioning 2.0.0. */
export function judgeVersionStep(base: SemanticVersion, revision: SemanticVersion, found: readonly Change[]): VersionJudgement {
  const changes = found.filter((change) => !isAboutVersion(change));
  const step = stepBetween(base, revision);
  const wanted = stepFor(base, changes);
  const from = { step, wanted, next: nextVersion(base, wanted) };
  const steps = `${versionText(base)} → ${versionText(revision)}`;
  if (compareVersions(revision, base) < 0) return { ...from, level: 'error', message: `${steps} goes backwards` };
  if (step === 'none' && base.prerelease !== '')
    return { ...from, level: 'ok', message: `${steps} begins at a pre-release, which promises nothing` };
  const named = step === 'none' ? `${steps} is no step` : `${steps} is a ${step} step`;
  if (SIZES.indexOf(step) >= SIZES.indexOf(wanted)) return { ...from, level: 'ok', message: `${named}, and ${reason(changes)}` };
  const level = SIZES.indexOf(step) >= SIZES.indexOf(stepFor(base, changes, 'unknown is compatible')) ? 'warning' : 'error';
  const want = level === 'warning' ? 'unless they are known to be harmless, it wants' : 'it wants';
  return { ...from, level, message: `${named}, but ${reason(changes)}: ${want} a ${wanted} step (${from.next})` };
}

function stepBetween(base: SemanticVersion, revision: SemanticVersion): Step {
  if (base.major !== revision.major) return 'major';
  if (base.minor !== revision.minor) return 'minor';
  return base.patch === revision.patch ? 'none' : 'patch';
}

function stepFor(base: SemanticVersion, changes: readonly Change[], doubt?: 'unknown is compatible'): Step {
  if (changes.length === 0) return 'none';
  const verdict = verdictOf(changes);
  const breaks = verdict === 'breaking' || (verdict === 'unknown' && !doubt);
  // Before 1.0.0 anything may change; by custom the minor number then says what the major one will say later.
  if (base.major === 0) return breaks ? 'minor' : 'patch';
  if (breaks) return 'major';
  return changes.every(isWording) ? 'patch' : 'minor';
}

/** What only readers of the document notice. */
function isWording({ id, level }: Change): boolean {
  const area = findRule(id)?.area;
  return level === 'info' && (area === 'info' || area === 'tags' || id.startsWith('api-operation-id-'));
}

function nextVersion({ major, minor, patch, prerelease }: SemanticVersion, step: Step): string {
  const next = {
    major: { major: major + 1, minor: 0, patch: 0 },
    minor: { major, minor: minor + 1, patch: 0 },
    patch: { major, minor, patch: prerelease === '' ? patch + 1 : patch },
    none: { major, minor, patch },
  }[step];
  return versionText({ ...next, prerelease: step === 'none' ? prerelease : '' });
}

function reason(changes: readonly Change[]): string {
  // One change of a component counts once, as in reports, however many operations share it.
  const groups = (some: readonly Change[]) => new Set(some.map(({ group }) => group)).size;
  const count = (level: Change['level']) => groups(changes.filter((change) => change.level === level));
  const errors = count('error');
  if (errors > 0) return errors === 1 ? '1 change breaks' : `${errors} changes break`;
  const warnings = count('warning');
  if (warnings > 0) return warnings === 1 ? '1 change may break' : `${warnings} changes may break`;
  if (changes.length === 0) return 'nothing changed';
  const all = groups(changes);
  return all === 1 ? '1 change is compatible' : `all ${all} changes are compatible`;
}
