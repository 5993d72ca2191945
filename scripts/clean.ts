import { type Command, InvalidArgumentError } from 'commander';
import { type AccessOptions, readAccess } from './clean/broker-access.ts';
import type { CleanOptions } from './clean/clean-options.ts';
import { cleanUp } from './clean/clean-up.ts';
import { showPlan } from './clean/show-plan.ts';

type Given = Omit<CleanOptions, 'broker'> & AccessOptions & { dryRun?: boolean };

export function define(command: Command): void {
  command
    .option('--dry-run', 'only say of each version whether it stays, and why')
    .option('--keep <rules>', `which versions to keep, a JSON list as '[{"max_age":90}]' (the broker's CONCORDAT_CLEAN_KEEP)`)
    .option('--limit <count>', 'versions to delete at the most (no limit)', readCount)
    .option('-b, --broker-base-url <url>', 'the broker (PACT_BROKER_BASE_URL, http://127.0.0.1:9292)')
    .option('-k, --broker-token <token>', 'a bearer token for it (PACT_BROKER_TOKEN)')
    .option('-u, --broker-username <name>', 'or a user, for basic authentication (PACT_BROKER_USERNAME)')
    .option('-p, --broker-password <password>', "that user's password (PACT_BROKER_PASSWORD)")
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
What is deployed, released or a head always stays, and so does what the gate knows of it; beyond that, each version that a rule
names. A rule has some of: pacticipant, branch, tag (a name, or true for any), main_branch, latest, environment, deployed, released
(true), max_age (days); a version that meets all of them stays. A clean-up works for a small part of the time, so that nobody waits
for it, and may take hours the first time. Interrupt it as you like.

  concordat clean --dry-run --keep '[{"max_age":90},{"branch":"main","max_age":365}]'`,
    )
    .action(async ({ dryRun, keep, limit, json, ...access }: Given) => {
      // `| head` closes the pipe before everything is written; that is no failure.
      process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
      const options = { broker: readAccess(access, process.env), keep, limit, json };
      await (dryRun ? showPlan(options) : cleanUp(options));
    });
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1 on.');
  return Number(text);
}
