import { writePosition } from '../../domain/retention/position.ts';
import { goes, type JudgedVersion } from '../../services/retention/judge-versions.ts';
import type { CleanUpPlan } from '../../services/retention/plan-clean-up.ts';
import type { cleanUpOnRequest, readCleanUp } from '../../services/retention/run-clean-up.ts';
import type { Urls } from '../urls.ts';
import { wireTime } from './time.ts';

export function representCleanUp({ rules, every, limit, underWay, last }: Awaited<ReturnType<typeof readCleanUp>>, urls: Urls) {
  return {
    scheduled: rules !== undefined,
    keep: rules?.map(({ text }) => JSON.parse(text)) ?? null,
    everyMinutes: every,
    limit,
    underWay,
    last: last && { ...last, startedAt: wireTime(last.startedAt), endedAt: wireTime(last.endedAt) },
    _links: {
      self: { title: 'Clean-up', href: urls.cleanUp() },
      'pb:clean-up': { title: 'POST here to clean up now', href: urls.cleanUp() },
      // Without rules there is nothing to plan by, until the caller gives some.
      'pb:clean-up-plan': rules
        ? { title: 'What would go, and why the rest stays', href: urls.cleanUpPlan() }
        : { title: 'What would go by rules of your own', href: `${urls.cleanUpPlan()}?keep={keep}`, templated: true },
    },
  };
}

export function representPlan(
  { versions, warnings, next }: CleanUpPlan,
  { query, self }: { query: { keep?: string; limit?: string }; self: string },
  urls: Urls,
) {
  const after = next && new URLSearchParams({ ...query, after: writePosition(next) });
  return {
    warnings,
    _embedded: {
      versions: versions.map((version) => ({
        ...representVersion(version),
        stays: !goes(version),
        because: version.reasons,
        ...linkTo(version, urls),
      })),
    },
    _links: {
      self: { title: 'What a clean-up would do', href: self },
      ...(after ? { next: { title: 'The next versions', href: `${urls.cleanUpPlan()}?${after}` } } : {}),
      'pb:clean-up': { title: 'POST here to clean up', href: urls.cleanUp() },
    },
  };
}

export const representOutcome = ({ deleted, warnings, next }: Awaited<ReturnType<typeof cleanUpOnRequest>>, urls: Urls) => ({
  warnings,
  deleted: deleted.map(representVersion),
  /** To be sent back as `after`. */
  next: next && writePosition(next),
  _links: { self: { title: 'Clean-up', href: urls.cleanUp() } },
});

const representVersion = ({ pacticipant, number, createdAt }: JudgedVersion) => ({
  pacticipant: { name: pacticipant },
  number,
  createdAt: wireTime(createdAt),
});

const linkTo = ({ pacticipant, number }: JudgedVersion, urls: Urls) => ({
  _links: { self: { title: 'Version', name: number, href: urls.version(pacticipant, number) } },
});
