import { type RawBuilder, sql } from 'kysely';
import type { Db } from './database.ts';
import { first, prepared } from './prepared.ts';

const counts = {
  pacticipants: sql<number>`(select count(*) from pacticipants)`,
  pacticipantsWithMainBranch: sql<number>`(select count(*) from pacticipants where main_branch is not null)`,
  integrations: sql<number>`(select count(*) from integrations)`,
  publications: sql<number>`(select count(*) from pact_publications)`,
  firstPublication: sql<string | null>`(select min(created_at) from pact_publications)`,
  lastPublication: sql<string | null>`(select max(created_at) from pact_publications)`,
  pactVersions: sql<number>`(select count(*) from pact_versions)`,
  verifications: sql<number>`(select count(*) from verifications)`,
  successes: sql<number>`(select count(*) from verifications where success = 1)`,
  distinctVerifications: sql<number>`(select count(*) from latest_verifications)`,
  firstVerification: sql<string | null>`(select min(created_at) from verifications)`,
  lastVerification: sql<string | null>`(select max(created_at) from verifications)`,
  versions: sql<number>`(select count(*) from versions)`,
  versionsOnBranch: sql<number>`(select count(distinct version_id) from branch_versions)`,
  tags: sql<number>`(select count(*) from tags)`,
  tagNames: sql<number>`(select count(distinct name) from tag_heads)`,
  tagsOfPacticipants: sql<number>`(select count(*) from tag_heads)`,
  webhooks: sql<number>`(select count(*) from webhooks)`,
  deliveries: sql<number>`(select count(*) from webhook_deliveries)`,
  failedDeliveries: sql<number>`(select count(*) from webhook_deliveries where status = 'failure')`,
  deliveryAttempts: sql<number>`(select count(*) from webhook_attempts)`,
  environments: sql<number>`(select count(*) from environments)`,
  deployedVersions: sql<number>`(select count(*) from environment_versions where kind = 'deployed')`,
  currentlyDeployed: sql<number>`(select count(*) from environment_versions where kind = 'deployed' and ended_at is null)`,
  releasedVersions: sql<number>`(select count(*) from environment_versions where kind = 'released')`,
  currentlySupported: sql<number>`(select count(*) from environment_versions where kind = 'released' and ended_at is null)`,
};

export type Counts = { [K in keyof typeof counts]: (typeof counts)[K] extends RawBuilder<infer T> ? T : never };

const allCounts = prepared<object, Counts>((db) =>
  db.selectNoFrom(Object.entries(counts).map(([name, count]) => (count as RawBuilder<number>).as(name))).$castTo<Counts>(),
);

/** How much there is of everything. */
export const findCounts = async (db: Db): Promise<Counts> => first(await allCounts(db, {})) as Counts;

interface Share {
  value: number;
  count: number;
}

const revisions = prepared<object, Share>((db) =>
  db
    .selectFrom('pact_publications')
    .select(['revision as value', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('revision')
    .orderBy('revision'),
);

const results = prepared<object, Share>((db) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('verifications')
        .select((e) => e.fn.countAll<number>().as('value'))
        .groupBy('pact_version_id')
        .as('by_content'),
    )
    .select(['value', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('value')
    .orderBy('value'),
);

/** How many publications have how many revisions. */
export const findRevisionDistribution = (db: Db) => revisions(db, {});
/** How many contents have how many results. */
export const findResultDistribution = (db: Db) => results(db, {});

/** Asks the database anything. Rejects where it does not answer. */
export async function askDatabase(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}
