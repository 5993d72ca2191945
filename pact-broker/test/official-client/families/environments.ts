import type { Family } from '../step.ts';
import { lacks, NOWHERE, nobodyAnswers, notFound } from './lines.ts';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const TAKEN = (name: string) => [`❌ name: name is "${name}", and another environment has that name already. Names are unique.`];

export const environments: Family = {
  name: 'environments',
  prepare: async ({ broker, values }) => {
    const { body } = await broker.post('/environments', { name: 'test', displayName: 'Test', production: false });
    values.TEST = body.uuid;
  },
  steps: [
    { run: 'list-environments', exits: 0, prints: ['UUID | NAME | DISPLAY NAME | PRODUCTION', '<uuid> | test | Test | false'] },
    {
      run: 'list-environments --output json',
      exits: 0,
      prints: { json: { _embedded: { environments: [{ name: 'test', production: false }] } } },
    },
    { run: `list-environments ${NOWHERE}`, exits: 1, prints: nobodyAnswers },
    {
      run: "create-environment --name production --display-name 'The real one' --production --contact-name Ann --contact-email-address ann@example.org",
      exits: 0,
      prints: ['✅ Created production environment in the Pact Broker with UUID <uuid>'],
      leaves: [
        '/environments?name=production',
        {
          _embedded: {
            environments: [
              { displayName: 'The real one', production: true, contacts: [{ name: 'Ann', details: { emailAddress: 'ann@example.org' } }] },
            ],
          },
        },
      ],
    },
    {
      run: 'create-environment --name staging --output json',
      exits: 0,
      prints: { json: { uuid: '<uuid>', name: 'staging', displayName: 'Staging', production: false } },
    },
    { run: 'create-environment --name other --output id', exits: 0, prints: ['<uuid>'] },
    { run: 'create-environment --name test', exits: 1, prints: TAKEN('test') },
    {
      run: "create-environment --name 'a b'",
      exits: 1,
      prints: ['❌ name: name holds a space. Commands and addresses name environments: use a dash, and displayName for people.'],
    },
    { run: 'create-environment', exits: 2, prints: lacks('--name <NAME>') },
    {
      run: 'describe-environment --uuid $TEST',
      exits: 0,
      prints: ['UUID <uuid>', 'Name: test', 'Display Name: Test', 'Production: false', 'Created At: <time>'],
    },
    { run: 'describe-environment --uuid $TEST --output json', exits: 0, prints: { json: { name: 'test', displayName: 'Test' } } },
    { run: `describe-environment --uuid ${UNKNOWN}`, exits: 1, prints: notFound('http://broker/environments/<uuid>') },
    {
      run: "update-environment --uuid $TEST --name test-2 --display-name 'Second test' --production --contact-name Bo",
      exits: 0,
      prints: ['✅ Updated test-2 environment in the Pact Broker with UUID <uuid>'],
      leaves: ['/environments/$TEST', { name: 'test-2', displayName: 'Second test', production: true, contacts: [{ name: 'Bo' }] }],
    },
    { run: 'update-environment --uuid $TEST --name test --output json', exits: 0, prints: { json: { name: 'test', production: false } } },
    {
      run: 'update-environment --uuid $TEST --display-name New',
      exits: 1,
      prints: ['❌ Name is required', '❌ ❌ Name is required'],
      flaw: 'it demands a name that its help has as an option',
    },
    { run: 'update-environment --uuid $TEST --name production', exits: 1, prints: TAKEN('production') },
    {
      run: `update-environment --uuid ${UNKNOWN} --name x`,
      exits: 1,
      prints: ['❌ Environment with UUID <uuid> not found', '❌ Environment with UUID <uuid> not found'],
    },
    {
      run: 'delete-environment --uuid $TEST',
      exits: 0,
      prints: ['✅ Environment test with UUID <uuid> deleted successfully'],
      leaves: ['/environments?name=test', { _embedded: { environments: [] } }],
    },
    { run: 'delete-environment --uuid $TEST', exits: 1, prints: notFound('http://broker/environments/<uuid>') },
  ],
};
