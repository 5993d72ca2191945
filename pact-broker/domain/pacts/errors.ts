import { DomainError, type FieldErrors } from '../errors.ts';
import type { Notice } from '../notice.ts';

const CHANGED =
  'A consumer version has one pact with each provider, so that a result or a deployment always means the same content. ' +
  'Publish changed content under a new version number, such as the commit it was made from.';

/** Other content is there already under this consumer version, and this broker does not allow to replace it. */
export class PublicationConflict extends DomainError {
  readonly code = 'publication-conflict';
  readonly errors: FieldErrors;
  readonly notices: Notice[];

  constructor(conflicts: { consumer: string; version: string; provider: string; reason?: string }[]) {
    super('Nothing was published, because other content is there already.');
    const texts = conflicts.map(
      ({ consumer, version, provider, reason }) =>
        `The pact between ${consumer} version ${version} and ${provider} is there already ${reason ?? 'with other content'}. Nothing was published.`,
    );
    this.errors = { contracts: texts };
    this.notices = [...texts.map((text): Notice => ({ type: 'error', text })), { type: 'info', text: CHANGED }];
  }
}

export class PactModificationRefused extends DomainError {
  readonly code = 'pact-modification-refused';
  constructor({ consumer, version, provider }: { consumer: string; version: string; provider: string }) {
    super(`The pact between ${consumer} version ${version} and ${provider} is there already with other content. ${CHANGED}`);
  }
}

/** Two contents are so large that comparing them takes longer than anybody waits. */
export class DiffTooLarge extends DomainError {
  readonly code = 'diff-too-large';
  constructor() {
    super('These two pacts are too large to be compared here. Read both by their addresses and compare them with a tool of your own.');
  }
}
