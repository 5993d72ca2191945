import { Verifier } from '@pact-foundation/pact';
import { startProvider } from './provider.ts';
import type { Question } from './verifier.ts';

/** What the verifier says: a report as JSON, whether it is content or not, or why it could not begin. */
async function verify({ broken, options }: Question): Promise<string> {
  const provider = await startProvider({ broken });
  const verifier = new Verifier({
    ...options,
    providerBaseUrl: provider.url,
    stateHandlers: provider.states,
    beforeEach: async () => provider.reset(),
    logLevel: 'error',
  });
  return verifier
    .verifyProvider()
    .catch((error: Error) => error.message)
    .finally(() => provider.stop());
}

process.on('message', async (question: Question) => process.send?.(await verify(question)));
