import { DomainError, type FieldErrors } from '../errors.ts';
import type { Notice } from '../notice.ts';
import { printable } from '../printable.ts';

const NEW_VERSION =
  'A consumer version has one pact with each provider, so that a result or a deployment always means the same content. ' +
  'Publish changed content under a new version number, such as the commit it was made from.';
const UNMEANT =
  "If nothing was meant to change, look for values that differ from run to run, such as ids and times, in the consumer's tests.";
const ALLOW = 'Whoever runs this broker can allow published pacts to be replaced or merged, by CONCORDAT_ALLOW_PACT_MODIFICATION=true.';
const MERGE = 'Merging adds interactions to a pact, and never changes one that it has: one has the same description and provider states.';

/** Other content of a pact than what is there already under its consumer version. */
export interface PactConflict {
  consumer: string;
  version: string;
  provider: string;
  /** Descriptions of interactions that both have, differing, where the contents were to be merged. */
  unmergeable: string[];
  /** In how many places they differ, and what differs in the first of them, a sentence each. */
  difference: { found: number; sentences: string[] } | 'not looked at' | 'too large';
}

/** Other content is there already under this consumer version, and this broker does not allow to replace it. */
export class PublicationConflict extends DomainError {
  readonly code = 'publication-conflict';
  readonly conflicts: PactConflict[];
  readonly errors: FieldErrors;
  readonly notices: Notice[];

  constructor(conflicts: PactConflict[]) {
    super('Nothing was published, because other content is there already.');
    this.conflicts = conflicts;
    const texts = conflicts.map((conflict) => `${sentence(conflict)} Nothing was published.`);
    this.errors = { contracts: texts };
    const info = details(conflicts).map((text): Notice => ({ type: 'info', text }));
    this.notices = [...texts.map((text): Notice => ({ type: 'error', text })), ...info];
  }
}

/** The same for a client that puts one pact, and reads one text. */
export class PactModificationRefused extends DomainError {
  readonly code = 'pact-modification-refused';
  constructor(conflict: PactConflict) {
    super([sentence(conflict), ...details([conflict])].join('\n'));
  }
}

const MOST_NAMES = 10;

function sentence({ consumer, version, provider, unmergeable }: PactConflict): string {
  const names = unmergeable.slice(0, MOST_NAMES).map((name) => `"${printable(name)}"`);
  const more = unmergeable.length > MOST_NAMES ? ` and ${unmergeable.length - MOST_NAMES} more` : '';
  const how = names.length === 0 ? 'with other content' : `and says otherwise of ${names.join(', ')}${more}`;
  return `The pact between ${consumer} version ${version} and ${provider} is there already ${how}.`;
}

/** Line by line: clients print each notice in a line of its own. */
function details(conflicts: PactConflict[]): string[] {
  const merge = conflicts.some(({ unmergeable }) => unmergeable.length > 0) ? [MERGE] : [];
  return [...conflicts.flatMap(shown), ...merge, NEW_VERSION, UNMEANT, ALLOW];
}

function shown({ provider, difference }: PactConflict): string[] {
  if (difference === 'not looked at') return [];
  if (difference === 'too large') return [`The pacts with ${provider} are too large to say at once what differs.`];
  const { found, sentences } = difference;
  const more = found - sentences.length;
  return [
    `The pact with ${provider} differs in ${found === 1 ? 'one place' : `${found} places`} from what is there:`,
    ...sentences.map((text) => `  ${printable(text)}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ];
}

/** Two contents are so large that comparing them takes longer than anybody waits. */
export class DiffTooLarge extends DomainError {
  readonly code = 'diff-too-large';
  constructor() {
    super('These two pacts are too large to be compared here. Read both by their addresses and compare them with a tool of your own.');
  }
}
