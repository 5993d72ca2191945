import { Fields } from '../fields.ts';
import { nameProblem } from '../names.ts';

/** What is known about a pacticipant beside its name. undefined leaves a member as it is, null takes it away. */
export interface PacticipantFields {
  displayName: string | null | undefined;
  mainBranch: string | null | undefined;
  repositoryUrl: string | null | undefined;
  repositoryName: string | null | undefined;
  repositoryNamespace: string | null | undefined;
}

/** A new pacticipant, named in the body. Throws ValidationFailed. */
export function readNewPacticipant(body: unknown): { name: string; changes: PacticipantFields } {
  const fields = new Fields(body);
  const name = fields.name('name');
  const changes = readFields(fields);
  fields.done();
  return { name, changes };
}

/** What a PATCH says of the pacticipant that its address names. Throws ValidationFailed. */
export function readPacticipantChanges(name: string, body: unknown): PacticipantFields {
  const fields = new Fields(body);
  fields.refuse('name', nameProblem(name, 'name'));
  const inBody = fields.value('name');
  if (inBody !== undefined && inBody !== name) {
    fields.refuse('name', `name is ${JSON.stringify(inBody)}, and the address names "${name}". A pacticipant cannot be renamed.`);
  }
  const changes = readFields(fields);
  fields.done();
  return changes;
}

/** What a PUT says: whatever it leaves out is taken away. Throws ValidationFailed. */
export function readPacticipantReplacement(name: string, body: unknown): PacticipantFields {
  const changes = readPacticipantChanges(name, body);
  return {
    displayName: changes.displayName ?? null,
    mainBranch: changes.mainBranch ?? null,
    repositoryUrl: changes.repositoryUrl ?? null,
    repositoryName: changes.repositoryName ?? null,
    repositoryNamespace: changes.repositoryNamespace ?? null,
  };
}

const readFields = (fields: Fields): PacticipantFields => ({
  displayName: fields.optionalText('displayName'),
  mainBranch: fields.optionalName('mainBranch'),
  repositoryUrl: fields.optionalText('repositoryUrl'),
  repositoryName: fields.optionalText('repositoryName'),
  repositoryNamespace: fields.optionalText('repositoryNamespace'),
});
