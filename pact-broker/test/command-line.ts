import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** An option that does not exist, or a value that one does not take; the message is all that there is to tell. */
export class WrongOption extends Error {}

/** Runs a command for developers: --help prints its usage, and a wrong option ends it with a sentence, the usage and exit code 2. */
export async function runCommand(usage: string, run: (args: string[]) => Promise<void>): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return console.log(usage);
  try {
    await run(args);
  } catch (error) {
    if (!(error instanceof WrongOption)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  }
}

/** Reads options as `parseArgs` does, and up to so many other arguments. Throws WrongOption. */
export function readArguments<const T extends ParseArgsOptionsConfig>(args: string[], options: T, others = 0) {
  const { values, positionals } = understood(() => parseArgs({ args, options, allowPositionals: true }));
  const tooMany = positionals[others];
  if (tooMany !== undefined) throw new WrongOption(`${tooMany}: this is one argument too many`);
  return { values, positionals };
}

/** A whole number from 1 on. Throws WrongOption. */
export function readCount(option: string, text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new WrongOption(`${option} ${text}: give a whole number from 1 on`);
  return Number(text);
}

/** One of a few names. Throws WrongOption. */
export function readOneOf<const N extends string>(option: string, text: string, names: readonly N[]): N {
  const found = names.find((name) => name === text);
  if (found === undefined) throw new WrongOption(`${option} ${text}: give ${names.join(' or ')}`);
  return found;
}

/** The first sentence of what Node says; the others tell how to write an argument that begins with a dash. */
function understood<R>(parse: () => R): R {
  try {
    return parse();
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new WrongOption((error as Error).message.split('. ', 1)[0] as string);
  }
}
