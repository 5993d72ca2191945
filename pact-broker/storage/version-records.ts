import { sql } from 'kysely';
import type { Db } from './database.ts';
import { prepared } from './prepared.ts';

/** A provider that a version, as consumer, has a pact with. */
export interface PactOfVersion {
  version_id: number;
  provider: string;
}

const pacts = prepared<{ versionIds: number[] }, PactOfVersion>((db, p) =>
  db
    .selectFrom('pact_publications as pp')
    .innerJoin('pacticipants as provider', 'provider.id', 'pp.provider_id')
    .select(['pp.consumer_version_id as version_id', 'provider.name as provider'])
    .where(p.in(sql.ref('pp.consumer_version_id'), 'versionIds'))
    .orderBy('pp.consumer_version_id')
    .orderBy('provider.name'),
);

/** The pacts of several versions, in one question. */
export const findPactsOfVersions = (db: Db, versionIds: number[]) => (versionIds.length === 0 ? [] : pacts(db, { versionIds }));

/** That a version was deployed to an environment, or released there. */
export interface VersionRecord {
  kind: 'deployed' | 'released';
  version_id: number;
  uuid: string;
  environment_name: string;
  environment_display_name: string | null;
  /** '' for the instance without a name, and for releases. */
  application_instance: string;
  created_at: string;
  ended_at: string | null;
}

const records = prepared<{ versionIds: number[] }, VersionRecord>((db, p) =>
  db
    .selectFrom('environment_versions as r')
    .innerJoin('environments as e', 'e.id', 'r.environment_id')
    .select(['r.kind', 'r.version_id', 'r.uuid', 'e.name as environment_name', 'e.display_name as environment_display_name'])
    .select(['r.application_instance', 'r.created_at', 'r.ended_at'])
    .where(p.in(sql.ref('r.version_id'), 'versionIds'))
    .orderBy('r.version_id')
    .orderBy('r.kind')
    .orderBy('r.id'),
);

/** Where several versions were deployed and released, in one question, oldest first. */
export const findRecordsOfVersions = (db: Db, versionIds: number[]) => (versionIds.length === 0 ? [] : records(db, { versionIds }));
