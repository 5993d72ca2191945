export interface ContentBefore {
  /** Whether anything is written: the version has this content already where not. */
  written: boolean;
  pactVersionId: number;
  /**
   * The content at the head of each branch and tag of the version, undefined where it is the first there. For a version without
   * a branch or tag: the newest content of all.
   */
  heads: (number | undefined)[];
}

/** Whether a publication brings a branch or a tag content that it did not have before. */
export const contentChanged = ({ written, pactVersionId, heads }: ContentBefore): boolean =>
  written && heads.some((head) => head !== pactVersionId);
