import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import jestConfig from '../../jest.config.ts';
import { consumers } from './cast.ts';
import { officialClient, type Programs, root, UnexpectedOutcome } from './programs.ts';
import { chapter, type Shown, step } from './show.ts';

/** The consumers' real tests, each against Pact's mock of its provider. */
export async function writeContracts({ run }: Programs, folder: string): Promise<void> {
  chapter('Consumers test against a mock of their provider, and so write down what they need of it', "jest '*.pact.test.ts'");
  await step('consumer tests', async () => {
    // Without the PostgreSQL that the whole test run starts.
    const config = JSON.stringify({ ...jestConfig, rootDir: root, globalSetup: undefined, globalTeardown: undefined });
    const report = join(folder, 'consumer-tests.json');
    const jest = ['--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js'), '--config', config];
    const { exitCode, output } = await run([...jest, '--json', '--outputFile', report, '\\.pact\\.test\\.ts$']);
    if (exitCode !== 0) throw new UnexpectedOutcome('The tests of the consumers failed', output);
    const { numPassedTests } = JSON.parse(await readFile(report, 'utf8'));
    const contracts = await describeContracts();
    return { says: `${numPassedTests} passed, ${contracts.length} contracts written`, lines: contracts };
  });
}

/** Each consumer under a version of its own: the client gives one version to all the files of a call. */
export async function publishContracts({ run }: Programs, brokerUrl: string): Promise<void> {
  chapter('CI publishes the contracts', 'pact-broker publish contracts/dashboard-*.json --consumer-app-version 3.2.0 --branch main');
  for (const { name, version } of consumers)
    await step(`${name} ${version}`, async (): Promise<Shown> => {
      const files = (await contractFiles()).filter((file) => file.startsWith(`${name}-`));
      const args = ['publish', ...files.map((file) => `contracts/${file}`), '--consumer-app-version', version, '--branch', 'main'];
      const { exitCode, output } = await run([officialClient, ...args], { PACT_BROKER_BASE_URL: brokerUrl });
      const published = output.match(/View it at/g)?.length ?? 0;
      if (exitCode !== 0 || published !== files.length) throw new UnexpectedOutcome('The contracts were not published', output);
      return { says: `published ${published} of ${files.length}` };
    });
}

async function contractFiles(): Promise<string[]> {
  return (await readdir(join(root, 'contracts'))).filter((file) => file.endsWith('.json')).sort();
}

async function describeContracts(): Promise<string[]> {
  const files = await contractFiles();
  return Promise.all(
    files.map(async (file) => {
      const pact = JSON.parse(await readFile(join(root, 'contracts', file), 'utf8'));
      const version = pact.metadata.pactSpecification.version;
      return `${pact.consumer.name} → ${pact.provider.name}: ${pact.interactions.length} interactions (Pact ${version})`;
    }),
  );
}
