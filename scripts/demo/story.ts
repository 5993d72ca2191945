import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import colour from 'picocolors';
import { compareDocuments } from './api-documents.ts';
import { type DemoBroker, startBroker } from './broker.ts';
import { publishContracts, writeContracts } from './contracts.ts';
import { deployEverything, refuseBreakingVersion } from './deployments.ts';
import { type Programs, programs, UnexpectedOutcome } from './programs.ts';
import { chapter, step } from './show.ts';
import { verifyBreakingVersion, verifyProviders } from './verification.ts';
import { verifyOnWebhook } from './webhook.ts';

/** The demo, from an empty broker to a refused deployment. Ends what it started and removes what it wrote, however it ends. */
export async function tellStory({ stay }: { stay: boolean }): Promise<void> {
  const started = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'concordat-demo-'));
  const curtain = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => curtain.abort());
  const company = programs({ folder, signal: curtain.signal });
  let broker: DemoBroker | undefined;
  try {
    chapter(
      'A broker starts, its data in a temporary folder',
      'CONCORDAT_WEBHOOK_HOSTS=127.0.0.1 CONCORDAT_WEBHOOK_SCHEMES=http concordat serve',
    );
    await step('broker', async () => {
      broker = await startBroker(company, folder);
      return { says: colour.cyan(broker.url) };
    });
    await play(company, folder, broker!.url);
    console.log(
      `\n${colour.green('Every step did what it should')} ${colour.dim(`in ${Math.round((performance.now() - started) / 1000)} s`)}`,
    );
    if (stay) await stayUp(broker!, curtain.signal);
  } catch (error) {
    process.exitCode = curtain.signal.aborted ? 130 : 1;
    console.error(curtain.signal.aborted ? '\nInterrupted.' : describeFailure(error as Error));
  } finally {
    curtain.abort();
    await broker?.ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function play(company: Programs, folder: string, brokerUrl: string): Promise<void> {
  await writeContracts(company, folder);
  await publishContracts(company, brokerUrl);
  await verifyProviders(company, brokerUrl);
  await deployEverything(company, brokerUrl);
  await verifyOnWebhook(company, brokerUrl, folder);
  await compareDocuments(company, folder);
  await verifyBreakingVersion(company, brokerUrl);
  await refuseBreakingVersion(company, brokerUrl);
}

async function stayUp({ url, ended }: DemoBroker, curtain: AbortSignal): Promise<void> {
  chapter('The broker stays up until Ctrl-C');
  console.log(`  ${colour.cyan(url)}`);
  await ended;
  if (!curtain.aborted) throw new Error('The broker ended by itself');
}

function describeFailure(error: Error): string {
  const output = error instanceof UnexpectedOutcome ? `\n${error.output.trim()}` : '';
  return `\n${colour.red(error.message)}${output}`;
}
