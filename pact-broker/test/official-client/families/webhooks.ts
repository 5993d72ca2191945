import { expect } from '@jest/globals';
import { publication } from '../../contracts.ts';
import type { Family } from '../step.ts';
import { lacks } from './lines.ts';

const UUID = '11111111-2222-4333-8444-555555555555';
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const EVENTS = [
  'contract_content_changed',
  'contract_published',
  'provider_verification_published',
  'provider_verification_failed',
  'provider_verification_succeeded',
  'contract_requiring_verification_published',
];
const allEvents = EVENTS.map((name) => `--${name.replaceAll('_', '-')}`).join(' ');
const refused = (text: string) => [`❌ Failed to create webhook: failed validation - ["${text.replaceAll('"', '\\"')}"]`];
const PRIVATE =
  'request.url: 10.0.0.1 is not a public address, and this broker sends webhooks to those only. CONCORDAT_WEBHOOK_HOSTS names what is allowed beside them.';

export const webhooks: Family = {
  name: 'webhooks',
  prepare: async ({ broker, receiver }) => {
    await broker.post('/contracts/publish', publication('Web', '1', ['API'], { branch: 'main' }));
    receiver.reply((path) => (path === '/broken' ? { status: 500 } : {}));
  },
  steps: [
    {
      run: `create-webhook $RECEIVER/build --request POST --header 'Content-Type: application/json' --data '{"pact":"\${pactbroker.pactUrl}"}' --user ann:secret --consumer Web --provider API --description 'Verify it' ${allEvents}`,
      exits: 0,
      prints: {
        json: {
          description: 'Verify it',
          consumer: { name: 'Web' },
          provider: { name: 'API' },
          events: EVENTS.map((name) => ({ name })),
          request: {
            method: 'POST',
            url: 'http://receiver/build',
            username: 'ann',
            password: '**********',
            headers: { 'content-type': 'application/json' },
            body: { pact: '${pactbroker.pactUrl}' },
          },
        },
      },
    },
    {
      run: "create-webhook $RECEIVER/build -X POST --consumer-label a --provider-label b --contract-published -H 'X-A: 1' 'X-B: 2'",
      exits: 0,
      prints: { json: { consumer: { label: 'a' }, provider: { label: 'b' }, request: { headers: { 'x-a': '1', 'x-b': '2' } } } },
    },
    {
      run: 'create-webhook $RECEIVER/build -X POST',
      exits: 1,
      prints: [expect.stringContaining('No events specified for webhook, you must specify at least one of --contract-content-changed')],
    },
    {
      run: 'create-webhook $RECEIVER/build --contract-published',
      exits: 1,
      prints: refused('request.method: The method is missing. Give POST.'),
    },
    {
      run: 'create-webhook $RECEIVER/build -X POST --contract-published --provider Nobody',
      exits: 1,
      prints: refused('provider.name: No pacticipant is named "Nobody". Names compare exactly.'),
    },
    { run: 'create-webhook http://10.0.0.1/build -X POST --contract-published', exits: 1, prints: refused(PRIVATE) },
    {
      run: 'create-webhook $RECEIVER/build -X DELETE --contract-published',
      exits: 1,
      prints: refused('request.method: The method DELETE is not allowed by this broker; POST is. CONCORDAT_WEBHOOK_METHODS names what is.'),
    },
    {
      run: 'create-webhook nonsense -X POST --contract-published',
      exits: 1,
      prints: refused('request.url: The url is not an absolute URL, such as https://ci.example.org/build.'),
    },
    {
      run: `create-or-update-webhook $RECEIVER/build --uuid ${UUID} -X POST --contract-published`,
      exits: 0,
      prints: { json: { events: [{ name: 'contract_published' }], request: { url: 'http://receiver/build' } } },
    },
    {
      run: `create-or-update-webhook $RECEIVER/other --uuid ${UUID} -X POST -d '{"a":1}' --contract-published --provider API`,
      exits: 0,
      prints: { json: { provider: { name: 'API' }, request: { url: 'http://receiver/other', body: { a: 1 } } } },
      leaves: [`/webhooks/${UUID}`, { uuid: UUID, request: { url: expect.stringMatching(/other$/), body: { a: 1 } } }],
    },
    {
      run: `create-or-update-webhook http://10.0.0.1/ --uuid ${UUID} -X POST --contract-published`,
      exits: 1,
      prints: refused(PRIVATE),
      leaves: [`/webhooks/${UUID}`, { request: { url: expect.stringMatching(/other$/) } }],
    },
    {
      run: 'create-or-update-webhook $RECEIVER/build --uuid short -X POST --contract-published',
      exits: 1,
      prints: refused('uuid: The uuid of a new webhook has 16 to 64 characters: letters, digits, - and _.'),
    },
    {
      run: `test-webhook --uuid ${UUID}`,
      exits: 0,
      prints: { json: { success: true, request: { body: { a: 1 } }, response: { status: 200, body: { ok: true } } } },
    },
    {
      run: `test-webhook --uuid ${UNKNOWN}`,
      exits: 1,
      prints: [
        "❌ Failed to execute webhook: Link/Resource was not found - Request to pact broker path '/webhooks/<uuid>' failed: 404 Not Found. URL: 'http://broker'",
      ],
    },
    {
      run: `create-or-update-webhook $RECEIVER/broken --uuid ${UUID} -X POST --contract-published`,
      exits: 0,
      prints: { json: { request: { url: 'http://receiver/broken' } } },
    },
    {
      run: `test-webhook --uuid ${UUID}`,
      exits: 0,
      prints: { json: { success: false, response: { status: 500 } } },
      flaw: 'it exits with 0 whatever the receiver answered',
    },
    {
      run: `delete-webhook --uuid ${UUID}`,
      exits: 0,
      prints: ['Webhook with UUID <uuid> successfully deleted'],
      leaves: [`/webhooks/${UUID}`, { error: expect.any(String) }],
    },
    {
      run: `delete-webhook --uuid ${UUID}`,
      exits: 0,
      prints: ['Webhook with UUID <uuid> was not found'],
      flaw: 'it exits with 0 where there is nothing to delete',
    },
    { run: 'delete-webhook', exits: 2, prints: lacks('--uuid <UUID>') },
  ],
};
