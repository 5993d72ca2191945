import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../dialects/column-types.ts';

/**
 * The head of a branch is the version that was put on it last, not the one that was created last: a branch that is set back has an
 * older version as its head. A result is kept with whether the pact was in progress, and of how many interactions it tells nothing; and since when a tag is in use.
 */
export async function up(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  for (const statement of [...branchOrder(types), ...results(types), ...tagBeginnings(types)]) await sql.raw(statement).execute(db);
}

const branchOrder = ({ int }: ColumnTypes) => [
  `alter table branch_versions add column position ${int} not null default 0`,
  `alter table branches add column head_position ${int}`,
  `update branch_versions set position = numbered.position
    from (select branch_id, version_id, row_number() over (partition by branch_id order by created_at, version_id) as position
      from branch_versions) as numbered
    where numbered.branch_id = branch_versions.branch_id and numbered.version_id = branch_versions.version_id`,
  'create index branch_versions_by_position on branch_versions (branch_id, position, version_id)',
  `update branches set
    head_position = (select max(position) from branch_versions as bv where bv.branch_id = branches.id),
    head_version_id = (select version_id from branch_versions as bv where bv.branch_id = branches.id order by position desc limit 1)`,
];

const results = ({ int, text }: ColumnTypes) => [
  `alter table verifications add column wip ${int} not null default 0`,
  ...['verifications', 'latest_verifications'].map((table) => `alter table ${table} add column untested ${int} not null default 0`),
  `alter table branch_successes add column first_explicit_at ${text}`,
  'update branch_successes set first_explicit_at = first_success_at',
];

const tagBeginnings = ({ int, text }: ColumnTypes) => [
  `create table tag_beginnings (
    pacticipant_id ${int} not null references pacticipants(id) on delete cascade, name ${text} not null,
    began_at ${text} not null, primary key (pacticipant_id, name))`,
  `insert into tag_beginnings (pacticipant_id, name, began_at)
    select pacticipant_id, name, min(created_at) from tags group by pacticipant_id, name`,
];
