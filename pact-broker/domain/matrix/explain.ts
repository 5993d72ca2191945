import type { Notice } from '../notice.ts';
import type { MatrixEvidence } from './deployable.ts';
import { describeTarget, describeVersions } from './describe-selection.ts';
import type { MatrixQuery } from './matrix-query.ts';
import type { MatrixRow } from './matrix-row.ts';

/** Why the answer is what it is: first what makes the question loose, then a line for each thing that stands in the way. */
export function explain(query: MatrixQuery, { missing, rows }: MatrixEvidence): Notice[] {
  const errors = [
    ...missing.map(({ selector }) => `There is no ${selector.pacticipant}, ${describeVersions(selector)}.`),
    ...rows.filter(({ success }) => success === 0).map((row) => failed(row, query)),
    ...rows.filter(({ success }) => success === null).map((row) => unverified(row, query)),
  ];
  const notices: Notice[] = warnings(query).map((text) => ({ type: 'warning', text }));
  const unique = [...new Set(errors)];
  if (unique.length > 0) return [...notices, ...unique.map((text): Notice => ({ type: 'error', text }))];
  const text =
    rows.length === 0 ? 'There is nothing here that it has to work with.' : 'All required results are there, and all are successful.';
  return [...notices, { type: 'success', text }];
}

/** All that stands in the way in one text. */
export const reasonOf = (notices: Notice[]): string =>
  notices
    .filter(({ type }) => type !== 'warning')
    .map(({ text }) => text)
    .join('\n');

/** Whether the question pins down the versions of neither side: then rows are a history, and naming each would be noise. */
const isHistory = ({ selectors, target }: MatrixQuery) =>
  target === undefined && selectors.length > 1 && selectors.every((selector) => describeVersions(selector) === 'any version');

const consumerOf = (row: MatrixRow) => `${row.consumer} version ${row.consumer_version}`;

function failed(row: MatrixRow, query: MatrixQuery): string {
  if (isHistory(query))
    return `The verification for the pact between any version of ${row.consumer} and any version of ${row.provider} failed`;
  return `${row.provider} version ${row.provider_version} failed to verify the pact of ${consumerOf(row)}.`;
}

function unverified(row: MatrixRow, { target, selectors }: MatrixQuery): string {
  const where = target ? `, ${describeTarget(target)}` : '';
  if (row.provider_version !== null)
    return `${row.provider} (version ${row.provider_version}${where}) has not verified the pact of ${consumerOf(row)}.`;
  const asked = selectors.find(({ pacticipant }) => pacticipant === row.provider);
  if (asked) return `${row.provider} (${describeVersions(asked)}) has not verified the pact of ${consumerOf(row)}.`;
  if (target) return `No version of ${row.provider} is ${describeTarget(target)}, and ${consumerOf(row)} needs it there.`;
  return `No version of ${row.provider} has verified the pact of ${consumerOf(row)}.`;
}

function warnings({ selectors, target }: MatrixQuery): string[] {
  const loose = selectors.filter(({ version, latest, branch, tag }) => version === undefined && (latest || branch || tag));
  const texts = loose.map(
    (s) => `Which version is meant by ${s.pacticipant} (${describeVersions(s)}) can change while CI runs. Name its number instead.`,
  );
  if (selectors.length === 1 && target === undefined)
    texts.push('No target was given, so every version of the other side counts. Give environment=NAME.');
  if (target?.kind === 'latest')
    texts.push('The latest version of the other side need not be what is deployed. Record deployments and give environment=NAME.');
  return texts;
}
