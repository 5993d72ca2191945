import { DomainError, type FieldErrors } from '../errors.ts';
import type { Notice } from '../notice.ts';

export class SimilarPacticipantExists extends DomainError {
  readonly code = 'similar-pacticipant-exists';
  readonly errors: FieldErrors;
  readonly notices: Notice[];

  constructor(name: string, similar: string[]) {
    const wrong = `"${name}" is new here, but much like ${similar.map((other) => `"${other}"`).join(', ')}.`;
    const remedy =
      'If that is what you meant, correct the name. ' +
      `If not, create it first (POST /pacticipants with {"name": ${JSON.stringify(name)}}) and publish again.`;
    super(`${wrong} ${remedy}`);
    // The official client shows one after the other.
    this.errors = { name: [wrong] };
    this.notices = [{ type: 'info', text: remedy }];
  }
}
