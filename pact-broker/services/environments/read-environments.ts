import { displayName } from '../../domain/display-name.ts';
import { comparing } from '../../domain/ordering.ts';
import type { Db } from '../../storage/database.ts';
import { type Environment, findEnvironments } from '../../storage/environments.ts';

/** All environments, or the one of a name, in the order in which people read them: by display name. */
export async function readEnvironments(db: Db, name?: string): Promise<Environment[]> {
  const environments = await findEnvironments(db, name);
  return environments.sort(
    comparing(
      (environment) => (environment.display_name ?? displayName(environment.name)).toLowerCase(),
      (environment) => environment.name,
    ),
  );
}
