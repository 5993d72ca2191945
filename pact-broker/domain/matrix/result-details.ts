import { printable } from '../printable.ts';
import type { InteractionResult } from '../verifications/test-results.ts';
import type { Circumstances } from './circumstances.ts';
import type { MatrixRow } from './matrix-row.ts';

const MOST_INTERACTIONS = 5;
const MOST_MISMATCHES = 3;
const LONGEST = 300;

/** A line for each thing that differed, with its interaction, as far as a person reads. */
export function describeFailures(row: MatrixRow, { reports }: Pick<Circumstances, 'reports'>): string[] {
  const failed = reports.get(row.verification_id ?? 0)?.interactions.filter(({ success }) => !success) ?? [];
  const lines = failed.slice(0, MOST_INTERACTIONS).flatMap((interaction) => differences(interaction));
  return [...lines, ...more(failed.length - MOST_INTERACTIONS, `interaction of ${row.consumer} version ${row.consumer_version}`)];
}

function differences({ description, mismatches }: InteractionResult): string[] {
  const name = short(description);
  if (mismatches.length === 0) return [`✗ ${name}`];
  const lines = mismatches.slice(0, MOST_MISMATCHES).map((mismatch) => `✗ ${name}: ${short(mismatch)}`);
  return [...lines, ...more(mismatches.length - MOST_MISMATCHES, `difference in ${name}`)];
}

/** A warning of a success that tells nothing of some interactions. */
export function describeUntested(row: MatrixRow, { reports }: Pick<Circumstances, 'reports'>): string[] {
  if (row.untested === 0) return [];
  const names = (reports.get(row.verification_id ?? 0)?.untested ?? []).slice(0, MOST_INTERACTIONS).map((name) => `"${short(name)}"`);
  const left = row.untested - names.length;
  const which = [...names, ...(names.length > 0 && left > 0 ? [`${left} more`] : [])].join(', ');
  const interactions = row.untested === 1 ? 'one interaction' : `${row.untested} interactions`;
  return [
    `${row.provider} version ${row.provider_version} verified the pact of ${row.consumer} version ${row.consumer_version} with success, ` +
      `but without a result for ${interactions}${which === '' ? '' : `: ${which}`}. Was it run with a filter?`,
  ];
}

const more = (left: number, what: string): string[] =>
  left > 0 ? [`… and ${left} more ${left === 1 ? what : what.replace(' ', 's ')}`] : [];

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they are made of.
const COLOURS = /\u001b\[[\d;]*m/g;

/** On one line, without the colours of a terminal, and not longer than a person reads. */
const short = (text: string): string => {
  const line = text.replaceAll(COLOURS, '').replaceAll(/\s+/g, ' ').trim();
  return printable(line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);
};
