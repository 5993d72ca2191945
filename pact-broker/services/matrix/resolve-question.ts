import { ValidationFailed } from '../../domain/errors.ts';
import type { MatrixQuery, VersionSelector } from '../../domain/matrix/matrix-query.ts';
import type { MatrixRow } from '../../domain/matrix/matrix-row.ts';
import { didYouMean } from '../../domain/nearest-name.ts';
import type { Db } from '../../storage/database.ts';
import { findEnvironmentByName, findEnvironments } from '../../storage/environments.ts';
import { findVersionsSelected } from '../../storage/matrix-selection.ts';
import { findRowsOfGate } from '../../storage/matrix-target.ts';
import { findPacticipantNames, findPacticipantsNamed } from '../../storage/pacticipants.ts';

export interface Selected {
  selector: VersionSelector;
  pacticipantId: number;
  /** undefined: all of them. */
  versionIds: number[] | undefined;
}

/** A question with the ids of what it names. */
export interface Asked {
  selected: Selected[];
  /** -1 where the target is no environment. */
  environmentId: number;
  /** Found along with what the question names, where it is the gate's. */
  rows?: MatrixRow[] | undefined;
}

export const NOTHING = -1;

/** Finds what a question names. Throws ValidationFailed for pacticipants and environments that do not exist. */
export async function resolveQuestion(db: Db, { selectors, target }: MatrixQuery): Promise<Asked> {
  const [selector] = selectors;
  const environment = target?.kind === 'environment' ? target.environment : undefined;
  if (selectors.length === 1 && selector && isVersionOnly(selector) && environment !== undefined)
    return resolveGate(db, selector, environment);
  return { selected: await resolveSelectors(db, selectors), environmentId: await resolveEnvironment(db, environment) };
}

/** The usual question, a version to an environment: its rows come along with what the names mean. */
async function resolveGate(db: Db, selector: VersionSelector & { version: string }, environment: string): Promise<Asked> {
  const found = await findRowsOfGate(db, { pacticipant: selector.pacticipant, version: selector.version, environment });
  const [gate] = found;
  if (!gate) throw await noPacticipants(db, [selector.pacticipant]);
  if (gate.asked_environment_id === null) throw await noEnvironment(db, environment);
  const versionIds = gate.asked_version_id === null ? [] : [gate.asked_version_id];
  return {
    selected: [{ selector, pacticipantId: gate.asked_pacticipant_id, versionIds }],
    environmentId: gate.asked_environment_id,
    rows: found.filter((row) => row.consumer_id !== null),
  };
}

const isVersionOnly = (selector: VersionSelector): selector is VersionSelector & { version: string } =>
  selector.version !== undefined && Object.keys(selector).length === 2;

async function resolveSelectors(db: Db, selectors: VersionSelector[]): Promise<Selected[]> {
  const pacticipants = await findPacticipantsNamed(db, [...new Set(selectors.map(({ pacticipant }) => pacticipant))]);
  const ids = new Map(pacticipants.map(({ name, id }) => [name, id]));
  const unknown = selectors.map(({ pacticipant }) => pacticipant).filter((name) => !ids.has(name));
  if (unknown.length > 0) throw await noPacticipants(db, unknown);
  const selected: Selected[] = [];
  for (const selector of selectors) {
    const pacticipantId = ids.get(selector.pacticipant) as number;
    if (selector.environment !== undefined) await resolveEnvironment(db, selector.environment);
    selected.push({ selector, pacticipantId, versionIds: await findVersionsSelected(db, pacticipantId, selector) });
  }
  return selected;
}

async function resolveEnvironment(db: Db, name: string | undefined): Promise<number> {
  if (name === undefined) return NOTHING;
  const environment = await findEnvironmentByName(db, name);
  if (!environment) throw await noEnvironment(db, name);
  return environment.id;
}

async function noPacticipants(db: Db, names: string[]): Promise<ValidationFailed> {
  const known = await findPacticipantNames(db);
  return new ValidationFailed(
    names.map((name) => `There is no pacticipant "${name}".${didYouMean(name, known) || ' Names compare exactly: check case and spaces.'}`),
  );
}

async function noEnvironment(db: Db, name: string): Promise<ValidationFailed> {
  const known = (await findEnvironments(db)).map((environment) => environment.name);
  const others = didYouMean(name, known) || (known.length > 0 ? ` There are ${known.join(', ')}.` : ' Create it first.');
  return new ValidationFailed([`There is no environment "${name}".${others}`]);
}
