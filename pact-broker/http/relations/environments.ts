import type { Relations } from './relation.ts';

const UUID = '6d5b1d0c-6a5c-4f0e-8e0c-0f5f9a1b2c3d';
const VERSION = '/pacticipants/Order%20Web/versions/1.0.0';

export const environmentRelations: Relations = {
  environments: {
    methods: 'GET, POST',
    example: '/environments',
    says: 'Where applications run. The gate asks what runs there.',
    body: { name: 'production', production: true },
  },
  environment: {
    methods: 'GET, PUT, DELETE',
    example: `/environments/${UUID}`,
    says: 'One environment.',
    body: { name: 'production', production: true },
  },
  'record-deployment': {
    methods: 'POST',
    example: `${VERSION}/deployed-versions/environment/${UUID}`,
    says: 'Records that the version now runs in an environment, in place of the one that ran there before. Name the instance where several versions run side by side.',
    body: { applicationInstance: 'blue' },
  },
  'record-release': {
    methods: 'POST',
    example: `${VERSION}/released-versions/environment/${UUID}`,
    says: 'Records that the version was handed out, as an app or a library is. Others that were handed out before stay supported.',
    body: {},
  },
  'deployed-environments': {
    methods: 'GET, PATCH',
    example: `/deployed-versions/${UUID}`,
    says: 'Where the version is deployed. PATCH with currentlyDeployed false says that it no longer is.',
    body: { currentlyDeployed: false },
  },
  'released-environments': {
    methods: 'GET, PATCH',
    example: `/released-versions/${UUID}`,
    says: 'Where the version is released. PATCH with currentlySupported false ends its support.',
    body: { currentlySupported: false },
  },
  'currently-deployed-deployed-versions': {
    methods: 'GET',
    example: `/environments/${UUID}/deployed-versions/currently-deployed`,
    says: 'What is deployed to an environment now.',
  },
  'currently-supported-released-versions': {
    methods: 'GET',
    example: `/environments/${UUID}/released-versions/currently-supported`,
    says: 'What is released to an environment and supported now.',
  },
  'can-i-deploy-pacticipant-version-to-environment': {
    methods: 'GET',
    example: '/can-i-deploy?pacticipant=Order%20Web&version=1.0.0&environment=production',
    says: 'Whether a version works with everything in an environment. The summary says yes, no or unknown, the notices say why.',
  },
  'can-i-deploy-pacticipant-version-to-tag': {
    methods: 'GET',
    example: '/can-i-deploy?pacticipant=Order%20Web&version=1.0.0&to=prod',
    says: 'Whether a version works with the newest versions that have a tag, for those who do not record deployments.',
  },
  'can-i-deploy-badge': {
    methods: 'GET',
    example: '/pacticipants/Order%20Web/latest-version/dev/can-i-deploy/to/prod/badge',
    says: 'A picture for a page: does the newest version with a tag work with those of another tag?',
  },
  'can-i-deploy-branch-to-environment-badge': {
    methods: 'GET',
    example: '/pacticipants/Order%20Web/branches/main/latest-version/can-i-deploy/to-environment/production/badge',
    says: 'A picture for a page: can the head of a branch be deployed to an environment?',
  },
};
