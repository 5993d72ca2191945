import { type Expression, sql } from 'kysely';
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

/** Of successful verifications v: when the first was, and when the first that was not work in progress. */
export const firstSuccesses = [
  sql<string>`min(v.created_at)`.as('first_success_at'),
  sql<string | null>`min(case when v.wip = 0 then v.created_at end)`.as('first_explicit_at'),
];

/** Takes pact_version_id, branch_id, first_success_at, first_explicit_at; the earliest of each stays. */
export const putBranchSuccesses = (db: Db, rows: Expression<unknown>) =>
  db
    .insertInto('branch_successes')
    .columns(['pact_version_id', 'branch_id', 'first_success_at', 'first_explicit_at'])
    .expression(rows)
    .onConflict((c) =>
      c
        .columns(['pact_version_id', 'branch_id'])
        .doUpdateSet({ first_success_at: earlier('first_success_at'), first_explicit_at: earlier('first_explicit_at') })
        .where(sql<boolean>`${isEarlier('first_success_at')} or ${isEarlier('first_explicit_at')}`),
    );

const isEarlier = (column: string) =>
  sql`(excluded.${sql.ref(column)} < ${kept(column)} or (${kept(column)} is null and excluded.${sql.ref(column)} is not null))`;
const earlier = (column: string) => sql<string>`case when ${isEarlier(column)} then excluded.${sql.ref(column)} else ${kept(column)} end`;
const kept = (column: string) => sql.ref(`branch_successes.${column}`);

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
