import type { Command } from 'commander';
import { addCommands, type CommandEntry } from './commands.ts';

/** The commands that compare API documents; each loads the engine only when it runs. */
const commands: CommandEntry[] = [
  {
    name: 'diff',
    summary: 'what changed between two API documents, and whether it breaks anyone',
    load: () => import('./openapi/diff.ts'),
  },
  { name: 'changelog', summary: 'what changed for users of an API, from version to version', load: () => import('./openapi/changelog.ts') },
  {
    name: 'lint-versioning',
    summary: "is each step of the API's version as large as the change?",
    load: () => import('./openapi/lint-versioning.ts'),
  },
  { name: 'explain', summary: 'what a rule means, why it breaks, and what to do instead', load: () => import('./openapi/explain.ts') },
  {
    name: 'convert-ignores',
    summary: "a config from oasdiff's lists of ignored changes and levels",
    load: () => import('./openapi/convert-ignores.ts'),
  },
];

export async function define(command: Command, args: string[]): Promise<void> {
  // 1 says "found something" here, so a mistyped option must be a 2.
  command.helpCommand(false).exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
  await addCommands(command, commands, args);
}
