/** Something that the user can put right: its message is all that is printed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Gives an action the exit code of what cannot be read: 2, with one line and never a stack trace. */
export function reportingFailures<Arguments extends unknown[]>(action: (...args: Arguments) => Promise<number>) {
  // `| head` closes the pipe before everything is written; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  return async (...args: Arguments): Promise<void> => {
    try {
      process.exitCode = await action(...args);
    } catch (error) {
      console.error(`concordat: ${failureText(error as Error)}`);
      process.exitCode = 2;
    }
  };
}

/** By name, so that --help and mistyped options need not load the engine for its classes. */
const FORESEEN = new Set(['ConfigError', 'DocumentError', 'UsageError']);

/** An error in one line. What nobody foresaw says so; CONCORDAT_DEBUG shows where it came from. */
export function failureText(error: Error): string {
  if (FORESEEN.has(error.name)) return oneLine(error.message);
  if (process.env.CONCORDAT_DEBUG) return `${error.stack}`;
  return `internal error: ${oneLine(error.message)} (CONCORDAT_DEBUG=1 shows where)`;
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a file's name or text must not steer the terminal.
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}
