import { ValidationFailed } from '../errors.ts';

export const environmentNameTaken = (name: string): ValidationFailed =>
  new ValidationFailed({ name: [`name is "${name}", and another environment has that name already. Names are unique.`] });
