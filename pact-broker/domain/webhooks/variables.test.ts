import { expect, test } from '@jest/globals';
import { type EventFacts, variableNames, variablesOf } from './variables.ts';

const facts: EventFacts = {
  event: 'contract_published',
  consumer: { name: 'Web', labels: ['frontend', 'team-a'] },
  provider: { name: 'API', labels: [] },
  consumerVersion: { number: '1', branch: 'main', tags: ['dev', 'prod'] },
  providerVersion: undefined,
  providerVersionDescriptions: [],
  pactUrl: 'http://b/pact',
  verification: undefined,
  buildUrl: null,
  deployedProviderVersions: ['7', '8'],
};

test('every variable of the protocol has a text, empty where nothing is known', () => {
  const variables = variablesOf(facts);
  expect(Object.keys(variables).sort()).toEqual(
    [
      'pactUrl verificationResultUrl consumerVersionNumber providerVersionNumber providerVersionTags providerVersionBranch',
      'providerVersionDescriptions consumerVersionTags consumerVersionBranch consumerName providerName consumerLabels providerLabels',
      'buildUrl eventName githubVerificationStatus bitbucketVerificationStatus azureDevOpsVerificationStatus',
      'gitlabVerificationStatus currentlyDeployedProviderVersionNumber',
    ]
      .join(' ')
      .split(' ')
      .sort(),
  );
  expect(variables).toMatchObject({
    consumerLabels: 'frontend, team-a',
    consumerVersionTags: 'dev, prod',
    providerVersionNumber: '',
    currentlyDeployedProviderVersionNumber: '7,8',
    buildUrl: '',
  });
});

test.each([
  [undefined, 'pending', 'INPROGRESS', 'pending', 'pending'],
  [true, 'success', 'SUCCESSFUL', 'succeeded', 'success'],
  [false, 'failure', 'FAILED', 'failed', 'failed'],
])('a verification that is %s reads so to GitHub, Bitbucket, Azure DevOps and GitLab', (success, github, bitbucket, azure, gitlab) =>
  expect(variablesOf({ ...facts, verification: success === undefined ? undefined : { url: 'u', success } })).toMatchObject({
    githubVerificationStatus: github,
    bitbucketVerificationStatus: bitbucket,
    azureDevOpsVerificationStatus: azure,
    gitlabVerificationStatus: gitlab,
  }),
);

test('each has a value, and no other', () => expect(Object.keys(variablesOf(facts)).sort()).toEqual([...variableNames].sort()));
