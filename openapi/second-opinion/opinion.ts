/** What another checker says of the same pair of documents. */
export interface SecondOpinion {
  /** The package and its version. */
  readonly by: string;
  /** Undefined when it has none: it does not know this kind of document, failed, or took too long. */
  readonly verdict?: 'breaking' | 'compatible' | undefined;
  /** Why it has none. */
  readonly silent?: string | undefined;
  /** What it calls breaking: its own code, and where. */
  readonly breaking: readonly { readonly code: string; readonly where: string }[];
}
