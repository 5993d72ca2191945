import { type FieldErrors, refuseIfAny } from './errors.ts';
import { nameProblem } from './names.ts';
import { isPlainObject } from './pacts/faithful-json.ts';

const LONGEST_TEXT = 2048;

/** Reads a request body member by member and gathers everything that is wrong with it, so that one round is enough. */
export class Fields {
  readonly #members: Record<string, unknown>;
  readonly #errors: FieldErrors = {};

  /** An absent body is an empty one. Throws ValidationFailed where it is something else than an object. */
  constructor(body: unknown) {
    this.#members = isPlainObject(body) ? body : {};
    if (body !== undefined && !isPlainObject(body)) refuseIfAny({ '': ['The body must be a JSON object.'] });
  }

  /** The member as it came, for a rule of the caller's own. */
  value(field: string): unknown {
    return this.#members[field];
  }

  refuse(field: string, problem: string | undefined): void {
    if (problem !== undefined) this.#errors[field] = [...(this.#errors[field] ?? []), problem];
  }

  /** A name that must be there; an empty text in place of what was refused, so that other rules can still speak of it. */
  name(field: string): string {
    const value = this.#members[field];
    this.refuse(field, nameProblem(value, field));
    return typeof value === 'string' ? value : '';
  }

  /** A name that may be absent (undefined) or taken away (null). */
  optionalName(field: string): string | null | undefined {
    const value = this.#members[field];
    return value === undefined || value === null ? value : this.name(field);
  }

  /** A list of names that may be absent, each once. `what` begins the sentence about one of them; `nameOf` finds the name in it. */
  names(field: string, what: string, nameOf: (each: unknown) => unknown = (each) => each): string[] {
    const list = this.#members[field] ?? [];
    if (!Array.isArray(list)) {
      this.refuse(field, `${field} must be a list of texts.`);
      return [];
    }
    const names = list.map(nameOf);
    for (const name of names) this.refuse(field, nameProblem(name, what));
    return [...new Set(names as string[])];
  }

  /** A text that may be absent (undefined) or taken away (null, or an empty text). */
  optionalText(field: string): string | null | undefined {
    const value = this.#members[field];
    if (value === undefined || value === null) return value;
    if (typeof value !== 'string') this.refuse(field, `${field} must be a text, or null for none.`);
    else if (value.length > LONGEST_TEXT) this.refuse(field, `${field} has ${value.length} characters; ${LONGEST_TEXT} are the most.`);
    else if (value !== '') this.refuse(field, textProblem(value, field));
    return value === '' || typeof value !== 'string' ? null : value;
  }

  /** true or false, which must be there. */
  flag(field: string): boolean {
    const value = this.#members[field];
    if (typeof value !== 'boolean')
      this.refuse(field, `${field} ${value === undefined ? 'is missing' : 'is neither'}. Give true or false.`);
    return value as boolean;
  }

  /** Throws ValidationFailed if anything was wrong. Call it before what was read is used. */
  done(): void {
    refuseIfAny(this.#errors);
  }
}

/** Checks names that are about to be created because an address has them. Throws ValidationFailed. */
export function checkNames(names: Record<string, string>): void {
  const fields = new Fields(names);
  for (const field of Object.keys(names)) fields.name(field);
  fields.done();
}

const textProblem = (text: string, field: string): string | undefined =>
  /\p{Cc}/u.test(text) || !text.isWellFormed() ? `${field} holds a control character, or is not well-formed Unicode text.` : undefined;
