import { Verifier } from '@pact-foundation/pact';
import { alertStream } from '../alert-stream.ts';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { messageProviders } from './message-providers.ts';
import { providerStates } from './provider-states.ts';
import { pactSource } from './settings.ts';
import { world } from './world.ts';

const provider = 'detection-service';
const source = pactSource(provider, process.env);
// The verifier reads these by itself and would verify a whole broker when told of one pact or of files.
for (const name of ['PACT_BROKER_BASE_URL', 'PACT_BROKER_PUBLISH_VERIFICATION_RESULTS']) delete process.env[name];

const { version, behaviour } = readConfig(process.env);
const arranged = world();
const { store, fetchDataset } = arranged;
const app = createApp({ store, fetchDataset, alerts: alertStream(), version, behaviour });
const providerBaseUrl = await app.listen({ host: '127.0.0.1', port: 0 });

const verifier = new Verifier({
  ...source,
  provider,
  providerBaseUrl,
  logLevel: 'error',
  stateHandlers: providerStates(arranged),
  messageProviders: messageProviders(arranged, behaviour),
  beforeEach: async () => arranged.clear(),
});
// A failed verification is rejected with the same report that a successful one resolves to.
const outcome = await verifier.verifyProvider().catch((error: Error) => error.message);
await app.close();
process.send?.(outcome);
process.disconnect?.();
