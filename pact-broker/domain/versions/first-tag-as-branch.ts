const WITHIN_MILLISECONDS = 10_000;

/** Whether a tag put on a version `now` is taken for its branch: the version is new and has neither branches nor tags yet. */
export function tagNamesBranch(version: { createdAt: string; branches: number; tags: number }, now: string): boolean {
  return version.branches === 0 && version.tags === 0 && Date.parse(now) - Date.parse(version.createdAt) <= WITHIN_MILLISECONDS;
}
