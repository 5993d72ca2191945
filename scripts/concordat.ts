import { Command } from 'commander';
import { addCommands, type CommandEntry } from './commands.ts';
import packageJson from './package.json' with { type: 'json' };

/** Every command there is, in the order that --help lists them. */
const commands: CommandEntry[] = [
  { name: 'serve', summary: 'start the broker; its --help lists the settings', load: () => import('./serve.ts') },
  { name: 'clean', summary: 'delete old versions that nothing needs, or say which would go', load: () => import('./clean.ts') },
  { name: 'openapi', summary: 'compare API documents: diff, changelog, lint-versioning, explain', load: () => import('./openapi.ts') },
  { name: 'demo', summary: 'show the whole story with the example services', load: () => import('./demo.ts') },
];

/** `concordat help serve` is `concordat serve --help`. */
function withHelpLast(args: string[]): string[] {
  return args[0] === 'help' ? [...args.slice(1), '--help'] : args;
}

async function run(args: string[]): Promise<void> {
  const program = new Command('concordat')
    .description('Contract testing: a Pact-compatible broker, and one gate that answers can-i-deploy.')
    .version(packageJson.version)
    .helpCommand('help [command]', 'show the help of a command')
    // As everywhere: 1 is what a command found or could not do, 2 is a command line that means nothing.
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
  await addCommands(program, commands, args);
  await program.parseAsync(args, { from: 'user' });
}

run(withHelpLast(process.argv.slice(2))).catch((error: Error) => {
  console.error(`concordat: ${error.message}`);
  process.exitCode = 1;
});
