import { createHash } from 'node:crypto';
import { Deployments } from './deployments.ts';
import { landscape } from './landscape.ts';
import { Pacts } from './pacts.ts';
import { randomFrom } from './random.ts';
import type { Size } from './sizes.ts';
import type { NewRow } from './tables.ts';
import { timeline, type VersionEvent } from './timeline.ts';
import { Verifications } from './verifications.ts';

const SEED = 20261101;
const iso = (at: number): string => new Date(at).toISOString();

/**
 * Plays a year of publishing, verifying and deploying, and yields every row in the order in which it would have come to be,
 * so that what lies side by side in the tables is what came at the same time.
 */
export function* history(size: Size): Generator<NewRow> {
  const random = randomFrom(SEED);
  const pacticipants = landscape(size);
  const deployments = new Deployments();
  const verifications = new Verifications(random);
  const pacts = new Pacts(size, random);
  const events = timeline(size, pacticipants, random);
  const begin = iso((events[0] as VersionEvent).at);
  for (const { id, name } of pacticipants) yield { table: 'pacticipants', values: [id, name, 'main', begin, begin] };
  yield* deployments.environments(begin);
  let nextBranch = 1;
  for (const [index, event] of events.entries()) {
    const { pacticipant, branch = -1 } = event;
    const versionId = index + 1;
    const at = iso(event.at);
    if (!pacticipant.branchIds.has(branch)) {
      pacticipant.branchIds.set(branch, nextBranch);
      yield { table: 'branches', values: [nextBranch++, pacticipant.id, branchName(branch), at, at] };
    }
    yield* version(event, versionId, at);
    yield* pacts.publish(event, versionId, at, function* (integration, content) {
      yield* verifications.ofNewContent(integration, content, at);
    });
    yield* verifications.byVersion(event, versionId, at);
    if (event.branch === undefined) yield* deployments.advance(pacticipant, event.number, at);
  }
  yield* deployments.current(pacticipants);
}

function* version({ pacticipant, branch, number }: VersionEvent, versionId: number, at: string): Generator<NewRow> {
  const commit = createHash('sha1')
    .update(`${pacticipant.name}/${branch ?? 'main'}/${number}`)
    .digest('hex');
  yield { table: 'versions', values: [versionId, pacticipant.id, commit, `https://ci.example.org/builds/${versionId}`, at, at] };
  yield { table: 'branch_versions', values: [pacticipant.branchIds.get(branch ?? -1) as number, versionId, at, at] };
  if (branch !== undefined) return;
  pacticipant.mainVersionIds.push(versionId);
  yield { table: 'tags', values: [versionId, 'main', pacticipant.id, at] };
}

const branchName = (branch: number): string => (branch < 0 ? 'main' : `feat/change-${branch + 1}`);
