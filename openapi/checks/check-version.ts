import type { Document } from '../document/document.ts';
import { judgeVersionStep } from '../versioning/judge-version-step.ts';
import { compareVersions, parseVersion, versionText } from '../versioning/semantic-version.ts';
import type { Change } from './change.ts';
import type { Finding } from './finding.ts';

/** Does the version say that something breaks, where something does? What is no semantic version on both sides is not judged. */
export function checkVersion(base: Document, revision: Document, changes: readonly Change[]): Finding[] {
  const [before, after] = [parseVersion(base.apiVersion ?? ''), parseVersion(revision.apiVersion ?? '')];
  const breaking = changes.filter(({ level }) => level === 'error');
  if (!before || !after || breaking.length === 0) return [];
  const { level, step, next } = judgeVersionStep(before, after, breaking);
  if (level !== 'error') return [];
  const [id, what] =
    compareVersions(after, before) < 0
      ? ['api-version-decreased', `went back from ${versionText(before)} to ${versionText(after)}`]
      : step === 'none'
        ? ['api-version-not-bumped', `stayed at ${versionText(before)}`]
        : ['api-major-version-not-bumped', `only went from ${versionText(before)} to ${versionText(after)}`];
  const at = (document: Document) => document.root.at('info', 'version');
  return [
    { id, base: at(base), revision: at(revision), message: `something breaks, but the version ${what}: it wants ${next}`, subject: '' },
  ];
}
