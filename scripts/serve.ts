import type { Command } from 'commander';
import { serve } from '../pact-broker/main.ts';

/** `serve` has no options of its own: settings are environment variables, and its own --help prints them. */
export function define(command: Command): void {
  command
    .helpOption(false)
    .allowUnknownOption()
    .argument('[arguments...]')
    .action((args: string[]) => serve(args.map((each) => (each === '-h' ? '--help' : each))));
}
