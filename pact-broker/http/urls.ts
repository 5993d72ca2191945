const enc = encodeURIComponent;

/** Every address of the API, absolute, from the base URL that the client used. Names are percent-encoded, slashes too. */
export class Urls {
  readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  /** The base without scheme and host, which are whatever a client sent: nothing, or a path that begins with one slash. */
  basePath = () => this.base.replace(/^[^/]*\/\/[^/]*/, '').replace(/^\/+/, '/');
  /** The address that a client asked for, with its query. */
  asked = (pathAndQuery: string) => `${this.base}${pathAndQuery}`;
  heartbeat = () => `${this.base}/diagnostic/status/heartbeat`;

  pacticipants = () => `${this.base}/pacticipants`;
  pacticipant = (name: string) => `${this.base}/pacticipants/${enc(name)}`;
  label = (pacticipant: string, label: string) => `${this.pacticipant(pacticipant)}/labels/${enc(label)}`;
  labels = () => `${this.base}/labels`;

  versions = (pacticipant: string) => `${this.pacticipant(pacticipant)}/versions`;
  version = (pacticipant: string, number: string) => `${this.pacticipant(pacticipant)}/versions/${enc(number)}`;
  latestVersion = (pacticipant: string) => `${this.pacticipant(pacticipant)}/latest-version`;
  versionsWithTag = (pacticipant: string, tag: string) => `${this.pacticipant(pacticipant)}/tags/${enc(tag)}/versions`;
  tag = (pacticipant: string, number: string, tag: string) => `${this.version(pacticipant, number)}/tags/${enc(tag)}`;
  branches = (pacticipant: string) => `${this.pacticipant(pacticipant)}/branches`;
  branch = (pacticipant: string, branch: string) => `${this.pacticipant(pacticipant)}/branches/${enc(branch)}`;
  versionsOfBranch = (pacticipant: string, branch: string) => `${this.branch(pacticipant, branch)}/versions`;
  branchVersion = (pacticipant: string, branch: string, number: string) => `${this.branch(pacticipant, branch)}/versions/${enc(number)}`;
  latestVersionOfBranch = (pacticipant: string, branch: string) => `${this.branch(pacticipant, branch)}/latest-version`;

  providerPacts = (provider: string) => `${this.base}/pacts/provider/${enc(provider)}`;
  pacts = (consumer: string, provider: string) => `${this.providerPacts(provider)}/consumer/${enc(consumer)}`;
  pact = (consumer: string, number: string, provider: string) => `${this.pacts(consumer, provider)}/version/${enc(number)}`;
  latestPacts = () => `${this.base}/pacts/latest`;
  latestPact = (consumer: string, provider: string) => `${this.pacts(consumer, provider)}/latest`;
  pactVersion = (consumer: string, provider: string, sha: string) => `${this.pacts(consumer, provider)}/pact-version/${sha}`;
  /** A pact by its content, carrying why it was selected, so that a published result can be led back to the consumer versions. */
  pactVersionWithMetadata = (consumer: string, provider: string, sha: string, metadata: string) =>
    `${this.pactVersion(consumer, provider, sha)}/metadata/${metadata}`;
  verificationResult = (consumer: string, provider: string, sha: string, number: number) =>
    `${this.pactVersion(consumer, provider, sha)}/verification-results/${number}`;
  latestVerificationResultsOfConsumerVersion = (consumer: string, number: string) =>
    `${this.base}/verification-results/consumer/${enc(consumer)}/version/${enc(number)}/latest`;
  forVerification = (provider: string) => `${this.providerPacts(provider)}/for-verification`;
  pactWebhooks = (consumer: string, provider: string) => `${this.base}/webhooks/provider/${enc(provider)}/consumer/${enc(consumer)}`;

  consumerWebhooks = (consumer: string) => `${this.base}/webhooks/consumer/${enc(consumer)}`;

  integrations = () => `${this.base}/integrations`;
  integration = (consumer: string, provider: string) => `${this.integrations()}/provider/${enc(provider)}/consumer/${enc(consumer)}`;
  dashboard = () => `${this.base}/dashboard`;
  integrationDashboard = (consumer: string, provider: string) =>
    `${this.base}/dashboard/provider/${enc(provider)}/consumer/${enc(consumer)}`;
  integrationMatrix = (consumer: string, provider: string) => `${this.base}/matrix/provider/${enc(provider)}/consumer/${enc(consumer)}`;
  webhookStatus = (consumer: string, provider: string) => `${this.pacts(consumer, provider)}/webhooks/status`;
  cleanUp = () => `${this.base}/clean-up`;
  cleanUpPlan = () => `${this.cleanUp()}/plan`;
  dependencies = () => `${this.base}/diagnostic/status/dependencies`;

  environments = () => `${this.base}/environments`;
  environment = (uuid: string) => `${this.base}/environments/${uuid}`;
  currentlyDeployed = (uuid: string) => `${this.environment(uuid)}/deployed-versions/currently-deployed`;
  currentlySupported = (uuid: string) => `${this.environment(uuid)}/released-versions/currently-supported`;
  deployedVersions = (pacticipant: string, number: string, environmentUuid: string) =>
    `${this.version(pacticipant, number)}/deployed-versions/environment/${environmentUuid}`;
  releasedVersions = (pacticipant: string, number: string, environmentUuid: string) =>
    `${this.version(pacticipant, number)}/released-versions/environment/${environmentUuid}`;
  deployedVersion = (uuid: string) => `${this.base}/deployed-versions/${uuid}`;
  releasedVersion = (uuid: string) => `${this.base}/released-versions/${uuid}`;

  matrixForVersion = (pacticipant: string, number: string) => {
    const query = new URLSearchParams({ 'q[][pacticipant]': pacticipant, 'q[][version]': number, latestby: 'cvpv' });
    return `${this.base}/matrix?${query}`;
  };
  relations = () => `${this.base}/doc`;
  relation = (name: string) => `${this.relations()}/${enc(name)}`;
  explorer = () => `${this.base}/hal-browser/browser.html`;
  curie = (context: string) => ({ name: 'pb', href: `${this.base}/doc/{rel}?context=${context}`, templated: true });
}
