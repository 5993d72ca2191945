/** What a link relation leads to. */
export interface Relation {
  /** What can be done there. */
  methods: string;
  /** A path to try, with the names of an imagined shop. */
  example: string;
  says: string;
  /** What to send, where something is to be sent. */
  body?: object;
}

export type Relations = Record<string, Relation>;
