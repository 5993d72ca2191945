import { join } from 'node:path';
import { breaking, type Participant, providers } from './cast.ts';
import { type Outcome, type Programs, root, together, UnexpectedOutcome } from './programs.ts';
import { chapter, step } from './show.ts';

/** Each provider replays what the broker selects against its real service, and publishes the results. */
export async function verifyProviders(programs: Programs, brokerUrl: string): Promise<void> {
  chapter('Providers replay the contracts against the real service', 'node providers/dataset-service/verify.ts');
  const running = together(providers, (provider) => verify(programs, brokerUrl, provider));
  for (const [index, { name, version }] of providers.entries())
    await step(`${name} ${version}`, async () => {
      const { exitCode, output } = await running[index]!;
      const { passed, all } = count(output);
      if (exitCode !== 0 || all === 0 || passed !== all) throw new UnexpectedOutcome('The provider does not keep its contracts', output);
      return { says: `verified, ${passed} of ${all} interactions` };
    });
}

/** The same for a version that breaks a contract: it must fail, and only where the field is read. */
export async function verifyBreakingVersion(programs: Programs, brokerUrl: string): Promise<void> {
  chapter(
    `${breaking.name} ${breaking.version} says "length" where it said "pointCount"`,
    'DATASET_SERVICE_BEHAVIOUR=renamed-field node providers/dataset-service/verify.ts',
  );
  await step(`${breaking.name} ${breaking.version}`, async () => {
    const { exitCode, output } = await verify(programs, brokerUrl, breaking, breaking.env);
    const { passed, all } = count(output);
    if (exitCode !== 1 || passed >= all) throw new UnexpectedOutcome('The verification should have failed', output);
    return { says: `verification fails, as it should: ${passed} of ${all} interactions` };
  });
}

/** Verifies one version on the main branch, with results; `env` may say otherwise. */
export function verify({ run }: Programs, brokerUrl: string, { name, version }: Participant, env = {}): Promise<Outcome> {
  return run([join(root, 'providers', name, 'verify.ts')], {
    PACT_BROKER_BASE_URL: brokerUrl,
    PROVIDER_VERSION: version,
    PROVIDER_BRANCH: 'main',
    PUBLISH_RESULTS: 'true',
    ...env,
  });
}

export function count(output: string): { passed: number; all: number } {
  const [, passed = '0', all = '0'] = /(\d+) of (\d+) interactions passed/.exec(output) ?? [];
  return { passed: Number(passed), all: Number(all) };
}
