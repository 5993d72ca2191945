import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../dialects/column-types.ts';

/** One table for what is in environments, be it deployed or released: nearly every question is about both. */
export async function up(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  for (const statement of statements(types)) await sql.raw(statement).execute(db);
}

const statements = ({ id, int, text }: ColumnTypes) => [
  `create table environment_versions (
    id ${id}, uuid ${text} not null unique, kind ${text} not null check (kind in ('deployed', 'released')),
    environment_id ${int} not null references environments(id) on delete cascade,
    pacticipant_id ${int} not null references pacticipants(id) on delete cascade,
    version_id ${int} not null references versions(id) on delete cascade,
    application_instance ${text} not null, created_at ${text} not null, updated_at ${text} not null, ended_at ${text})`,
  ...['deployed', 'released'].map(
    (kind) => `insert into environment_versions
        (uuid, kind, environment_id, pacticipant_id, version_id, application_instance, created_at, updated_at, ended_at)
      select uuid, '${kind}', environment_id, pacticipant_id, version_id,
        ${kind === 'deployed' ? 'application_instance' : "''"}, created_at, updated_at, ended_at
      from ${kind}_versions order by id`,
  ),
  'drop table deployed_versions',
  'drop table released_versions',
  `create unique index environment_versions_deployed on environment_versions (environment_id, pacticipant_id, application_instance)
    where ended_at is null and kind = 'deployed'`,
  `create unique index environment_versions_released on environment_versions (environment_id, version_id)
    where ended_at is null and kind = 'released'`,
  'create index environment_versions_current on environment_versions (pacticipant_id, environment_id) where ended_at is null',
  'create index environment_versions_by_version on environment_versions (version_id, environment_id)',
  'create index environment_versions_by_environment on environment_versions (environment_id)',
];
