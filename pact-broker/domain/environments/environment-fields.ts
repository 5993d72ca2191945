import { Fields } from '../fields.ts';
import { isPlainObject } from '../pacts/faithful-json.ts';

export interface EnvironmentFields {
  name: string;
  displayName: string | null;
  production: boolean;
  /** People or teams to ask, each with a name and whatever details they give. */
  contacts: Record<string, unknown>[] | null;
}

/** Throws ValidationFailed. */
export function readEnvironment(body: unknown): EnvironmentFields {
  const fields = new Fields(body);
  const name = fields.name('name');
  if (/\s/.test(name))
    fields.refuse('name', 'name holds a space. Commands and addresses name environments: use a dash, and displayName for people.');
  const displayName = fields.optionalText('displayName') ?? null;
  const production = fields.flag('production');
  const contacts = readContacts(fields);
  fields.done();
  return { name, displayName, production, contacts };
}

function readContacts(fields: Fields): Record<string, unknown>[] | null {
  const contacts = fields.value('contacts') ?? null;
  if (contacts === null) return null;
  if (!Array.isArray(contacts) || !contacts.every(isPlainObject)) {
    fields.refuse('contacts', 'contacts must be a list of objects, such as {"name": "Order team", "details": {"email": "…"}}.');
    return null;
  }
  contacts.forEach(({ name, details }, index) => {
    if (typeof name !== 'string' || name.trim() === '') fields.refuse('contacts', `contacts[${index}]: name is missing. Give a text.`);
    if (details !== undefined && details !== null && !isPlainObject(details))
      fields.refuse('contacts', `contacts[${index}]: details must be an object.`);
  });
  return contacts;
}
