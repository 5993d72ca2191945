import { DomainError } from '../errors.ts';
import { Fields } from '../fields.ts';
import { parseKeepRules, readKeepRules, type WrittenRule } from './keep-rule.ts';
import { BEGINNING, type Position, readPosition } from './position.ts';

/** What to look at, or to clean up: by which rules, from where on, and how many versions at the most. */
export interface CleanUpRequest {
  rules: WrittenRule[];
  after: Position;
  limit: number;
}

export const MOST_IN_ONE_REQUEST = 1000;
const USUAL = 100;

/** Somebody else is at it: one at a time, so that clean-ups do not add up. */
export class CleanUpUnderWay extends DomainError {
  readonly code = 'clean-up-under-way';
  constructor() {
    super('A clean-up is under way already, of the schedule or somebody else. Try again when it is over; /clean-up says whether it is.');
  }
}

/** Reads the body of a clean-up. Throws ValidationFailed. */
export function readCleanUpRequest(body: unknown, configured: WrittenRule[] | undefined): CleanUpRequest {
  const fields = new Fields(body);
  return requestFrom(fields, fields.value('keep'), readKeepRules, configured);
}

/** The same from a query, where the rules are JSON and numbers are texts. Throws ValidationFailed. */
export function readPlanQuery(query: Record<string, unknown>, configured: WrittenRule[] | undefined): CleanUpRequest {
  const { limit } = query;
  const number = typeof limit === 'string' && /^\d{1,9}$/.test(limit) ? Number(limit) : limit;
  return requestFrom(new Fields({ ...query, limit: number }), query.keep, parseKeepRules, configured);
}

function requestFrom(
  fields: Fields,
  keep: unknown,
  read: (keep: unknown) => ReturnType<typeof readKeepRules>,
  configured: WrittenRule[] | undefined,
): CleanUpRequest {
  const { rules, problems } = keep === undefined ? { rules: configured, problems: [] } : read(keep);
  for (const problem of problems) fields.refuse('keep', problem);
  if (!rules)
    fields.refuse('keep', 'keep is missing, and CONCORDAT_CLEAN_KEEP is not set. Give a list of rules, [{"max_age":90}] for example.');
  const limit = fields.value('limit') ?? USUAL;
  if (!Number.isInteger(limit) || (limit as number) < 1 || (limit as number) > MOST_IN_ONE_REQUEST)
    fields.refuse('limit', `limit must be a whole number from 1 to ${MOST_IN_ONE_REQUEST}.`);
  const after = fields.value('after') ?? undefined;
  const position = after === undefined ? BEGINNING : readPosition(after);
  if (!position) fields.refuse('after', 'after must be what an earlier answer gave as next; leave it out to begin.');
  fields.done();
  return { rules: rules as WrittenRule[], after: position as Position, limit: limit as number };
}
