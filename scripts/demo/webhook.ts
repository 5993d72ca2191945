import { setTimeout } from 'node:timers/promises';
import { get } from './broker-answers.ts';
import { changed } from './cast.ts';
import { writeChangedContracts } from './changed-contracts.ts';
import { type Ci, startCi } from './ci.ts';
import { clientOf, gate } from './deployments.ts';
import { type Programs, UnexpectedOutcome } from './programs.ts';
import { chapter, type Shown, step } from './show.ts';
import { count } from './verification.ts';

interface ExpectedVerification {
  consumer: { name: string; version: { number: string } };
  provider: { name: string; version: { number: string } };
}

interface GateAnswer {
  summary: { deployable: boolean | null; reason: string };
}

const LONGEST_WAIT = 20_000;

/** A consumer's new version needs more than anyone verified: a webhook has CI verify it, and the gate's "unknown" becomes a yes. */
export async function verifyOnWebhook(programs: Programs, brokerUrl: string, folder: string): Promise<void> {
  const client = clientOf(programs.run, brokerUrl);
  const { name, version, provider } = changed;
  const ci = await startCi(programs, brokerUrl);
  chapter(
    `${name} ${version} reads one more field; a webhook asks the CI of ${provider} whether that holds`,
    `pact-broker create-webhook ${ci.url} --request POST --provider ${provider} --contract-requiring-verification-published …`,
  );
  await step('webhook', async () => {
    await client(webhook(ci));
    return { says: `calls ${ci.url}` };
  });
  const expected = becomesExpected(brokerUrl);
  // Told of when it is waited for; a failed publication is told of first.
  expected.catch(() => {});
  await step(`${name} ${version}`, async () => {
    await client(['publish', ...(await writeChangedContracts(folder)), '--consumer-app-version', version, '--branch', 'main']);
    return { says: 'published, with createdAt of a dataset' };
  });
  await step('/expected-verifications', () => expected);
  await step('the build in CI', () => describeBuild(ci, brokerUrl));
  await step('the gate', async () => {
    const { output } = await client(gate(changed, 'production'));
    if (!output.includes('Computer says yes')) throw new UnexpectedOutcome('The gate should have said yes', output);
    return { says: 'Computer says yes' };
  });
}

function webhook({ url }: Ci): string[] {
  const body = { provider: 'providerName', version: 'providerVersionNumber', branch: 'providerVersionBranch', pactUrl: 'pactUrl' };
  const template = Object.fromEntries(Object.entries(body).map(([name, variable]) => [name, `\${pactbroker.${variable}}`]));
  const request = [url, '--request', 'POST', '--header', 'Content-Type: application/json', '--data', JSON.stringify(template)];
  return ['create-webhook', ...request, '--provider', changed.provider, '--contract-requiring-verification-published'];
}

/** Watches from before the publication on: a result may come while the client is still ending. */
async function becomesExpected(brokerUrl: string): Promise<Shown> {
  const latest = Date.now() + LONGEST_WAIT;
  for (; ; await setTimeout(20)) {
    const [first] = await expectedVerifications(brokerUrl);
    if (first) {
      const { deployable, reason } = await askGate(brokerUrl);
      if (deployable !== null) throw new UnexpectedOutcome('The gate should not have known', reason);
      const { consumer, provider } = first;
      const wanted = `${provider.name} ${provider.version.number}, for ${consumer.name} ${consumer.version.number}`;
      return { says: wanted, lines: [`the gate does not know yet: ${reason}`] };
    }
    if (Date.now() > latest) throw new UnexpectedOutcome('The broker expects no verification', '');
  }
}

async function describeBuild({ build }: Ci, brokerUrl: string): Promise<Shown> {
  const late = setTimeout(LONGEST_WAIT, undefined, { ref: false });
  const outcome = await Promise.race([build, late]);
  if (!outcome) throw new UnexpectedOutcome('No build ended in CI', '');
  const { passed, all } = count(outcome.output);
  if (outcome.exitCode !== 0 || all === 0) throw new UnexpectedOutcome('The provider does not keep the changed contract', outcome.output);
  const left = await expectedVerifications(brokerUrl);
  if (left.length > 0) throw new UnexpectedOutcome('The broker still expects a verification', JSON.stringify(left));
  return { says: `verified, ${passed} of ${all} interactions`, lines: ['/expected-verifications: none any more'] };
}

async function expectedVerifications(brokerUrl: string): Promise<ExpectedVerification[]> {
  const url = `${brokerUrl}/expected-verifications`;
  return (await get<{ _embedded: { expectedVerifications: ExpectedVerification[] } }>(url))._embedded.expectedVerifications;
}

async function askGate(brokerUrl: string): Promise<GateAnswer['summary']> {
  const query = new URLSearchParams({ pacticipant: changed.name, version: changed.version, environment: 'production' });
  return (await get<GateAnswer>(`${brokerUrl}/can-i-deploy?${query}`)).summary;
}
