import type { Pacticipant } from './landscape.ts';
import type { NewRow } from './tables.ts';

/** How many versions on main each environment lies behind the newest. */
const ENVIRONMENTS = [
  { name: 'development', behind: 0 },
  { name: 'test', behind: 2 },
  { name: 'staging', behind: 5 },
  { name: 'preproduction', behind: 10 },
  { name: 'production', behind: 15 },
];
/** Every so many versions on main are deployed. */
const DEPLOYED = 5;

/** Deploys, and counts deployments. */
export class Deployments {
  #count = 0;

  *environments(at: string): Generator<NewRow> {
    for (const [index, { name }] of ENVIRONMENTS.entries()) {
      const production = name === 'production' ? 1 : 0;
      yield { table: 'environments', values: [index + 1, uuid(0, index + 1), name, `The ${name} environment`, production, at, at] };
    }
  }

  /** Moves every environment on after a new version on main. A deployment becomes a row when it has ended. */
  *advance(pacticipant: Pacticipant, newest: number, at: string): Generator<NewRow> {
    if (newest % DEPLOYED !== 0) return;
    for (const [index, { behind }] of ENVIRONMENTS.entries()) {
      const main = Math.max(0, newest - behind);
      const before = pacticipant.deployed[index];
      if (before?.main === main) continue;
      if (before) yield this.#row(pacticipant, index, at);
      pacticipant.deployed[index] = { main, since: at };
    }
  }

  /** What is deployed in the end. */
  *current(pacticipants: Pacticipant[]): Generator<NewRow> {
    for (const pacticipant of pacticipants) for (const index of pacticipant.deployed.keys()) yield this.#row(pacticipant, index, null);
  }

  #row({ id, mainVersionIds, deployed }: Pacticipant, index: number, endedAt: string | null): NewRow {
    const { main, since } = deployed[index] as { main: number; since: string };
    const count = ++this.#count;
    const versionId = mainVersionIds[main] as number;
    return {
      table: 'environment_versions',
      values: [count, uuid(1, count), 'deployed', index + 1, id, versionId, '', since, endedAt ?? since, endedAt],
    };
  }
}

const uuid = (kind: number, count: number): string => `0000000${kind}-0000-4000-8000-${String(count).padStart(12, '0')}`;
