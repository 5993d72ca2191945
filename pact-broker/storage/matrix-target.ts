import { type RawBuilder, sql } from 'kysely';
import type { Target } from '../domain/matrix/matrix-query.ts';
import type { MatrixRow } from '../domain/matrix/matrix-row.ts';
import type { Db } from './database.ts';
import { namesOf } from './matrix-names.ts';
import { type Parameters, prepared } from './prepared.ts';

interface Values {
  /** The versions asked about, and their pacticipants: these count at the versions asked about, whatever is in the target. */
  versionIds: number[];
  pacticipantIds: number[];
  /** The environment's id, or the name of the tag or branch. */
  target: string | number;
}

/** One version and an environment by their names: the gate's question, asked before anything is known of them. */
export interface GateNames {
  pacticipant: string;
  version: string;
  environment: string;
}

/** How a query is told the versions asked about, their pacticipants, and the target. */
interface Question {
  isAsked: (version: string) => RawBuilder<unknown>;
  isOfAsked: (pacticipant: string) => RawBuilder<unknown>;
  target: RawBuilder<unknown>;
}

/** Where the versions of a target stand: a table, its column with the version, and what picks the target (and the table's current rows). */
interface Source {
  table: string;
  version: string;
  picks: (target: unknown) => RawBuilder<unknown>;
}

const inEnvironment = (target: unknown) => sql`t.environment_id = ${target} and t.ended_at is null`;
const named = (target: unknown) => sql`t.name = ${target}`;

const SOURCES = {
  environment: { table: 'environment_versions', version: 'version_id', picks: inEnvironment },
  'latest-tag': { table: 'tag_heads', version: 'version_id', picks: named },
  tag: { table: 'tags', version: 'version_id', picks: named },
  branch: { table: 'branches', version: 'head_version_id', picks: named },
  'main-branch': {
    table: 'branches',
    version: 'head_version_id',
    picks: () => sql`t.name = (select p.main_branch from pacticipants as p where p.id = t.pacticipant_id)`,
  },
  latest: {
    table: 'versions',
    version: 'id',
    picks: () => sql`t.id = (select max(x.id) from versions as x where x.pacticipant_id = t.pacticipant_id)`,
  },
} satisfies Record<string, Source>;

/**
 * The rows of the question "do these versions work with each other and with everything in the target?": each pact of the versions asked
 * about, with each of its provider's versions in the target, verified or not; each pact that they have with one another; and each
 * that a version in the target has with them. Without a provider version comes a pact whose provider is not in the target, or is asked
 * about and has no result.
 */
function rowsToward(db: Db, source: Source, question: Question) {
  const pairs = sql`${withTarget(source, question)} union ${withOneAnother(question)} union ${ofConsumers(source, question)}`;
  return db
    .selectFrom(sql<Pair>`(${pairs})`.as('pair'))
    .leftJoin('latest_verifications as v', (join) =>
      join.onRef('v.pact_version_id', '=', 'pair.pact_version_id').onRef('v.provider_version_id', '=', 'pair.version_id'),
    )
    .select(['pair.consumer_id', 'pair.consumer_version_id', 'pair.provider_id', 'pair.version_id as provider_version_id'])
    .select(namesOf('pair', 'version_id'))
    .select([
      'pair.publication_id',
      'pair.created_at as published_at',
      'pair.revision',
      'v.success',
      sql<number>`coalesce(v.untested, 0)`.as('untested'),
      'v.created_at as verified_at',
      'v.verification_id',
    ]);
}

interface Pair {
  consumer_id: number;
  consumer_version_id: number;
  provider_id: number;
  pact_version_id: number;
  publication_id: number;
  created_at: string;
  revision: number;
  version_id: number | null;
}

const publication = sql.raw(
  'pp.consumer_id, pp.consumer_version_id, pp.provider_id, pp.pact_version_id, pp.id as publication_id, pp.created_at, pp.revision',
);

const withTarget = ({ table, version, picks }: Source, { isAsked, isOfAsked, target }: Question) =>
  sql`select ${publication}, ${sql.ref(`t.${version}`)} as version_id from pact_publications as pp
    left join ${sql.table(table)} as t on t.pacticipant_id = pp.provider_id and ${picks(target)}
    where ${isAsked('pp.consumer_version_id')} and not ${isOfAsked('pp.provider_id')}`;

const resultsOfAsked = ({ isAsked }: Question) =>
  sql`latest_verifications as r on r.pact_version_id = pp.pact_version_id and ${isAsked('r.provider_version_id')}`;

const withOneAnother = (question: Question) =>
  sql`select ${publication}, r.provider_version_id as version_id from pact_publications as pp
    left join ${resultsOfAsked(question)}
    where ${question.isAsked('pp.consumer_version_id')} and ${question.isOfAsked('pp.provider_id')}`;

const ofConsumers = ({ table, version, picks }: Source, question: Question) =>
  sql`select ${publication}, r.provider_version_id as version_id from integrations as i
    join ${sql.table(table)} as t on t.pacticipant_id = i.consumer_id and ${picks(question.target)}
    join pact_publications as pp on pp.consumer_version_id = ${sql.ref(`t.${version}`)} and pp.provider_id = i.provider_id
    left join ${resultsOfAsked(question)}
    where ${question.isOfAsked('i.provider_id')} and not ${question.isOfAsked('i.consumer_id')}`;

const listed = (p: Parameters<Values>): Question => ({
  isAsked: (column) => p.in(sql.ref(column), 'versionIds'),
  isOfAsked: (column) => p.in(sql.ref(column), 'pacticipantIds'),
  target: sql`${p.value('target')}`,
});

const queries = Object.fromEntries(
  Object.entries(SOURCES).map(([kind, source]) => [kind, prepared<Values, MatrixRow>((db, p) => rowsToward(db, source, listed(p)))]),
) as Record<keyof typeof SOURCES, (db: Db, values: Values) => Promise<MatrixRow[]>>;

/** See `rowsToward`. An environment is given by its id. */
export function findRowsToward(
  db: Db,
  target: Target,
  { environmentId, ...asked }: { versionIds: number[]; pacticipantIds: number[]; environmentId: number },
): Promise<MatrixRow[]> {
  const kind = target.kind === 'tag' && target.latest ? 'latest-tag' : target.kind;
  const value =
    target.kind === 'environment' ? environmentId : target.kind === 'tag' ? target.tag : target.kind === 'branch' ? target.branch : '';
  return queries[kind](db, { ...asked, target: value });
}

/** What the gate's names mean, and with each row of its answer once more; the row's part is null where there is none. */
export type GateRow = { asked_pacticipant_id: number; asked_version_id: number | null; asked_environment_id: number | null } & (
  | MatrixRow
  | { consumer_id: null }
);

/** See `rowsToward`. Hands back no row where there is no such pacticipant, and one without a row's part where nothing else is found. */
export const findRowsOfGate = prepared<GateNames, GateRow>((db, p) => {
  const asked = sql`select p.id as asked_pacticipant_id,
      (select v.id from versions as v where v.pacticipant_id = p.id and v.number = ${p.value('version')}) as asked_version_id,
      (select e.id from environments as e where e.name = ${p.value('environment')}) as asked_environment_id
    from pacticipants as p where p.name = ${p.value('pacticipant')}`;
  const rows = rowsToward(db, SOURCES.environment, {
    isAsked: (column) => sql`${sql.ref(column)} = (select asked_version_id from asked)`,
    isOfAsked: (column) => sql`${sql.ref(column)} = (select asked_pacticipant_id from asked)`,
    target: sql`(select asked_environment_id from asked)`,
  });
  return sql<GateRow>`with asked as materialized (${asked}) select asked.*, r.* from asked left join (${rows}) as r on true`;
});
