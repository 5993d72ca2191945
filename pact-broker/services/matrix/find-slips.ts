import { describeTarget } from '../../domain/matrix/describe-selection.ts';
import type { MatrixQuery } from '../../domain/matrix/matrix-query.ts';
import type { MatrixRow } from '../../domain/matrix/matrix-row.ts';
import { didYouMean } from '../../domain/nearest-name.ts';
import type { Db } from '../../storage/database.ts';
import { findEnvironmentByName, isEnvironmentEmpty } from '../../storage/environments.ts';
import { findMarkNames } from '../../storage/mark-names.ts';
import { isInUse } from '../../storage/names-in-use.ts';
import { findPacticipant, findPacticipantNames } from '../../storage/pacticipants.ts';
import { findVersion } from '../../storage/versions.ts';
import { together } from '../together.ts';

/** Warnings of names that mean nothing, which would turn a no into a yes by a slip: a target in which nothing is, an ignore of nobody. */
export async function findSlips(db: Db, query: MatrixQuery, rows: MatrixRow[]): Promise<string[]> {
  const [target, ...ignored] = await together([
    findSlipOfTarget(db, query, rows),
    ...query.ignore.map((ignore) => findSlipOfIgnore(db, ignore)),
  ]);
  return [...(target ?? []), ...ignored.flat()];
}

/** Asked only where nothing was found in the target: what something is in has a meaning. */
async function findSlipOfTarget(db: Db, { target }: MatrixQuery, rows: MatrixRow[]): Promise<string[]> {
  if (target === undefined || rows.some((row) => row.provider_version !== null || row.verification_id !== null)) return [];
  if (target.kind === 'environment')
    return (await isEnvironmentEmpty(db, target.environment))
      ? [`Nothing is ${describeTarget(target)}: nobody has recorded a deployment or a release there. Is it the right environment?`]
      : [];
  if (target.kind !== 'tag' && target.kind !== 'branch') return [];
  const name = target.kind === 'tag' ? target.tag : target.branch;
  if (await isInUse(db, { kind: target.kind, name, of: undefined })) return [];
  const suggestion =
    target.kind === 'tag' && (await findEnvironmentByName(db, name))
      ? ` There is an environment of that name: give environment=${name} (--to-environment ${name}).`
      : didYouMean(name, await findMarkNames(db, { kind: target.kind }));
  return [`There is no ${target.kind} "${name}" on any version, so that nothing is compared with.${suggestion}`];
}

async function findSlipOfIgnore(db: Db, { pacticipant, version }: MatrixQuery['ignore'][number]): Promise<string[]> {
  const found = await findPacticipant(db, pacticipant);
  if (!found) return [`There is no pacticipant "${pacticipant}" to ignore.${didYouMean(pacticipant, await findPacticipantNames(db))}`];
  if (version === undefined || (await findVersion(db, found.id, version))) return [];
  return [`There is no version ${version} of ${pacticipant} to ignore.`];
}
