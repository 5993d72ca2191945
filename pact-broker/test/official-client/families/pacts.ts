import { expect } from '@jest/globals';
import { publication } from '../../contracts.ts';
import type { Family, Scene } from '../step.ts';
import { among, lacks, NOWHERE, nobodyAnswers, notFound } from './lines.ts';

async function publish({ broker, receiver, values }: Scene): Promise<void> {
  await broker.post('/contracts/publish', publication('Web', '1', ['API', 'Users'], { branch: 'main' }));
  await broker.post('/contracts/publish', publication('Web', '2', ['API'], { branch: 'next', path: '/next' }));
  await broker.post('/contracts/publish', publication('Mobile', '7', ['API'], { branch: 'main', path: '/m' }));
  const environment = await broker.post('/environments', { name: 'test', production: false });
  await broker.post(`/pacticipants/Mobile/versions/7/deployed-versions/environment/${environment.body.uuid}`, {});
  receiver.reply({ status: 503 });
  values.TEST = environment.body.uuid;
}

const LIST = 'CONSUMER | TITLE | LINK';
const link = (consumer: string, version: string) =>
  `"${consumer}" | "Pact between ${consumer} (${version}) and API" | "http://broker/pacts/provider/API/consumer/${consumer}/version/${version}"`;
const STATES = 'Provider State Name | Consumers | Parameters';
const statesOf = (scope: string, ...lines: string[]) => ['Provider States for Provider: API', scope, ...lines];

export const pacts: Family = {
  name: 'pacts',
  prepare: publish,
  steps: [
    {
      run: 'list-latest-pact-versions',
      exits: 0,
      prints: [
        'CONSUMER | CONSUMER_VERSION | PROVIDER | CREATED_AT',
        '"Mobile" | "7" | "API" | "<time>"',
        '"Web" | "2" | "API" | "<time>"',
        '"Web" | "1" | "Users" | "<time>"',
      ],
    },
    {
      run: 'list-latest-pact-versions --output json',
      exits: 0,
      prints: { json: { pacts: [{ _embedded: { consumer: { name: 'Mobile' } } }, {}, { _embedded: { provider: { name: 'Users' } } }] } },
    },
    { run: `list-latest-pact-versions ${NOWHERE}`, exits: 1, prints: nobodyAnswers },
    {
      run: 'list-latest-pact-versions --broker-base-url $RECEIVER --retries 1',
      exits: 1,
      prints: ["❌ Request to pact broker path '' failed: 503 Service Unavailable. URL: 'http://receiver'"],
    },
    { run: 'get-pacts --provider API', exits: 0, prints: [LIST, link('Mobile', '7'), link('Web', '1')] },
    { run: 'get-pacts --provider API --latest', exits: 0, prints: [LIST, link('Mobile', '7'), link('Web', '1')] },
    { run: 'get-pacts --provider API --branch next', exits: 0, prints: [LIST, link('Web', '2')] },
    {
      run: 'get-pacts --provider API --branch next --latest --output json',
      exits: 0,
      prints: { json: { pacts: [{ name: 'Web', href: 'http://broker/pacts/provider/API/consumer/Web/version/2' }] } },
    },
    { run: 'get-pacts --provider API --branch nope', exits: 0, prints: [LIST] },
    {
      run: 'get-pacts --provider API --branch feat/x',
      exits: 1,
      prints: notFound('/pacts/provider/API/branch/feat/x'),
      flaw: 'it does not encode the slash of a branch',
    },
    { run: 'get-pacts --provider API --consumer Web', exits: 0, prints: [LIST, link('Web', '1')] },
    { run: 'get-pacts --provider API --consumer Web --branch next', exits: 0, prints: [LIST, link('Web', '2')] },
    {
      run: 'get-pacts --provider API --consumer Web --branch main --latest --output json',
      exits: 0,
      prints: { json: { consumer: { name: 'Web' }, interactions: [{ description: 'a request for /things' }] } },
    },
    {
      run: 'get-pacts --provider API --consumer Web --branch main --latest',
      exits: 101,
      prints: among(expect.stringContaining("thread 'main'")),
      flaw: 'it expects a list where it asks for one pact',
    },
    { run: 'get-pacts --provider API --consumer Web --latest', exits: 0, prints: [LIST], flaw: 'it asks for a branch named latest' },
    {
      run: 'get-pacts --provider API --download --download-dir down --latest',
      exits: 0,
      prints: ['→ down/Mobile-API-7.json', '→ down/Web-API-1.json', LIST, link('Mobile', '7'), link('Web', '1')],
    },
    { run: 'get-pacts --provider Nobody', exits: 1, prints: notFound('/pacts/provider/Nobody/branch') },
    { run: 'get-pacts --provider API --consumer Nobody', exits: 1, prints: notFound('/pacts/provider/API/consumer/Nobody/branch') },
    { run: 'get-pacts', exits: 2, prints: lacks('--provider <PROVIDER>') },
    {
      run: 'provider-states list --provider API',
      exits: 0,
      prints: statesOf('Scope: Main branch', STATES, 'things exist | Web, Mobile |'),
    },
    {
      run: 'provider-states list --provider API --branch next',
      exits: 0,
      prints: statesOf('Branch: next', STATES, 'things exist | Web |'),
    },
    { run: 'provider-states list --provider API --branch nope', exits: 0, prints: statesOf('Branch: nope', 'No provider states found.') },
    {
      run: 'provider-states list --provider API --environment test --json',
      exits: 0,
      prints: { json: { providerStates: [{ name: 'things exist', consumers: ['Mobile'] }] } },
    },
    {
      run: 'provider-states list --provider API --environment $TEST',
      exits: 0,
      prints: statesOf('Environment: <uuid>', STATES, 'things exist | Mobile |'),
    },
    {
      run: 'provider-states list --provider API --environment nowhere',
      exits: 1,
      prints: notFound('/pacts/provider/API/provider-states/environment/nowhere'),
    },
    { run: 'provider-states list --provider Nobody', exits: 1, prints: notFound('/pacts/provider/Nobody/provider-states') },
  ],
};
