import { Fields } from '../fields.ts';
import { nameProblem } from '../names.ts';

/** What a PUT or PATCH says of a version. Branches and tags are added; taking them away is done at their own addresses. */
export interface VersionFields {
  /** undefined leaves it as it is, null takes it away. */
  buildUrl: string | null | undefined;
  branch: string | undefined;
  tags: string[];
}

interface Named {
  pacticipant: string;
  number: string;
}

/** Throws ValidationFailed. */
export function readVersionChanges({ pacticipant, number }: Named, body: unknown): VersionFields {
  const fields = new Fields(body);
  fields.refuse('pacticipant', nameProblem(pacticipant, 'pacticipant'));
  fields.refuse('number', nameProblem(number, 'number'));
  const buildUrl = fields.optionalText('buildUrl');
  const branch = fields.optionalName('branch') ?? undefined;
  const tags = fields.names('tags', 'A tag', nameOfTag);
  fields.done();
  return { buildUrl, branch, tags };
}

/** A PUT without a build URL takes it away. Throws ValidationFailed. */
export function readVersionReplacement(named: Named, body: unknown): VersionFields {
  const changes = readVersionChanges(named, body);
  return { ...changes, buildUrl: changes.buildUrl ?? null };
}

/** A tag may be its name, or an object with a name as answers have it. */
const nameOfTag = (tag: unknown): unknown => (typeof tag === 'object' && tag !== null && 'name' in tag ? tag.name : tag);
