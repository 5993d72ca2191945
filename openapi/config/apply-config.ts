import { type Change, type Verdict, verdictOf } from '../checks/change.ts';
import type { Level } from '../checks/rule.ts';
import { isAboutVersion } from '../checks/version-rules.ts';
import type { Config, Ignore } from './config.ts';
import { levelFor, matchesComponent } from './level-for.ts';
import { matchesPattern } from './pattern.ts';

export interface IgnoredChange {
  readonly change: Change;
  readonly by: Ignore;
}

export interface Applied {
  readonly verdict: Verdict;
  readonly changes: readonly Change[];
  readonly ignored: readonly IgnoredChange[];
  /** Entries past their day that would have ignored something: they no longer do. */
  readonly expired: readonly Ignore[];
}

/** What is left of a diff after a team's config; `today` (YYYY-MM-DD) decides which ignores have expired. */
export function applyConfig(found: readonly Change[], config: Config | undefined, today: string): Applied {
  const changes: Change[] = [];
  const ignored: IgnoredChange[] = [];
  const expired = new Set<Ignore>();
  const expiredAt = (ignore: Ignore) => ignore.expires !== undefined && ignore.expires < today;
  const entries = config?.ignore.map((ignore) => ({ ignore, matches: matcherOf(ignore) })) ?? [];
  const decided = levelFor(config?.levels ?? []);
  for (const change of found) {
    const matching = entries.filter(({ matches }) => matches(change)).map(({ ignore }) => ignore);
    const by = matching.find((ignore) => !expiredAt(ignore));
    if (by) ignored.push({ change, by });
    else {
      for (const ignore of matching) expired.add(ignore);
      changes.push({ ...change, level: decided(change) ?? openLevel(config, change) });
    }
  }
  const left = withoutIdleVersion(changes);
  return { verdict: verdictOf(left), changes: left, ignored, expired: [...expired] };
}

/** What is said of a rule by name counts more than what is said of all enums. */
function openLevel(config: Config | undefined, { id, level }: Change): Level {
  return config?.openEnums && /^response-.*enum-value-added$/.test(id) ? 'info' : level;
}

/** Where a team has decided that nothing breaks, the version need not say so. */
function withoutIdleVersion(changes: readonly Change[]): readonly Change[] {
  const breaks = changes.some((change) => change.level === 'error' && !isAboutVersion(change));
  return breaks ? changes : changes.filter((change) => !isAboutVersion(change));
}

/** Read once, asked for each of tens of thousands of changes. */
function matcherOf({ id, path, method, component, message, fingerprint }: Ignore): (change: Change) => boolean {
  const isId = matchesPattern(id ?? '*');
  const isComponent = matchesComponent(component);
  const isMessage = matchesPattern(message ?? '*');
  const isPath = path === undefined ? undefined : pathPattern(path);
  return (change) =>
    isId(change.id) &&
    (method === undefined || method === change.method) &&
    (fingerprint === undefined || fingerprint === change.fingerprint || fingerprint === change.group) &&
    isComponent(change.component) &&
    isMessage(change.message) &&
    (isPath === undefined || (change.path !== null && isPath.test(withoutNames(change.path))));
}

/** A parameter's name is no part of a path: /users/{id} and /users/{userId} are one. */
function withoutNames(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}

function pathPattern(glob: string): RegExp {
  const parts = withoutNames(glob).split(/(\*\*|\*)/);
  const source = parts.map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : RegExp.escape(part))).join('');
  return new RegExp(`^${source}$`);
}
