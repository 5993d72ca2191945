import { NotFound } from '../../domain/errors.ts';
import { findHeadOfBranch } from '../../storage/branch-lists.ts';
import { findBranch } from '../../storage/branches.ts';
import type { Db } from '../../storage/database.ts';
import type { Environment } from '../../storage/environments.ts';
import type { Page } from '../../storage/paging.ts';
import { findHeadOfTag } from '../../storage/tags.ts';
import { findPactsOfVersions, findRecordsOfVersions, type VersionRecord } from '../../storage/version-records.ts';
import {
  countVersions,
  findLatestVersion,
  findVersion,
  findVersionMarks,
  findVersions,
  type Version,
  type VersionFilter,
  type VersionMark,
} from '../../storage/versions.ts';
import { readEnvironments } from '../environments/read-environments.ts';
import { requirePacticipant } from '../pacticipants/require-pacticipant.ts';

/** A version with everything that its representation shows. */
export interface VersionDetails {
  pacticipant: string;
  version: Version;
  marks: VersionMark[];
  /** The providers that it has pacts with. */
  providers: string[];
  records: VersionRecord[];
}

/** A version on its own, and the environments that it could be deployed to. */
export interface SingleVersion {
  details: VersionDetails;
  environments: Environment[];
}

export interface VersionList {
  versions: VersionDetails[];
  total: number;
}

/** Throws PacticipantNotFound, NotFound. */
export async function readVersion(db: Db, pacticipant: string, number: string): Promise<SingleVersion> {
  const { id } = await requirePacticipant(db, pacticipant);
  const version = await findVersion(db, id, number);
  return describeOne(db, pacticipant, version, `version ${number} of ${pacticipant}`);
}

/** The newest version, or the newest with a tag or on a branch. Throws PacticipantNotFound, NotFound. */
export async function readLatestVersion(db: Db, pacticipant: string, of: { tag?: string; branch?: string } = {}): Promise<SingleVersion> {
  const { id } = await requirePacticipant(db, pacticipant);
  if (of.tag !== undefined) {
    return describeOne(db, pacticipant, await findHeadOfTag(db, id, of.tag), `version of ${pacticipant} with tag "${of.tag}"`);
  }
  if (of.branch !== undefined) {
    return describeOne(db, pacticipant, await findHeadOfBranch(db, id, of.branch), `version of ${pacticipant} on branch "${of.branch}"`);
  }
  return describeOne(db, pacticipant, await findLatestVersion(db, id), `version of ${pacticipant}`);
}

/** All versions of a pacticipant, newest first. Throws PacticipantNotFound. */
export async function readVersions(db: Db, pacticipant: string, page?: Page): Promise<VersionList> {
  const { id } = await requirePacticipant(db, pacticipant);
  return readList(db, { id, pacticipant, filter: {} }, page);
}

/** The versions with a tag. Throws PacticipantNotFound, and NotFound where no version has the tag. */
export async function readVersionsWithTag(db: Db, { pacticipant, tag }: { pacticipant: string; tag: string }, page?: Page) {
  const { id } = await requirePacticipant(db, pacticipant);
  if (!(await findHeadOfTag(db, id, tag))) throw new NotFound(`version of ${pacticipant} with tag "${tag}"`);
  return readList(db, { id, pacticipant, filter: { tag } }, page);
}

/** The versions on a branch. Throws PacticipantNotFound, NotFound. */
export async function readVersionsOnBranch(db: Db, { pacticipant, branch }: { pacticipant: string; branch: string }, page?: Page) {
  const { id } = await requirePacticipant(db, pacticipant);
  if (!(await findBranch(db, id, branch))) throw new NotFound(`branch "${branch}" of ${pacticipant}`);
  return readList(db, { id, pacticipant, filter: { branch } }, page);
}

export async function readList(
  db: Db,
  { id, pacticipant, filter }: { id: number; pacticipant: string; filter: VersionFilter },
  page?: Page,
): Promise<VersionList> {
  const rows = await findVersions(db, id, filter, page);
  const total = page ? await countVersions(db, id, filter) : rows.length;
  return { versions: await describe(db, pacticipant, rows), total };
}

async function describeOne(db: Db, pacticipant: string, version: Version | undefined, what: string): Promise<SingleVersion> {
  if (!version) throw new NotFound(what);
  const [details] = await describe(db, pacticipant, [version]);
  return { details: details as VersionDetails, environments: await readEnvironments(db) };
}

/** Three questions for any number of versions. */
async function describe(db: Db, pacticipant: string, versions: Version[]): Promise<VersionDetails[]> {
  const ids = versions.map(({ id }) => id);
  const marks = Map.groupBy(await findVersionMarks(db, ids), ofVersion);
  const pacts = Map.groupBy(await findPactsOfVersions(db, ids), ofVersion);
  const records = Map.groupBy(await findRecordsOfVersions(db, ids), ofVersion);
  return versions.map((version) => ({
    pacticipant,
    version,
    marks: marks.get(version.id) ?? [],
    providers: (pacts.get(version.id) ?? []).map(({ provider }) => provider),
    records: records.get(version.id) ?? [],
  }));
}

const ofVersion = ({ version_id }: { version_id: number }) => version_id;
