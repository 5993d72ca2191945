import type { Command } from 'commander';
import { reportingFailures } from './failure.ts';

const DETAILS = `
Takes files of --err-ignore and --warn-ignore, and of --severity-levels. An ignore of ours names the rule, the operation and
the words that the message must hold; look through them, and give each a reason that says why.

Exit codes: 0 every line was carried over, 1 some were not (they are told, and kept as comments), 2 a file cannot be read.`;

export function define(command: Command): void {
  command
    .argument('<files...>', 'lists of ignored changes or levels that were written for oasdiff')
    .option('-o, --output <file>', 'write the config to a file')
    .addHelpText('after', DETAILS)
    .action(reportingFailures(convert));
}

async function convert(files: string[], { output }: { output?: string }): Promise<number> {
  const [{ configYaml, convertIgnores }, { readBytes, textOf }, { writeOutput }] = await Promise.all([
    import('@concordat/openapi'),
    import('./readable-text.ts'),
    import('./write-output.ts'),
  ]);
  const converted = files.map((file) => ({ file, ...convertIgnores(textOf(readBytes(file), file), file) }));
  writeOutput(configYaml(converted), output);
  const left = converted.flatMap(({ file, left: lines }) => lines.map((each) => ({ file, ...each })));
  for (const { file, line, why } of left) console.error(`${file}:${line}: not carried over: ${why}`);
  return left.length > 0 ? 1 : 0;
}
