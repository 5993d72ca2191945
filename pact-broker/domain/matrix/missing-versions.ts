import type { MatrixQuery, VersionSelector } from './matrix-query.ts';

/** The selectors that mean no version at all. */
export const missingVersions = <T extends { versionIds: number[] | undefined }>(selected: T[]): T[] =>
  selected.filter(({ versionIds }) => versionIds?.length === 0);

/** Whether what a selector names is to be left out of the answer. */
export const isSelectorIgnored = (selector: VersionSelector, ignore: MatrixQuery['ignore']): boolean =>
  ignore.some(
    ({ pacticipant, version }) => pacticipant === selector.pacticipant && (version === undefined || version === selector.version),
  );
