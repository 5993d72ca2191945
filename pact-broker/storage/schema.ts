import type { ColumnType, Generated, Insertable, Selectable } from 'kysely';

/**
 * The tables of one tenant, alike on SQLite and PostgreSQL.
 * Times are ISO 8601 texts in UTC with milliseconds, so that text order is time order. Booleans are 0 or 1.
 */
type Id = Generated<number>;
/** Written once, never changed. */
type Fixed<T> = ColumnType<T, T, never>;
/** Stored as 0 or 1 on both databases. */
export type Flag = 0 | 1;

export interface Tables {
  pacticipants: {
    id: Id;
    name: Fixed<string>;
    display_name: string | null;
    main_branch: string | null;
    repository_url: string | null;
    repository_name: string | null;
    repository_namespace: string | null;
    created_at: Fixed<string>;
    updated_at: string;
  };
  labels: { pacticipant_id: Fixed<number>; name: Fixed<string>; created_at: Fixed<string> };
  /** The id is the order of versions: the order of their creation. */
  versions: {
    id: Id;
    pacticipant_id: Fixed<number>;
    number: Fixed<string>;
    build_url: string | null;
    created_at: Fixed<string>;
    updated_at: string;
  };
  /** The head is the version put on the branch last, with its position there; null once every version left it. */
  branches: {
    id: Id;
    pacticipant_id: Fixed<number>;
    name: Fixed<string>;
    head_version_id: number | null;
    head_position: number | null;
    created_at: Fixed<string>;
    updated_at: string;
  };
  /** `position` is the order in which versions were put on the branch. */
  branch_versions: {
    branch_id: Fixed<number>;
    version_id: Fixed<number>;
    position: Fixed<number>;
    created_at: Fixed<string>;
    updated_at: string;
  };
  tags: { version_id: Fixed<number>; name: Fixed<string>; pacticipant_id: Fixed<number>; created_at: Fixed<string> };
  tag_heads: { pacticipant_id: Fixed<number>; name: Fixed<string>; version_id: number };
  /** When a tag was first put on a version; it stays when that version goes. */
  tag_beginnings: { pacticipant_id: Fixed<number>; name: Fixed<string>; began_at: Fixed<string> };

  integrations: {
    id: Id;
    consumer_id: Fixed<number>;
    provider_id: Fixed<number>;
    created_at: Fixed<string>;
    contract_data_updated_at: string;
  };
  /** A pact by its content. The sha leaves out what cannot affect verification. */
  pact_versions: { id: Id; consumer_id: Fixed<number>; provider_id: Fixed<number>; sha: Fixed<string>; created_at: Fixed<string> };
  /** zstd-compressed JSON, kept off the rows that the gate reads. */
  pact_contents: { pact_version_id: Fixed<number>; content: Fixed<Uint8Array> };
  /** consumer_id stands here again, and consumer_version_id is its own sort key, so that the matrix needs no join to sort. */
  pact_publications: {
    id: Id;
    consumer_id: Fixed<number>;
    provider_id: Fixed<number>;
    consumer_version_id: Fixed<number>;
    pact_version_id: number;
    revision: number;
    created_at: string;
  };
  /** Kept when written: the newest publication of each branch for each provider. */
  branch_head_pacts: {
    branch_id: Fixed<number>;
    provider_id: Fixed<number>;
    consumer_id: Fixed<number>;
    consumer_version_id: number;
    pact_version_id: number;
    published_at: string;
  };
  /** Kept when written: the newest publication of each consumer version tag for each provider. */
  tag_head_pacts: {
    consumer_id: Fixed<number>;
    provider_id: Fixed<number>;
    tag: Fixed<string>;
    consumer_version_id: number;
    pact_version_id: number;
    published_at: string;
  };

  verifications: {
    id: Id;
    pact_version_id: Fixed<number>;
    consumer_id: Fixed<number>;
    provider_id: Fixed<number>;
    provider_version_id: Fixed<number>;
    success: Fixed<Flag>;
    /** Whether the pact had been handed out as work in progress. */
    wip: ColumnType<Flag, Flag | undefined, never>;
    /** Of how many interactions the verifier told no result. */
    untested: ColumnType<number, number | undefined, never>;
    build_url: Fixed<string | null>;
    created_at: Fixed<string>;
  };
  /** What the verifier reported (zstd-compressed JSON), and which consumer versions it had been handed. */
  verification_results: { verification_id: Fixed<number>; body: Fixed<Uint8Array> };
  /** Kept when written: the last result of each pact content with each provider version. */
  latest_verifications: {
    pact_version_id: Fixed<number>;
    provider_version_id: Fixed<number>;
    consumer_id: Fixed<number>;
    provider_id: Fixed<number>;
    verification_id: number;
    success: Flag;
    untested: ColumnType<number, number | undefined, number>;
    created_at: string;
  };
  /**
   * Kept when written: when a provider branch first verified a content with success, which ends that it is pending, and when it first
   * did so other than as work in progress, which ends that.
   */
  branch_successes: {
    pact_version_id: Fixed<number>;
    branch_id: Fixed<number>;
    first_success_at: string;
    first_explicit_at: string | null;
  };

  environments: {
    id: Id;
    uuid: Fixed<string>;
    name: string;
    display_name: string | null;
    production: Flag;
    contacts: string | null;
    created_at: Fixed<string>;
    updated_at: string;
  };
  /**
   * A version deployed to an application instance ('' for the one that has no name), or released (always ''). In the environment
   * while `ended_at` is null.
   */
  environment_versions: {
    id: Id;
    uuid: Fixed<string>;
    kind: Fixed<'deployed' | 'released'>;
    environment_id: Fixed<number>;
    pacticipant_id: Fixed<number>;
    version_id: Fixed<number>;
    application_instance: Fixed<string>;
    created_at: Fixed<string>;
    updated_at: string;
    ended_at: string | null;
  };

  /** `headers` is JSON; `body` is JSON, or null for none; `secrets` is encrypted, and the mask stands for each in the other columns. */
  webhooks: {
    id: Id;
    uuid: Fixed<string>;
    description: string | null;
    enabled: Flag;
    consumer_id: number | null;
    consumer_label: string | null;
    provider_id: number | null;
    provider_label: string | null;
    method: string;
    url: string;
    headers: string;
    body: string | null;
    username: string | null;
    password: string | null;
    secrets: string | null;
    created_at: Fixed<string>;
    updated_at: string | null;
  };
  webhook_events: { webhook_id: Fixed<number>; name: Fixed<string>; position: Fixed<number> };
  /**
   * The outbox. Due when `next_attempt_at` has come, which is null once it ended; whoever takes it moves that time on and leaves
   * a lease, so that it comes due again should they die. `required_version_id` is the provider version that an event of
   * contract_requiring_verification_published asks a result of.
   */
  webhook_deliveries: {
    id: Id;
    uuid: Fixed<string>;
    webhook_id: number | null;
    name: Fixed<string>;
    event: Fixed<string>;
    trigger_type: Fixed<'resource_creation' | 'user'>;
    pact_version_id: Fixed<number>;
    consumer_version_id: Fixed<number>;
    verification_id: Fixed<number | null>;
    required_version_id: Fixed<number | null>;
    variables: Fixed<string>;
    status: 'not_run' | 'retrying' | 'success' | 'failure';
    attempts_made: number;
    next_attempt_at: string | null;
    lease: string | null;
    created_at: Fixed<string>;
  };
  webhook_attempts: {
    delivery_id: Fixed<number>;
    number: Fixed<number>;
    success: Fixed<Flag>;
    log: string;
    attempted_at: Fixed<string>;
  };
  /** One row: who is cleaning up, until when, and what came of the last time that the schedule did; `stopped` is 1 where it had not come to the end. */
  clean_up: {
    id: Fixed<number>;
    lease: string | null;
    leased_until: string | null;
    started_at: string | null;
    ended_at: string | null;
    deleted: number;
    stopped: Flag;
  };
}

export type Row<T extends keyof Tables> = Selectable<Tables[T]>;
export type NewRow<T extends keyof Tables> = Insertable<Tables[T]>;
