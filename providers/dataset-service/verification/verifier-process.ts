import { randomUUID } from 'node:crypto';
import { Verifier } from '@pact-foundation/pact';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { datasetStore } from '../dataset-store.ts';
import { providerStates } from './provider-states.ts';
import { pactSource } from './settings.ts';

const provider = 'dataset-service';
const source = pactSource(provider, process.env);
// The verifier reads these by itself and would verify a whole broker when told of one pact or of files.
for (const name of ['PACT_BROKER_BASE_URL', 'PACT_BROKER_PUBLISH_VERIFICATION_RESULTS']) delete process.env[name];

const { version, behaviour } = readConfig(process.env);
const store = datasetStore({ newId: randomUUID, now: () => new Date() });
const app = createApp({ store, version, behaviour });
const providerBaseUrl = await app.listen({ host: '127.0.0.1', port: 0 });

const verifier = new Verifier({
  ...source,
  provider,
  providerBaseUrl,
  logLevel: 'error',
  stateHandlers: providerStates(store),
  beforeEach: async () => store.clear(),
});
// A failed verification is rejected with the same report that a successful one resolves to.
const outcome = await verifier.verifyProvider().catch((error: Error) => error.message);
await app.close();
process.send?.(outcome);
process.disconnect?.();
