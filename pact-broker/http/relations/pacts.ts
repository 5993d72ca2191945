import type { Relations } from './relation.ts';

const PROVIDER = '/pacts/provider/Order%20API';
const BETWEEN = `${PROVIDER}/consumer/Order%20Web`;
const CONTENT = `${BETWEEN}/pact-version/3c6e0b8a9c15224a8228b9a98ca1531d6b2b5a7e`;
const PACT = { consumer: { name: 'Order Web' }, provider: { name: 'Order API' }, interactions: [] };

export const pactRelations: Relations = {
  'publish-contracts': {
    methods: 'POST',
    example: '/contracts/publish',
    says: 'Publishes all contracts of one consumer version together with its branch, tags and build address: all of them or none. The content of each is base64.',
    body: {
      pacticipantName: 'Order Web',
      pacticipantVersionNumber: '1.0.0',
      branch: 'main',
      contracts: [
        { consumerName: 'Order Web', providerName: 'Order API', specification: 'pact', contentType: 'application/json', content: 'e30=' },
      ],
    },
  },
  'publish-pact': {
    methods: 'PUT',
    example: `${BETWEEN}/version/1.0.0`,
    says: 'Publishes one pact under a consumer version, the older way. The branch of the version has to be set by another request; publish-contracts does both.',
    body: PACT,
  },
  contracts: { methods: 'GET', example: `${BETWEEN}/version/1.0.0`, says: 'The pacts that were just published.' },
  'pact-version': {
    methods: 'GET',
    example: CONTENT,
    says: 'A pact by its content. Consumer versions whose pacts a verifier cannot tell apart share one content, and so its verification results.',
  },
  'latest-pact-version': { methods: 'GET', example: `${BETWEEN}/latest`, says: 'The pact of the newest consumer version that has one.' },
  'latest-untagged-pact-version': {
    methods: 'GET',
    example: `${BETWEEN}/latest-untagged`,
    says: 'The pact of the newest consumer version that has no tag.',
  },
  'latest-tagged-pact-version': {
    methods: 'GET',
    example: `${BETWEEN}/latest/prod`,
    says: 'The pact of the newest consumer version with a tag. With branches and environments, ask by those instead.',
  },
  'all-pact-versions': {
    methods: 'GET',
    example: `${BETWEEN}/versions`,
    says: 'Every pact between a consumer and a provider, the newest consumer version first. Add page and size for a part of them.',
  },
  'pact-versions': { methods: 'GET', example: `${BETWEEN}/version/1.0.0`, says: 'The pacts that the answer lists.' },
  pacts: { methods: 'GET', example: `${BETWEEN}/version/1.0.0`, says: 'The pacts that the answer lists.' },
  'tagged-pact-versions': {
    methods: 'GET, DELETE',
    example: `${BETWEEN}/tag/prod`,
    says: 'The pacts whose consumer version has a tag. DELETE removes these pacts; the versions and their tags stay.',
  },
  'branch-pact-versions': { methods: 'GET', example: `${BETWEEN}/branch/main`, says: 'The pacts whose consumer version is on a branch.' },
  'latest-branch-pact-versions': {
    methods: 'GET',
    example: `${BETWEEN}/branch/main/latest/versions`,
    says: 'The newest pact on a branch of the consumer, as a list of one.',
  },
  'main-branch-pact-versions': {
    methods: 'GET',
    example: `${BETWEEN}/branch/versions`,
    says: 'The pacts on the main branch of the consumer, whichever that is.',
  },
  'latest-main-branch-pact-versions': {
    methods: 'GET',
    example: `${BETWEEN}/branch/latest/versions`,
    says: 'The newest pact on the main branch of the consumer, as a list of one.',
  },
  'latest-pact-versions': { methods: 'GET', example: '/pacts/latest', says: 'The newest pact of every consumer with every provider.' },
  'provider-pacts': { methods: 'GET', example: PROVIDER, says: 'Every pact of a provider, of all consumers and versions.' },
  'latest-provider-pacts': { methods: 'GET', example: `${PROVIDER}/latest`, says: 'The newest pact of each consumer with a provider.' },
  'latest-provider-pacts-with-tag': {
    methods: 'GET',
    example: `${PROVIDER}/latest/prod`,
    says: 'The newest pact with a tag, of each consumer with a provider.',
  },
  'provider-pacts-with-tag': {
    methods: 'GET',
    example: `${PROVIDER}/tag/prod`,
    says: 'Every pact of a provider whose consumer version has a tag.',
  },
  'provider-pacts-with-branch': {
    methods: 'GET',
    example: `${PROVIDER}/branch/main`,
    says: 'Every pact of a provider on a branch of its consumers.',
  },
  'provider-pacts-with-main-branch': {
    methods: 'GET',
    example: `${PROVIDER}/branch`,
    says: 'Every pact of a provider on the main branches of its consumers, whatever they are called.',
  },
  'latest-provider-pacts-with-branch': {
    methods: 'GET',
    example: `${PROVIDER}/branch/main/latest`,
    says: 'The newest pact on a branch, of each consumer with a provider.',
  },
  'latest-provider-pacts-with-main-branch': {
    methods: 'GET',
    example: `${PROVIDER}/branch/latest`,
    says: 'The newest pact on the main branch of each consumer with a provider.',
  },
  'provider-pacts-for-verification': {
    methods: 'POST, GET',
    example: `${PROVIDER}/for-verification`,
    says: 'The pacts that a provider is to verify, by consumer version selectors, each with why it was chosen and whether it is pending or in progress. A content that several selectors find comes once.',
    body: {
      consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
      providerVersionBranch: 'main',
      includePendingStatus: true,
    },
  },
  'previous-distinct': {
    methods: 'GET',
    example: `${BETWEEN}/version/1.2.0/previous-distinct`,
    says: 'The newest pact before this one that says something else.',
  },
  'diff-previous-distinct': {
    methods: 'GET',
    example: `${BETWEEN}/version/1.2.0/diff/previous-distinct`,
    says: 'What changed since the pact before that said something else: as text, or as a list where JSON is asked for.',
  },
  diff: {
    methods: 'GET',
    example: `${CONTENT}/diff/pact-version/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567`,
    says: 'What changed from another content to this one.',
  },
  'publish-verification-results': {
    methods: 'POST',
    example: `${CONTENT}/verification-results`,
    says: 'Records what a provider version made of this content. Take the address from the pact as it was read: it may carry why the pact was selected.',
    body: { success: true, providerApplicationVersion: '5.0.0', buildUrl: 'https://ci.example.org/5' },
  },
  'latest-verification-results': {
    methods: 'GET',
    example: `${CONTENT}/verification-results/latest`,
    says: 'The newest result for this content, from whichever provider version.',
  },
  'latest-verification-results-where-pacticipant-is-consumer': {
    methods: 'GET',
    example: '/verification-results/consumer/Order%20Web/version/1.0.0/latest',
    says: 'The newest result for each pact of a consumer version, and who has not answered yet.',
  },
  'matrix-for-consumer-version': {
    methods: 'GET',
    example: '/matrix?q[][pacticipant]=Order%20Web&q[][version]=1.0.0&latestby=cvpv',
    says: 'Every provider version that has verified the pacts of this consumer version, and with what result.',
  },
};
