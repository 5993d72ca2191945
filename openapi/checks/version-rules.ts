import { type Rule, rulesOf } from './rule.ts';

const UNWARNED = 'Whoever trusts semantic versions takes the new version for one that breaks nobody.';
const MAJOR = 'Raise the major number (below 1.0.0 the minor number); `concordat openapi lint-versioning` says which version is next.';

/** The version that the document gives itself, where something else in it breaks. */
export const versionRules: readonly Rule[] = rulesOf([
  ['api-version-not-bumped', 'info', 'none', 'info', 'Something breaks, and the version stayed as it was.', UNWARNED, MAJOR],
  ['api-version-decreased', 'info', 'none', 'info', 'Something breaks, and the version went backwards.', UNWARNED, MAJOR],
  [
    'api-major-version-not-bumped',
    'info',
    'none',
    'info',
    'Something breaks, and the version took a step that promises otherwise.',
    UNWARNED,
    MAJOR,
  ],
]);

const ids: ReadonlySet<string> = new Set(versionRules.map(({ id }) => id));

/** Whether a change is about the version, and so is only there because of others. */
export function isAboutVersion({ id }: { readonly id: string }): boolean {
  return ids.has(id);
}
