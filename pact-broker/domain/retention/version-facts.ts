/** What is known of a version when it is decided whether it stays. */
export interface VersionFacts {
  pacticipant: string;
  number: string;
  mainBranch: string | null;
  createdAt: string;
  /** Whether its pacticipant has no newer one. */
  newest: boolean;
  branches: Mark[];
  tags: Mark[];
  /** Names of environments where it is deployed now, or released and supported. */
  deployed: string[];
  released: string[];
  headPacts: HeadPact[];
  /** What would be lost of webhooks: a request not sent yet, or a result that one asked for and that is still to come. */
  awaited: ('webhook' | 'verification')[];
}

interface Mark {
  name: string;
  /** Whether the version is the head of the branch, or the newest with the tag. */
  head: boolean;
}

/** Of a consumer version: its pact with a provider is the newest on a branch, with a tag, or of all. */
export interface HeadPact {
  provider: string;
  of: 'branch' | 'tag' | 'all';
  /** Of the branch or the tag. */
  name: string;
}

/** Of a provider version: what is known of a pact in use only through it. */
export interface Evidence {
  consumer: string;
  /** The newest result, or the first success (of all, of a branch or with a tag). */
  is: 'newest' | 'first-success';
}
