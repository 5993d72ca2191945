import assert from 'node:assert';
import type { Db } from '../storage/database.ts';
import type { Row, Tables } from '../storage/schema.ts';

type Kept = Record<string, string[]>;

/** Throws where what is kept at write time is not what plain scans of the history yield. */
export async function assertKeptAsScanned(db: Db): Promise<void> {
  const { integrations = [], ...kept } = await keptState(db);
  const { integrations: published = [], ...scanned } = await scannedState(db);
  assert.deepStrictEqual(kept, scanned);
  // An integration stays, with what was recorded of it, when its last pact goes.
  assert.deepStrictEqual(
    published.filter((line) => !integrations.includes(line)),
    [],
  );
}

/** What is kept at write time, as sorted lines. */
async function keptState(db: Db): Promise<Kept> {
  return {
    branchHeads: lines((await all(db, 'branches')).map((b) => [b.id, b.head_version_id, b.head_position])),
    branchHeadPacts: lines((await all(db, 'branch_head_pacts')).map((h) => [h.branch_id, h.provider_id, ...headOf(h)])),
    tagHeads: lines((await all(db, 'tag_heads')).map((h) => [h.pacticipant_id, h.name, h.version_id])),
    tagHeadPacts: lines((await all(db, 'tag_head_pacts')).map((h) => [h.consumer_id, h.provider_id, h.tag, ...headOf(h)])),
    latestVerifications: lines(
      (await all(db, 'latest_verifications')).map((v) => [
        v.pact_version_id,
        v.provider_version_id,
        v.verification_id,
        v.success,
        v.untested,
      ]),
    ),
    branchSuccesses: lines(
      (await all(db, 'branch_successes')).map((s) => [s.pact_version_id, s.branch_id, s.first_success_at, s.first_explicit_at]),
    ),
    integrations: lines((await all(db, 'integrations')).map((i) => [i.consumer_id, i.provider_id])),
    pactVersions: lines((await all(db, 'pact_versions')).map((v) => [v.id])),
    currentlyDeployed: lines(
      (await all(db, 'environment_versions')).filter((d) => d.kind === 'deployed' && d.ended_at === null).map(deploymentKey),
    ),
  };
}

/** The same, worked out from the history by plain scans. */
async function scannedState(db: Db): Promise<Kept> {
  const history = await readHistory(db);
  const { branches, branchVersions, publications, tags, verifications } = history;
  const putOn = (branchId: number) => branchVersions.filter((bv) => bv.branch_id === branchId);
  const onBranch = (branchId: number) => putOn(branchId).map((bv) => bv.version_id);
  /** Of two with the same position, put there at the same moment, the newer version. */
  const lastOn = (branchId: number) => putOn(branchId).toSorted((a, b) => b.position - a.position || b.version_id - a.version_id)[0];
  const providers = [...new Set(publications.map((p) => p.provider_id))];
  const newestOf = (versionIds: number[], providerId: number) =>
    newest(
      publications.filter((p) => p.provider_id === providerId && versionIds.includes(p.consumer_version_id)),
      (p) => p.consumer_version_id,
    );
  const tagNames = [...new Map(tags.map((t) => [`${t.pacticipant_id} ${t.name}`, t])).values()];
  const tagged = (tag: Row<'tags'>) =>
    tags.filter((t) => t.pacticipant_id === tag.pacticipant_id && t.name === tag.name).map((t) => t.version_id);
  return {
    branchHeads: lines(branches.map((b) => [b.id, lastOn(b.id)?.version_id ?? null, lastOn(b.id)?.position ?? null])),
    branchHeadPacts: lines(
      branches.flatMap((b) =>
        providers.flatMap((provider) => newestOf(onBranch(b.id), provider).map((p) => [b.id, provider, ...headOf(asHead(p))])),
      ),
    ),
    tagHeads: lines(tagNames.map((tag) => [tag.pacticipant_id, tag.name, Math.max(...tagged(tag))])),
    tagHeadPacts: lines(
      tagNames.flatMap((tag) =>
        providers.flatMap((provider) =>
          newestOf(tagged(tag), provider).map((p) => [tag.pacticipant_id, provider, tag.name, ...headOf(asHead(p))]),
        ),
      ),
    ),
    latestVerifications: lines(latestVerifications(verifications)),
    branchSuccesses: lines(branchSuccesses(history)),
    integrations: lines(publications.map((p) => [p.consumer_id, p.provider_id])),
    pactVersions: lines(publications.map((p) => [p.pact_version_id])),
    currentlyDeployed: lines(
      (await all(db, 'environment_versions')).filter((d) => d.kind === 'deployed' && d.ended_at === null).map(deploymentKey),
    ),
  };
}

const all = <T extends keyof Tables>(db: Db, table: T) =>
  db
    .selectFrom(table as never)
    .selectAll()
    .execute() as Promise<Row<T>[]>;

async function readHistory(db: Db) {
  return {
    branches: await all(db, 'branches'),
    branchVersions: await all(db, 'branch_versions'),
    publications: await all(db, 'pact_publications'),
    tags: await all(db, 'tags'),
    verifications: await all(db, 'verifications'),
  };
}

function latestVerifications(verifications: Row<'verifications'>[]) {
  const byPair = Map.groupBy(verifications, (v) => `${v.pact_version_id} ${v.provider_version_id}`);
  return [...byPair.values()]
    .flatMap((group) => newest(group, (v) => v.id))
    .map((v) => [v.pact_version_id, v.provider_version_id, v.id, v.success, v.untested]);
}

function branchSuccesses({ branchVersions, verifications }: Awaited<ReturnType<typeof readHistory>>) {
  const successes = verifications.filter((v) => v.success === 1);
  const seen = branchVersions.flatMap((bv) =>
    successes.filter((v) => v.provider_version_id === bv.version_id).map((v) => ({ ...v, branch_id: bv.branch_id })),
  );
  const byPair = Map.groupBy(seen, (v) => `${v.pact_version_id} ${v.branch_id}`);
  const first = (group: typeof seen) => group.map((v) => v.created_at).sort()[0] ?? null;
  return [...byPair.values()].map((group) => [
    group[0]?.pact_version_id,
    group[0]?.branch_id,
    first(group),
    first(group.filter((v) => v.wip === 0)),
  ]);
}

const newest = <T>(rows: T[], order: (row: T) => number): T[] => rows.toSorted((a, b) => order(b) - order(a)).slice(0, 1);

const headOf = (h: { consumer_version_id: number; pact_version_id: number; published_at: string }) => [
  h.consumer_version_id,
  h.pact_version_id,
  h.published_at,
];
const asHead = (p: Row<'pact_publications'>) => ({ ...p, published_at: p.created_at });
const deploymentKey = (d: Row<'environment_versions'>) => [d.environment_id, d.pacticipant_id, d.application_instance];

/** Each once: what is kept must not be doubled either, which the databases' own keys see to. */
const lines = (rows: unknown[][]): string[] => [...new Set(rows.map((row) => JSON.stringify(row)))].sort();
