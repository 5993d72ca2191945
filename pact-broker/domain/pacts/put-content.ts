import { type FieldErrors, refuseIfAny, ValidationFailed } from '../errors.ts';
import { nameProblem } from '../names.ts';
import { isPlainObject, parseFaithfully } from './faithful-json.ts';
import { nameIn, type PactContent } from './pact-content.ts';

/** Reads the body of a PUT or PATCH of a pact. Throws ValidationFailed if it is no object or names others than its address does. */
export function readPutContent(json: string, names: { consumer: string; provider: string; version: string }): PactContent {
  if (json.trim() === '') throw new ValidationFailed({ '': ['The body is missing. Give the pact as JSON.'] });
  const content = parseFaithfully(json);
  if (!isPlainObject(content)) throw new ValidationFailed({ '': ['The body is not a JSON object. A pact is one.'] });
  const errors: FieldErrors = {};
  for (const role of ['consumer', 'provider'] as const) {
    const inside = nameIn(content, role);
    if (inside !== undefined && inside !== names[role]) {
      errors[`${role}.name`] = [`The pact names the ${role} "${inside}", its address names "${names[role]}". They must be equal.`];
    }
  }
  for (const [field, name] of Object.entries(names)) {
    const problem = nameProblem(name, field);
    if (problem) errors[field] = [problem];
  }
  refuseIfAny(errors);
  return content;
}
