import type { Relations } from './relation.ts';

const ME = '/pacticipants/Order%20Web';
const VERSION = `${ME}/versions/1.0.0`;

export const pacticipantRelations: Relations = {
  pacticipants: {
    methods: 'GET, POST',
    example: '/pacticipants',
    says: 'The applications that take part in contracts, as consumers, as providers or both. q finds part of a name. POST creates one.',
    body: { name: 'Order Web', mainBranch: 'main' },
  },
  pacticipant: {
    methods: 'GET, PUT, PATCH, DELETE',
    example: ME,
    says: 'One application: its names, its main branch, its repository. DELETE takes all its versions and contracts along.',
    body: { displayName: 'Order web shop', mainBranch: 'main' },
  },
  consumer: { methods: 'GET', example: ME, says: 'The application that calls or reads, and wrote the pact.' },
  provider: {
    methods: 'GET',
    example: '/pacticipants/Order%20API',
    says: 'The application that is called or sends, and verifies the pact.',
  },
  'pacticipants-with-label': { methods: 'GET', example: '/pacticipants/label/checkout', says: 'The applications with a label.' },
  label: {
    methods: 'GET, PUT, DELETE',
    example: `${ME}/labels/checkout`,
    says: 'A label that groups applications. Webhooks can be meant for all with a label.',
  },
  versions: {
    methods: 'GET',
    example: `${ME}/versions`,
    says: 'The versions of an application, newest first. Add page and size for a part of them.',
  },
  version: {
    methods: 'GET, PUT, PATCH, DELETE',
    example: VERSION,
    says: 'A version of an application: its branches, its tags, the address of its build, where it is deployed.',
    body: { branch: 'main', buildUrl: 'https://ci.example.org/1' },
  },
  'pacticipant-version': {
    methods: 'GET, PUT, PATCH, DELETE',
    example: VERSION,
    says: 'A version of an application, by its number. PUT creates or replaces it, PATCH changes what is named.',
    body: { branch: 'main' },
  },
  'consumer-version': { methods: 'GET', example: VERSION, says: 'The version of the consumer that published the pact.' },
  'consumer-versions': { methods: 'GET', example: VERSION, says: 'The consumer versions for which this content was selected.' },
  'provider-version': {
    methods: 'GET',
    example: '/pacticipants/Order%20API/versions/5',
    says: 'The version of the provider that is to verify.',
  },
  'latest-version': { methods: 'GET', example: `${ME}/latest-version`, says: 'The version that was created last.' },
  'latest-tagged-version': { methods: 'GET', example: `${ME}/latest-version/prod`, says: 'The newest version with a tag.' },
  branches: {
    methods: 'GET, DELETE',
    example: `${ME}/branches`,
    says: 'The branches that versions were published from. DELETE removes all but the main branch and those named by exclude[]; versions stay.',
  },
  branch: { methods: 'GET, DELETE', example: `${ME}/branches/main`, says: 'A branch. DELETE removes it; its versions stay.' },
  'pacticipant-branch': {
    methods: 'GET, DELETE',
    example: `${ME}/branches/main`,
    says: 'A branch, by its name. DELETE removes it; its versions stay.',
  },
  'branch-version': {
    methods: 'GET, PUT, DELETE',
    example: `${ME}/branches/main/versions/1.0.0`,
    says: 'That a version is on a branch. PUT puts it there, DELETE takes it off.',
    body: {},
  },
  'pacticipant-branch-version': {
    methods: 'GET, PUT, DELETE',
    example: `${ME}/branches/main/versions/1.0.0`,
    says: 'That a version is on a branch. PUT puts it there and creates what is missing.',
    body: {},
  },
  tag: {
    methods: 'GET, PUT, DELETE',
    example: `${VERSION}/tags/prod`,
    says: 'A tag of a version. PUT sets it, DELETE takes it off.',
    body: {},
  },
  'version-tag': { methods: 'GET, PUT, DELETE', example: `${VERSION}/tags/prod`, says: 'A tag of a version, by both names.', body: {} },
  'pacticipant-version-tag': {
    methods: 'GET, PUT, DELETE',
    example: `${VERSION}/tags/prod`,
    says: 'A tag of a version, by all names.',
    body: {},
  },
  'pacticipant-version-tags': { methods: 'GET', example: `${VERSION}/tags/prod`, says: 'The tags that were just put on the version.' },
  'tag-version': { methods: 'PUT', example: `${VERSION}/tags/dev`, says: 'Tags the version that published this pact.', body: {} },
  'tag-prod-version': {
    methods: 'PUT',
    example: `${VERSION}/tags/prod`,
    says: 'Tags the version that published this pact as prod.',
    body: {},
  },
};
