import { type Kysely, sql } from 'kysely';
import type { ColumnTypes } from '../dialects/column-types.ts';

/** Everything the main job reads and writes: pacticipants, versions, pacts, verifications, environments. */
export async function up(db: Kysely<unknown>, types: ColumnTypes): Promise<void> {
  const statements = [...pacticipants(types), ...pacts(types), ...verifications(types), ...environments(types)];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const pacticipants = ({ id, int, text }: ColumnTypes) => [
  `create table pacticipants (
    id ${id}, name ${text} not null unique, display_name ${text}, main_branch ${text},
    repository_url ${text}, repository_name ${text}, repository_namespace ${text},
    created_at ${text} not null, updated_at ${text} not null)`,
  `create table labels (
    pacticipant_id ${int} not null references pacticipants(id) on delete cascade,
    name ${text} not null, created_at ${text} not null, primary key (pacticipant_id, name))`,
  'create index labels_by_name on labels (name, pacticipant_id)',
  `create table versions (
    id ${id}, pacticipant_id ${int} not null references pacticipants(id) on delete cascade,
    number ${text} not null, build_url ${text}, created_at ${text} not null, updated_at ${text} not null,
    unique (pacticipant_id, number))`,
  'create index versions_by_order on versions (pacticipant_id, id)',
  `create table branches (
    id ${id}, pacticipant_id ${int} not null references pacticipants(id) on delete cascade,
    name ${text} not null, head_version_id ${int} references versions(id) on delete set null,
    created_at ${text} not null, updated_at ${text} not null, unique (pacticipant_id, name))`,
  'create index branches_by_head on branches (head_version_id)',
  `create table branch_versions (
    branch_id ${int} not null references branches(id) on delete cascade,
    version_id ${int} not null references versions(id) on delete cascade,
    created_at ${text} not null, updated_at ${text} not null, primary key (branch_id, version_id))`,
  'create index branch_versions_by_version on branch_versions (version_id)',
  `create table tags (
    version_id ${int} not null references versions(id) on delete cascade, name ${text} not null,
    pacticipant_id ${int} not null references pacticipants(id) on delete cascade,
    created_at ${text} not null, primary key (version_id, name))`,
  'create index tags_by_name on tags (pacticipant_id, name, version_id)',
  `create table tag_heads (
    pacticipant_id ${int} not null references pacticipants(id) on delete cascade, name ${text} not null,
    version_id ${int} not null references versions(id) on delete cascade, primary key (pacticipant_id, name))`,
  'create index tag_heads_by_version on tag_heads (version_id)',
];

const pacts = ({ id, int, text, blob }: ColumnTypes) => [
  `create table integrations (
    id ${id}, consumer_id ${int} not null references pacticipants(id) on delete cascade,
    provider_id ${int} not null references pacticipants(id) on delete cascade,
    created_at ${text} not null, contract_data_updated_at ${text} not null, unique (consumer_id, provider_id))`,
  'create index integrations_by_provider on integrations (provider_id, consumer_id)',
  `create table pact_versions (
    id ${id}, consumer_id ${int} not null references pacticipants(id) on delete cascade,
    provider_id ${int} not null references pacticipants(id) on delete cascade,
    sha ${text} not null, created_at ${text} not null, unique (consumer_id, provider_id, sha))`,
  'create index pact_versions_by_provider on pact_versions (provider_id)',
  `create table pact_contents (
    pact_version_id ${int} primary key references pact_versions(id) on delete cascade, content ${blob} not null)`,
  `create table pact_publications (
    id ${id}, consumer_id ${int} not null references pacticipants(id) on delete cascade,
    provider_id ${int} not null references pacticipants(id) on delete cascade,
    consumer_version_id ${int} not null references versions(id) on delete cascade,
    pact_version_id ${int} not null references pact_versions(id) on delete cascade,
    revision ${int} not null, created_at ${text} not null, unique (consumer_version_id, provider_id))`,
  'create index pact_publications_by_order on pact_publications (consumer_id, provider_id, consumer_version_id desc)',
  'create index pact_publications_by_provider on pact_publications (provider_id, consumer_version_id desc)',
  'create index pact_publications_by_content on pact_publications (pact_version_id, consumer_version_id desc)',
  `create table branch_head_pacts (
    branch_id ${int} not null references branches(id) on delete cascade,
    provider_id ${int} not null references pacticipants(id) on delete cascade,
    consumer_id ${int} not null references pacticipants(id) on delete cascade,
    consumer_version_id ${int} not null references versions(id) on delete cascade,
    pact_version_id ${int} not null references pact_versions(id) on delete cascade,
    published_at ${text} not null, primary key (branch_id, provider_id))`,
  'create index branch_head_pacts_by_provider on branch_head_pacts (provider_id, published_at)',
  'create index branch_head_pacts_by_version on branch_head_pacts (consumer_version_id)',
  'create index branch_head_pacts_by_consumer on branch_head_pacts (consumer_id)',
  'create index branch_head_pacts_by_content on branch_head_pacts (pact_version_id)',
  `create table tag_head_pacts (
    consumer_id ${int} not null references pacticipants(id) on delete cascade,
    provider_id ${int} not null references pacticipants(id) on delete cascade, tag ${text} not null,
    consumer_version_id ${int} not null references versions(id) on delete cascade,
    pact_version_id ${int} not null references pact_versions(id) on delete cascade,
    published_at ${text} not null, primary key (consumer_id, provider_id, tag))`,
  'create index tag_head_pacts_by_provider on tag_head_pacts (provider_id, published_at)',
  'create index tag_head_pacts_by_version on tag_head_pacts (consumer_version_id)',
  'create index tag_head_pacts_by_content on tag_head_pacts (pact_version_id)',
];

const verifications = ({ id, int, text, blob }: ColumnTypes) => [
  `create table verifications (
    id ${id}, pact_version_id ${int} not null references pact_versions(id) on delete cascade,
    consumer_id ${int} not null references pacticipants(id) on delete cascade,
    provider_id ${int} not null references pacticipants(id) on delete cascade,
    provider_version_id ${int} not null references versions(id) on delete cascade,
    success ${int} not null, build_url ${text}, created_at ${text} not null)`,
  'create index verifications_by_content on verifications (pact_version_id, provider_version_id, id)',
  'create index verifications_by_provider_version on verifications (provider_version_id)',
  'create index verifications_by_consumer on verifications (consumer_id)',
  'create index verifications_by_provider on verifications (provider_id)',
  `create table verification_results (
    verification_id ${int} primary key references verifications(id) on delete cascade, body ${blob} not null)`,
  `create table latest_verifications (
    pact_version_id ${int} not null references pact_versions(id) on delete cascade,
    provider_version_id ${int} not null references versions(id) on delete cascade,
    consumer_id ${int} not null references pacticipants(id) on delete cascade,
    provider_id ${int} not null references pacticipants(id) on delete cascade,
    verification_id ${int} not null references verifications(id) on delete cascade,
    success ${int} not null, created_at ${text} not null, primary key (pact_version_id, provider_version_id))`,
  'create index latest_verifications_by_provider_version on latest_verifications (provider_version_id, pact_version_id)',
  'create index latest_verifications_by_verification on latest_verifications (verification_id)',
  'create index latest_verifications_by_consumer on latest_verifications (consumer_id)',
  'create index latest_verifications_by_provider on latest_verifications (provider_id)',
  `create table branch_successes (
    pact_version_id ${int} not null references pact_versions(id) on delete cascade,
    branch_id ${int} not null references branches(id) on delete cascade,
    first_success_at ${text} not null, primary key (pact_version_id, branch_id))`,
  'create index branch_successes_by_branch on branch_successes (branch_id)',
];

const environments = ({ id, int, text }: ColumnTypes) => [
  `create table environments (
    id ${id}, uuid ${text} not null unique, name ${text} not null unique, display_name ${text},
    production ${int} not null, contacts ${text}, created_at ${text} not null, updated_at ${text} not null)`,
  `create table deployed_versions (
    id ${id}, uuid ${text} not null unique,
    environment_id ${int} not null references environments(id) on delete cascade,
    pacticipant_id ${int} not null references pacticipants(id) on delete cascade,
    version_id ${int} not null references versions(id) on delete cascade,
    application_instance ${text} not null, created_at ${text} not null, updated_at ${text} not null, ended_at ${text})`,
  `create unique index deployed_versions_current on deployed_versions (environment_id, pacticipant_id, application_instance)
    where ended_at is null`,
  'create index deployed_versions_current_by_pacticipant on deployed_versions (pacticipant_id, environment_id) where ended_at is null',
  'create index deployed_versions_by_version on deployed_versions (version_id, environment_id)',
  'create index deployed_versions_by_environment on deployed_versions (environment_id)',
  `create table released_versions (
    id ${id}, uuid ${text} not null unique,
    environment_id ${int} not null references environments(id) on delete cascade,
    pacticipant_id ${int} not null references pacticipants(id) on delete cascade,
    version_id ${int} not null references versions(id) on delete cascade,
    created_at ${text} not null, updated_at ${text} not null, ended_at ${text})`,
  'create unique index released_versions_current on released_versions (environment_id, version_id) where ended_at is null',
  'create index released_versions_current_by_pacticipant on released_versions (pacticipant_id, environment_id) where ended_at is null',
  'create index released_versions_by_version on released_versions (version_id, environment_id)',
];
