import { publication } from '../../contracts.ts';
import type { Family } from '../step.ts';
import { notFound } from './lines.ts';

const DEPLOYED = '/environments/$TEST/deployed-versions/currently-deployed';
const RELEASED = '/environments/$TEST/released-versions/currently-supported';
const deployed = (...numbers: string[]) => ({
  _embedded: { deployedVersions: numbers.map((number) => ({ _embedded: { version: { number } } })) },
});
const released = (...numbers: string[]) => ({
  _embedded: { releasedVersions: numbers.map((number) => ({ _embedded: { version: { number } } })) },
});

// The client says some of its errors twice.
const missing = (text: string) => [`❌ ${text}`, `❌ ❌ ${text}`];
const unknownVersion = notFound('http://broker/pacticipants/Web/versions/9');
const recorded = (what: string) => [`✅ Recorded ${what} to test environment in the Pact Broker.`];

export const deployments: Family = {
  name: 'deployments',
  prepare: async ({ broker, values }) => {
    for (const version of ['1', '2']) await broker.post('/contracts/publish', publication('Web', version, ['API']));
    const { body } = await broker.post('/environments', { name: 'test', production: false });
    values.TEST = body.uuid;
  },
  steps: [
    {
      run: 'record-deployment --pacticipant Web --version 1 --environment test',
      exits: 0,
      prints: recorded('deployment of Web version 1'),
      leaves: [DEPLOYED, deployed('1')],
    },
    {
      run: 'record-deployment -a Web -e 2 --environment test --application-instance blue',
      exits: 0,
      prints: ['✅ Recorded deployment of Web version 2 to test environment (application instance blue) in the Pact Broker.'],
      leaves: [`${DEPLOYED}?applicationInstance=blue`, deployed('2')],
    },
    {
      run: 'record-deployment -a Web -e 2 --environment test --output json',
      exits: 0,
      prints: { json: { currentlyDeployed: true, _embedded: { version: { number: '2' }, environment: { name: 'test' } } } },
    },
    { run: 'record-deployment -a Web -e 9 --environment test', exits: 1, prints: unknownVersion },
    { run: 'record-deployment -a Web -e 1 --environment nowhere', exits: 1, prints: missing('Environment nowhere does not exist') },
    {
      run: 'record-undeployment --pacticipant Web --environment test --application-instance blue',
      exits: 0,
      prints: ['✅ ♻️ Undeployed Web from test environment (application instance blue)'],
      leaves: [DEPLOYED, deployed('2')],
    },
    {
      run: 'record-undeployment -a Web --environment test',
      exits: 0,
      prints: ['✅ ♻️ Undeployed Web from test environment'],
      leaves: [DEPLOYED, deployed()],
    },
    {
      run: 'record-undeployment -a Web --environment test',
      exits: 1,
      prints: ['❌ Web is not currently deployed to test environment. Cannot record undeployment.'],
    },
    { run: 'record-undeployment -a Web --environment nowhere', exits: 1, prints: ['❌ Environment nowhere not found'] },
    {
      run: 'record-release --pacticipant Web --version 1 --environment test',
      exits: 0,
      prints: recorded('release of Web version 1'),
      leaves: [RELEASED, released('1')],
    },
    {
      run: 'record-release -a Web -e 2 --environment test --output json',
      exits: 0,
      prints: { json: { currentlySupported: true, _embedded: { version: { number: '2' }, environment: { name: 'test' } } } },
      leaves: [RELEASED, released('1', '2')],
    },
    { run: 'record-release -a Web -e 9 --environment test', exits: 1, prints: unknownVersion },
    { run: 'record-release -a Web -e 1 --environment nowhere', exits: 1, prints: missing('Environment nowhere does not exist') },
    {
      run: 'record-support-ended --pacticipant Web --version 1 --environment test',
      exits: 0,
      prints: ['✅ ♻️ Recorded support ended for application Web, version 1 from test environment'],
      leaves: [RELEASED, released('2')],
    },
    {
      run: 'record-support-ended -a Web -e 1 --environment test',
      exits: 1,
      prints: missing('No currently released versions found for Web in test environment'),
    },
    { run: 'record-support-ended -a Web -e 2 --environment nowhere', exits: 1, prints: missing('Environment nowhere not found') },
  ],
};
