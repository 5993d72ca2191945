import { breaking, inOrderOfDeployment, type Participant } from './cast.ts';
import { explainRefusal } from './explain-refusal.ts';
import { type Outcome, officialClient, type Programs, UnexpectedOutcome } from './programs.ts';
import { chapter, step } from './show.ts';

const environments = ['test', 'production'];

/** Everything is deployed to both environments, each version only after the gate allowed it. */
export async function deployEverything({ run }: Programs, brokerUrl: string): Promise<void> {
  const client = clientOf(run, brokerUrl);
  chapter(
    'Before a deployment the gate is asked; after it, the deployment is recorded',
    `pact-broker ${gate(inOrderOfDeployment[0]!, 'test').join(' ')}`,
  );
  await step('environments', async () => {
    const { output } = await client(['list-environments']);
    if (!environments.every((name) => output.includes(name))) throw new UnexpectedOutcome('A new broker should have environments', output);
    return { says: `${environments.join(', ')}: a new broker has them` };
  });
  for (const participant of inOrderOfDeployment)
    await step(`${participant.name} ${participant.version}`, async () => {
      await Promise.all(
        environments.map(async (environment) => {
          await client(gate(participant, environment));
          await client(['record-deployment', ...versionOf(participant), '--environment', environment]);
        }),
      );
      return { says: `yes, deployed to ${environments.join(' and ')}` };
    });
}

/** The version that fails its verification is refused, with the reason. */
export async function refuseBreakingVersion({ run }: Programs, brokerUrl: string): Promise<void> {
  const question = gate(breaking, 'production');
  chapter('May it go to production?', `pact-broker ${question.join(' ')}`);
  await step('the gate refuses it', async () => {
    const { exitCode, output } = await run([officialClient, ...question], { PACT_BROKER_BASE_URL: brokerUrl });
    if (exitCode !== 1 || !output.includes('Computer says no')) throw new UnexpectedOutcome('The gate should have said no', output);
    return { says: 'Computer says no', lines: await explainRefusal(brokerUrl, output) };
  });
}

export function gate(participant: Participant, environment: string): string[] {
  return ['can-i-deploy', ...versionOf(participant), '--to-environment', environment];
}

function versionOf({ name, version }: Participant): string[] {
  return ['--pacticipant', name, '--version', version];
}

/** The official client; an exit code other than 0 is a failure of the demo. */
export function clientOf(run: Programs['run'], brokerUrl: string): (args: string[]) => Promise<Outcome> {
  return async (args) => {
    const outcome = await run([officialClient, ...args], { PACT_BROKER_BASE_URL: brokerUrl });
    if (outcome.exitCode !== 0) throw new UnexpectedOutcome(`pact-broker ${args.join(' ')}: exit code ${outcome.exitCode}`, outcome.output);
    return outcome;
  };
}
