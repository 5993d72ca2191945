import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { VerifierOptions } from '@pact-foundation/pact';

const contracts = fileURLToPath(new URL('../../../contracts/', import.meta.url));

/** Where the pacts come from: one by its address (a webhook), all that a broker selects, or the files of this repository. */
export function pactSource(provider: string, env: NodeJS.ProcessEnv): Partial<VerifierOptions> {
  if (env.PACT_URL) return { ...credentials(env), ...publication(env), pactUrls: [env.PACT_URL] };
  if (!env.PACT_BROKER_BASE_URL) return { pactUrls: localPacts(provider), failIfNoPactsFound: true };
  const { branch } = providerVersion(env);
  return {
    ...credentials(env),
    ...publication(env),
    pactBrokerUrl: env.PACT_BROKER_BASE_URL,
    consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }, ...(branch ? [{ matchingBranch: true }] : [])],
    enablePending: true,
    includeWipPactsSince: env.INCLUDE_WIP_PACTS_SINCE ?? '2026-01-01',
    // No evidence is no pass: a wrong address finds no pacts either.
    failIfNoPactsFound: true,
  };
}

/** Who asks: a token, or a user with a password. */
function credentials({ PACT_BROKER_TOKEN: token, PACT_BROKER_USERNAME: username, PACT_BROKER_PASSWORD: password }: NodeJS.ProcessEnv) {
  if (token) return { pactBrokerToken: token };
  return username ? { pactBrokerUsername: username, pactBrokerPassword: password ?? '' } : {};
}

function providerVersion(env: NodeJS.ProcessEnv) {
  return { version: env.PROVIDER_VERSION ?? env.GIT_COMMIT, branch: env.PROVIDER_BRANCH ?? env.GIT_BRANCH };
}

/** The branch is told even when nothing is published: it decides what is pending and what a matching branch is. */
function publication(env: NodeJS.ProcessEnv): Partial<VerifierOptions> {
  const { version, branch } = providerVersion(env);
  const publish = env.PUBLISH_RESULTS === 'true';
  if (publish && !version) throw new Error('PUBLISH_RESULTS=true needs to know what was verified: set PROVIDER_VERSION or GIT_COMMIT.');
  return {
    ...(publish ? { publishVerificationResult: true } : {}),
    ...(version ? { providerVersion: version } : {}),
    ...(branch ? { providerVersionBranch: branch } : {}),
    ...(env.BUILD_URL ? { buildUrl: env.BUILD_URL } : {}),
  };
}

function localPacts(provider: string) {
  const files = readdirSync(contracts).filter((name) => name.endsWith('.json'));
  return files.map((name) => `${contracts}${name}`).filter((path) => JSON.parse(readFileSync(path, 'utf8')).provider.name === provider);
}
