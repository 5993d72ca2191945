import type { Pairing } from './pairing.ts';

/** The newest pact of an integration, and its last result from whichever provider version. */
export interface NewestPact extends Pairing {
  /** A branch that its consumer version is on. */
  branch: string | undefined;
  publishedAt: string;
  verifiedAt: string | undefined;
}

/** The newest versions on both main branches. A branch is undefined where the pacticipant has no main branch. */
export interface OnMain extends Pairing {
  consumerBranch: string | undefined;
  providerBranch: string | undefined;
  verifiedAt: string | undefined;
}

/** Every consumer version in an environment beside every provider version there. */
export interface InEnvironment {
  environment: string;
  pairings: Pairing[];
}

/** Who depends on whom, and whether it works: of what is newest, on main and in each environment. */
export interface IntegrationOverview {
  consumer: string;
  provider: string;
  /** Undefined where its pacts were deleted. */
  newest: NewestPact | undefined;
  main: OnMain;
  /** Those that the consumer or the provider is in. */
  environments: InEnvironment[];
}
