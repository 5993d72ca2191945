/** Every variable that a template may name: those of the reference. */
export const variableNames = [
  'pactUrl',
  'verificationResultUrl',
  'consumerName',
  'consumerVersionNumber',
  'consumerVersionBranch',
  'consumerVersionTags',
  'consumerLabels',
  'providerName',
  'providerVersionNumber',
  'providerVersionBranch',
  'providerVersionTags',
  'providerVersionDescriptions',
  'providerLabels',
  'currentlyDeployedProviderVersionNumber',
  'buildUrl',
  'eventName',
  'githubVerificationStatus',
  'bitbucketVerificationStatus',
  'azureDevOpsVerificationStatus',
  'gitlabVerificationStatus',
] as const;

export interface SideFacts {
  name: string;
  labels: string[];
}

export interface VersionFacts {
  number: string;
  branch: string | undefined;
  tags: string[];
}

/** What was known when an event happened. Absent members make for empty variables. */
export interface EventFacts {
  event: string;
  consumer: SideFacts;
  provider: SideFacts;
  consumerVersion: VersionFacts;
  providerVersion: VersionFacts | undefined;
  /** Why the provider version matters, such as "latest from the main branch". */
  providerVersionDescriptions: string[];
  pactUrl: string;
  verification: { url: string; success: boolean } | undefined;
  buildUrl: string | null;
  /** Versions of the provider that are deployed now, anywhere. */
  deployedProviderVersions: string[];
}

type Outcome = 'success' | 'failure' | 'pending';
/** The words that each host of builds has for the outcome of one. */
const github: Record<Outcome, string> = { success: 'success', failure: 'failure', pending: 'pending' };
const bitbucket: Record<Outcome, string> = { success: 'SUCCESSFUL', failure: 'FAILED', pending: 'INPROGRESS' };
const azureDevOps: Record<Outcome, string> = { success: 'succeeded', failure: 'failed', pending: 'pending' };
const gitlab: Record<Outcome, string> = { success: 'success', failure: 'failed', pending: 'pending' };

/** The value of each variable for an event. */
export function variablesOf(facts: EventFacts): Record<(typeof variableNames)[number], string> {
  const { consumer, provider, consumerVersion, providerVersion, verification } = facts;
  const outcome: Outcome = verification ? (verification.success ? 'success' : 'failure') : 'pending';
  return {
    pactUrl: facts.pactUrl,
    verificationResultUrl: verification?.url ?? '',
    consumerName: consumer.name,
    consumerVersionNumber: consumerVersion.number,
    consumerVersionBranch: consumerVersion.branch ?? '',
    consumerVersionTags: list(consumerVersion.tags),
    consumerLabels: list(consumer.labels),
    providerName: provider.name,
    providerVersionNumber: providerVersion?.number ?? '',
    providerVersionBranch: providerVersion?.branch ?? '',
    providerVersionTags: list(providerVersion?.tags ?? []),
    providerVersionDescriptions: list(facts.providerVersionDescriptions),
    providerLabels: list(provider.labels),
    currentlyDeployedProviderVersionNumber: facts.deployedProviderVersions.join(','),
    buildUrl: facts.buildUrl ?? '',
    eventName: facts.event,
    githubVerificationStatus: github[outcome],
    bitbucketVerificationStatus: bitbucket[outcome],
    azureDevOpsVerificationStatus: azureDevOps[outcome],
    gitlabVerificationStatus: gitlab[outcome],
  };
}

const list = (items: string[]): string => [...new Set(items)].join(', ');
