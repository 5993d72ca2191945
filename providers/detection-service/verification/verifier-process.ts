import { Verifier } from '@pact-foundation/pact';
import { alertStream } from '../alert-stream.ts';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { messageProviders } from './message-providers.ts';
import { providerStates } from './provider-states.ts';
import { pactSource } from './settings.ts';
import { world } from './world.ts';

const provider = 'detection-service';

/** The verifier's report as JSON: a failed verification is rejected with the same text that a successful one resolves to. */
async function verify(): Promise<string> {
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
    // Of what it warns, complaints.ts picks what matters.
    logLevel: 'warn',
    stateHandlers: providerStates(arranged),
    messageProviders: messageProviders(arranged, behaviour),
    beforeEach: async () => arranged.clear(),
  });
  return verifier.verifyProvider().finally(() => app.close());
}

const outcome = await verify().catch((error: Error) => error.message);
process.send?.(outcome);
process.disconnect?.();
