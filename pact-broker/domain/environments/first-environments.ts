import { displayName } from '../display-name.ts';
import { ValidationFailed } from '../errors.ts';
import { type EnvironmentFields, readEnvironment } from './environment-fields.ts';

/** The names that mean what customers use. */
const PRODUCTION = ['production', 'prod'];

/** Reads the names of the environments that a new store begins with; an empty text is none. Throws with what is wrong. */
export function readFirstEnvironments(text: string): EnvironmentFields[] {
  if (text.trim() === '') return [];
  const names = text.split(',').map((name) => name.trim());
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new Error(`"${twice}" is named twice`);
  return names.map(environmentNamed);
}

function environmentNamed(name: string): EnvironmentFields {
  try {
    return readEnvironment({ name, displayName: displayName(name), production: PRODUCTION.includes(name.toLowerCase()) });
  } catch (error) {
    if (!(error instanceof ValidationFailed)) throw error;
    throw new Error(`"${name}": ${Object.values(error.errors).flat().join(' ')} Give names with commas between them, or nothing for none`);
  }
}
