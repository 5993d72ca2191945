import type { Notice } from '../notice.ts';
import type { Circumstances } from './circumstances.ts';
import type { MatrixEvidence } from './deployable.ts';
import { describeTarget, describeVersions } from './describe-selection.ts';
import type { MatrixQuery, VersionSelector } from './matrix-query.ts';
import type { MatrixRow } from './matrix-row.ts';
import { describeFailures, describeUntested } from './result-details.ts';

/** Why the answer is what it is: first what makes the question loose, then what stands in the way, each with what is known of it. */
export function explain(query: MatrixQuery, evidence: MatrixEvidence, circumstances: Circumstances): Notice[] {
  const about = { query, circumstances };
  const cautions = [
    ...warnings(query),
    ...circumstances.slips,
    ...(circumstances.cutShort ? [`Only the ${query.limit} newest rows were judged, as limit has it; there may be more.`] : []),
    ...[
      ...circumstances.ignoredMissing.map(({ selector }) => missing(selector, about)),
      ...circumstances.ignored.flatMap((row) => obstacle(row, about)),
    ].map((text) => `Ignored: ${text}`),
    ...evidence.rows.filter(({ success }) => success === 1).flatMap((row) => describeUntested(row, circumstances)),
  ];
  const errors = unique([
    ...evidence.missing.map(({ selector }): Notice => ({ type: 'error', text: missing(selector, about) })),
    ...evidence.rows.flatMap((row) => obstacle(row, about).flatMap((text) => [{ type: 'error' as const, text }, ...details(row, about)])),
  ]);
  const verdict: Notice[] = errors.length > 0 ? errors : [{ type: 'success', text: allIsWell(evidence, circumstances) }];
  return [...unique(cautions.map((text): Notice => ({ type: 'warning', text }))), ...verdict];
}

/** All that stands in the way in one text, without the details. */
export const reasonOf = (notices: Notice[]): string =>
  notices
    .filter(({ type }) => type === 'error' || type === 'success')
    .map(({ text }) => text)
    .join('\n');

/** Each once, but for details, which belong to what stands before them. */
function unique(notices: Notice[]): Notice[] {
  const seen = new Set<string>();
  return notices.filter(({ type, text }) => type === 'info' || (!seen.has(text) && seen.add(text)));
}

interface About {
  query: MatrixQuery;
  circumstances: Circumstances;
}

/** Whether the question pins down the versions of neither side: then rows are a history, and naming each would be noise. */
export const isHistory = ({ selectors, target }: MatrixQuery): boolean =>
  target === undefined && selectors.length > 1 && selectors.every((selector) => describeVersions(selector) === 'any version');

const consumerOf = (row: MatrixRow) => `${row.consumer} version ${row.consumer_version}`;

function missing(selector: VersionSelector, { circumstances }: About): string {
  const { pacticipant, mainBranch } = selector;
  if (mainBranch && circumstances.withoutMainBranch.includes(pacticipant)) return noMainBranch(pacticipant);
  return `There is no ${pacticipant}, ${describeVersions(selector)}.${circumstances.suggestions.get(selector) ?? ''}`;
}

const noMainBranch = (name: string) =>
  `${name} has no main branch. Name it once: pact-broker create-or-update-pacticipant --name ${quoted(name)} --main-branch main`;

/** As a shell reads it, whatever the name holds. */
const quoted = (name: string): string => `'${name.replaceAll("'", "'\\''")}'`;

function obstacle(row: MatrixRow, about: About): string[] {
  if (row.success === 1) return [];
  return [row.success === 0 ? failed(row, about) : unverified(row, about)];
}

function failed(row: MatrixRow, { query }: About): string {
  if (isHistory(query))
    return `The verification for the pact between any version of ${row.consumer} and any version of ${row.provider} failed`;
  return `${row.provider} version ${row.provider_version} failed to verify the pact of ${consumerOf(row)}.`;
}

/** A notice for each difference, as clients print a notice on one line. */
const details = (row: MatrixRow, { circumstances }: About): Notice[] =>
  row.success === 0 ? describeFailures(row, circumstances).map((text) => ({ type: 'info', text })) : [];

function unverified(row: MatrixRow, { query: { target, selectors }, circumstances }: About): string {
  const asked = selectors.find(({ pacticipant }) => pacticipant === row.provider);
  const where = target && !asked ? `, ${describeTarget(target)}` : '';
  if (row.provider_version !== null)
    return `${row.provider} (version ${row.provider_version}${where}) has not verified the pact of ${consumerOf(row)}.`;
  if (asked) return `${row.provider} (${describeVersions(asked)}) has not verified the pact of ${consumerOf(row)}.`;
  if (target?.kind === 'main-branch' && circumstances.withoutMainBranch.includes(row.provider))
    return `${consumerOf(row)} needs ${row.provider} on its main branch, and ${noMainBranch(row.provider)}`;
  if (target) return `No version of ${row.provider} is ${describeTarget(target)}, and ${consumerOf(row)} needs it there.`;
  return `No version of ${row.provider} has verified the pact of ${consumerOf(row)}.`;
}

function allIsWell({ rows }: MatrixEvidence, { ignored, ignoredMissing }: Circumstances): string {
  const someIgnored = ignored.length + ignoredMissing.length > 0;
  if (rows.length === 0)
    return someIgnored ? 'Everything that it has to work with here is ignored.' : 'There is nothing here that it has to work with.';
  return someIgnored
    ? 'All required results that are not ignored are there, and these are successful.'
    : 'All required results are there, and all are successful.';
}

function warnings({ selectors, target }: MatrixQuery): string[] {
  const loose = selectors.filter(({ version, latest, branch, tag }) => version === undefined && (latest || branch || tag));
  const texts = loose.map(
    (s) => `Which version is meant by ${s.pacticipant} (${describeVersions(s)}) can change while CI runs. Name its number instead.`,
  );
  if (selectors.length === 1 && target === undefined)
    texts.push('No target was given, so every version of the other side counts. Give environment=NAME (--to-environment NAME).');
  if (target?.kind === 'latest')
    texts.push(
      'The latest version of the other side need not be what is deployed. Record deployments and give environment=NAME (--to-environment NAME).',
    );
  return texts;
}
