import type { Command } from 'commander';

/** A line of the command table. What a command needs is loaded only when it is the one that was asked for. */
export interface CommandEntry {
  name: string;
  summary: string;
  load: () => Promise<CommandModule>;
}

/** A command's file: gives the command its options, its arguments and its action, or a table of subcommands. */
interface CommandModule {
  define: (command: Command, args: string[]) => void | Promise<void>;
}

/** Declares every command of the table under `parent`, and defines the one that `args` begins with. */
export async function addCommands(parent: Command, entries: CommandEntry[], args: string[]): Promise<void> {
  for (const { name, summary, load } of entries) {
    const command = parent.command(name).description(summary);
    if (args[0] === name) await (await load()).define(command, args.slice(1));
  }
}
