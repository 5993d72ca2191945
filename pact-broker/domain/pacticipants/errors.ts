import { DomainError } from '../errors.ts';

export class SimilarPacticipantExists extends DomainError {
  readonly code = 'similar-pacticipant-exists';
  constructor(name: string, similar: string[]) {
    const names = similar.map((other) => `"${other}"`).join(', ');
    super(
      `"${name}" is new here, but much like ${names}. If that is what you meant, correct the name. ` +
        `If not, create it first (POST /pacticipants with {"name": ${JSON.stringify(name)}}) and publish again.`,
    );
  }
}
