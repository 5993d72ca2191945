/** The tables that hold history, with the order of values in a row of each. What is kept ready besides is computed from these. */
export const tables = {
  pacticipants: ['id', 'name', 'main_branch', 'created_at', 'updated_at'],
  versions: ['id', 'pacticipant_id', 'number', 'build_url', 'created_at', 'updated_at'],
  branches: ['id', 'pacticipant_id', 'name', 'created_at', 'updated_at'],
  branch_versions: ['branch_id', 'version_id', 'created_at', 'updated_at'],
  tags: ['version_id', 'name', 'pacticipant_id', 'created_at'],
  pact_versions: ['id', 'consumer_id', 'provider_id', 'sha', 'created_at'],
  pact_contents: ['pact_version_id', 'content'],
  pact_publications: ['id', 'consumer_id', 'provider_id', 'consumer_version_id', 'pact_version_id', 'revision', 'created_at'],
  verifications: ['id', 'pact_version_id', 'consumer_id', 'provider_id', 'provider_version_id', 'success', 'build_url', 'created_at'],
  verification_results: ['verification_id', 'body'],
  environments: ['id', 'uuid', 'name', 'display_name', 'production', 'created_at', 'updated_at'],
  environment_versions: [
    'id',
    'uuid',
    'kind',
    'environment_id',
    'pacticipant_id',
    'version_id',
    'application_instance',
    'created_at',
    'updated_at',
    'ended_at',
  ],
} as const;

export type TableName = keyof typeof tables;
export type Value = string | number | null | Uint8Array;

/** One row on its way into a table. */
export interface NewRow {
  table: TableName;
  values: Value[];
}

/** Those whose ids the database counts. */
export const countedTables = Object.entries(tables).flatMap(([table, columns]) => (columns[0] === 'id' ? [table as TableName] : []));
