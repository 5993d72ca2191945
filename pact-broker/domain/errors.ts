/**
 * A refusal that a person or a client can act on. `code` is stable and part of the API; http/problem.ts gives each code its status.
 * The message says what was wrong, where, and what to do.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
}

/** Which field, and what is wrong with it. The empty name stands for the request as a whole. */
export type FieldErrors = Record<string, string[]>;

export class ValidationFailed extends DomainError {
  readonly code = 'validation-failed';
  /** By field; the matrix answers a plain list, as the protocol has it. */
  readonly errors: FieldErrors | string[];

  constructor(errors: FieldErrors | string[]) {
    super('The request is not valid.');
    this.errors = errors;
  }
}

/** Throws if anything was found. */
export function refuseIfAny(errors: FieldErrors): void {
  if (Object.keys(errors).length > 0) throw new ValidationFailed(errors);
}

export class PacticipantNotFound extends DomainError {
  readonly code = 'pacticipant-not-found';
  constructor(name: string) {
    super(`No pacticipant is named "${name}". Names compare exactly: check case and spaces, or create it.`);
  }
}

/** What a path names does not exist; `what` completes the sentence "There is no …". */
export class NotFound extends DomainError {
  readonly code = 'not-found';
  constructor(what: string) {
    super(`There is no ${what}.`);
  }
}

/** The store cannot be asked now. The cause says why; it is for whoever runs the broker, as it may name hosts. */
export class DatabaseUnavailable extends DomainError {
  readonly code = 'database-unavailable';
  constructor(cause: unknown) {
    super('The database cannot be reached at the moment. Ask again in a while: what was answered with success is kept.', { cause });
  }
}
