import type { Expression } from 'kysely';
import type { Db } from './database.ts';

// Rows of a query become what is kept about heads, unless something newer stands there by now.

/** Takes branch_id, provider_id, consumer_id, consumer_version_id, pact_version_id, published_at. */
export const putBranchHeadPacts = (db: Db, rows: Expression<unknown>) =>
  db
    .insertInto('branch_head_pacts')
    .columns(['branch_id', 'provider_id', 'consumer_id', 'consumer_version_id', 'pact_version_id', 'published_at'])
    .expression(rows)
    .onConflict((c) =>
      c
        .columns(['branch_id', 'provider_id'])
        .doUpdateSet((eb) => ({
          consumer_version_id: eb.ref('excluded.consumer_version_id'),
          pact_version_id: eb.ref('excluded.pact_version_id'),
          published_at: eb.ref('excluded.published_at'),
        }))
        .whereRef('excluded.consumer_version_id', '>=', 'branch_head_pacts.consumer_version_id'),
    );

/** Takes pact_version_id, branch_id, first_success_at; the earliest stays. */
export const putBranchSuccesses = (db: Db, rows: Expression<unknown>) =>
  db
    .insertInto('branch_successes')
    .columns(['pact_version_id', 'branch_id', 'first_success_at'])
    .expression(rows)
    .onConflict((c) =>
      c
        .columns(['pact_version_id', 'branch_id'])
        .doUpdateSet((eb) => ({ first_success_at: eb.ref('excluded.first_success_at') }))
        .whereRef('excluded.first_success_at', '<', 'branch_successes.first_success_at'),
    );

/** Takes pacticipant_id, name, version_id. */
export const putTagHeads = (db: Db, rows: Expression<unknown>) =>
  db
    .insertInto('tag_heads')
    .columns(['pacticipant_id', 'name', 'version_id'])
    .expression(rows)
    .onConflict((c) =>
      c
        .columns(['pacticipant_id', 'name'])
        .doUpdateSet((eb) => ({ version_id: eb.ref('excluded.version_id') }))
        .whereRef('excluded.version_id', '>', 'tag_heads.version_id'),
    );

/** Takes consumer_id, provider_id, tag, consumer_version_id, pact_version_id, published_at. */
export const putTagHeadPacts = (db: Db, rows: Expression<unknown>) =>
  db
    .insertInto('tag_head_pacts')
    .columns(['consumer_id', 'provider_id', 'tag', 'consumer_version_id', 'pact_version_id', 'published_at'])
    .expression(rows)
    .onConflict((c) =>
      c
        .columns(['consumer_id', 'provider_id', 'tag'])
        .doUpdateSet((eb) => ({
          consumer_version_id: eb.ref('excluded.consumer_version_id'),
          pact_version_id: eb.ref('excluded.pact_version_id'),
          published_at: eb.ref('excluded.published_at'),
        }))
        .whereRef('excluded.consumer_version_id', '>=', 'tag_head_pacts.consumer_version_id'),
    );
