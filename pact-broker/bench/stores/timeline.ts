import type { Pacticipant } from './landscape.ts';
import type { Size } from './sizes.ts';

/** Histories end here, whenever they are made: the same store on every day. */
export const END_OF_HISTORY = Date.parse('2026-11-01T00:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;
const HISTORY = 365 * DAY;
const BETWEEN_FEATURE_VERSIONS = 2 * 60 * 60 * 1000;
/** Pacts for verification are asked for with work in progress since this day. */
export const WIP_SINCE = new Date(END_OF_HISTORY - 30 * DAY).toISOString();

/** `branch` counts a pacticipant's feature branches; undefined is main. `number` counts its versions there. */
export interface VersionEvent {
  at: number;
  pacticipant: Pacticipant;
  branch: number | undefined;
  number: number;
}

/** Every version of every pacticipant in the order of creation. */
export function timeline(size: Size, pacticipants: Pacticipant[], random: () => number): VersionEvent[] {
  const events = pacticipants.flatMap((pacticipant) => [
    ...versionsOnMain(size, pacticipant, random),
    ...versionsOnFeatures(size, pacticipant, random),
  ]);
  return events.sort((a, b) => a.at - b.at);
}

export const featureVersionsEach = ({ versionsEach }: Size): number => Math.floor(versionsEach / 2);

function versionsOnMain(size: Size, pacticipant: Pacticipant, random: () => number): VersionEvent[] {
  const count = size.versionsEach - featureVersionsEach(size);
  const at = (number: number) => Math.floor(END_OF_HISTORY - HISTORY + ((number + random()) / count) * HISTORY);
  return Array.from({ length: count }, (_, number) => ({ at: at(number), pacticipant, branch: undefined, number }));
}

function versionsOnFeatures(size: Size, pacticipant: Pacticipant, random: () => number): VersionEvent[] {
  const count = featureVersionsEach(size) / size.branchesEach;
  const span = pacticipant.busyConsumer ? 28 * DAY : HISTORY - 2 * DAY;
  return Array.from({ length: size.branchesEach }, (_, branch) => {
    const begin = Math.floor(END_OF_HISTORY - DAY - span + ((branch + random()) / size.branchesEach) * span);
    return Array.from({ length: count }, (_, number) => ({ at: begin + number * BETWEEN_FEATURE_VERSIONS, pacticipant, branch, number }));
  }).flat();
}
