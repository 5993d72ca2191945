import { randomUUID } from 'node:crypto';
import { Verifier } from '@pact-foundation/pact';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { datasetStore } from '../dataset-store.ts';
import { providerStates } from './provider-states.ts';
import { pactSource } from './settings.ts';

const provider = 'dataset-service';

/** The verifier's report as JSON: a failed verification is rejected with the same text that a successful one resolves to. */
async function verify(): Promise<string> {
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
    // Of what it warns, complaints.ts picks what matters.
    logLevel: 'warn',
    stateHandlers: providerStates(store),
    beforeEach: async () => store.clear(),
  });
  return verifier.verifyProvider().finally(() => app.close());
}

const outcome = await verify().catch((error: Error) => error.message);
process.send?.(outcome);
process.disconnect?.();
