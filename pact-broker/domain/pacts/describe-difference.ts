import { isPlainObject } from './faithful-json.ts';
import type { Difference } from './pact-diff.ts';

const LONGEST_VALUE = 150;
const CARRIERS: Record<string, string> = { interactions: 'interaction', messages: 'message' };

/**
 * What differs, a sentence for each place. For notices: clients print one in a line of its own, without the indents and line breaks that
 * a diff lives by.
 */
export function describeDifference(difference: Difference): string[] {
  if (difference.kind !== 'object') return describe(difference, 'the pact');
  return difference.members.flatMap(([name, member]) => {
    const carrier = CARRIERS[name];
    if (carrier === undefined || member.kind !== 'list') return describe(member, name);
    return member.entries.flatMap(([index, entry]) => describe(entry, titleOf(entry, carrier) ?? `${name}[${index}]`));
  });
}

/** An interaction by its description, where both sides have it or only one has the interaction. */
function titleOf(difference: Difference, carrier: string): string | undefined {
  const known = difference.kind === 'object' ? Object.fromEntries(difference.known) : whole(difference);
  return isPlainObject(known) && typeof known.description === 'string'
    ? `${carrier} ${JSON.stringify(known.description.slice(0, LONGEST_VALUE))}`
    : undefined;
}

const whole = (difference: Difference): unknown =>
  difference.kind === 'added' ? difference.after : difference.kind === 'removed' ? difference.before : undefined;

function describe(difference: Difference, place: string): string[] {
  switch (difference.kind) {
    case 'object':
      return difference.members.flatMap(([name, member]) => describe(member, `${place}${place.endsWith('"') ? ': ' : '.'}${name}`));
    case 'list':
      return difference.entries.flatMap(([index, entry]) => describe(entry, `${place}[${index}]`));
    case 'changed':
      return [`${place} was ${short(difference.before)} and is ${short(difference.after)}`];
    case 'added':
      return [`${place} is new${unlessTitled(difference.after, place)}`];
    case 'removed':
      return [`${place} is gone${unlessTitled(difference.before, place)}`];
  }
}

/** Whoever reads the description of an interaction knows it. */
const unlessTitled = (value: unknown, place: string): string => (place.endsWith('"') ? '' : `: ${short(value)}`);

function short(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > LONGEST_VALUE ? `${json.slice(0, LONGEST_VALUE)}…` : json;
}
