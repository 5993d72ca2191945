import { type Command, InvalidArgumentError, Option } from 'commander';
import { addDocumentOptions, addSideOptions, type SideOptions } from './document-options.ts';
import { exitCodeFor, FAIL_ON, type FailOn } from './fail-on.ts';
import { reportingFailures, UsageError } from './failure.ts';
import { TIME_LIMIT } from './time-limit.ts';

const FORMATS = ['text', 'json', 'markdown', 'html', 'github', 'junit', 'sarif'] as const;

interface DiffOptions extends SideOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly batch?: boolean;
  readonly failOn?: FailOn;
  readonly config?: string | boolean;
  readonly secondOpinion?: boolean;
  readonly examples?: boolean;
  readonly timeLimit?: number;
  readonly maxLength?: number;
}

const EXAMPLES = `
Documents are files, - for standard input, or git:REVISION:PATH; the documents of a folder or a glob are one API:
  concordat openapi diff openapi-1.0.yaml openapi.yaml
  concordat openapi diff git:main:openapi.yaml openapi.yaml --format markdown
  concordat openapi diff 'git:main:services/*.yaml' 'services/*.yaml'
  concordat openapi diff --batch < pairs.jsonl      a line {"id", "base", "revision"} each; a line of answer each

Exit codes: 0 nothing at the level of --fail-on, 1 something, 2 a document, config or option cannot be read.`;

export function define(command: Command): void {
  addSideOptions(addDocumentOptions(command))
    .argument('[base]', 'the document as it was')
    .argument('[revision]', 'the document as it is to be')
    .addOption(new Option('-f, --format <format>', 'how to tell it').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write the report to a file')
    .option('--batch', 'answer pairs from standard input, one JSON object a line')
    .addOption(new Option('--fail-on <level>', 'from which level on the exit code is 1 (error; none with --batch)').choices(FAIL_ON))
    .option('-c, --config <file>', 'levels and ignores (concordat-openapi.yaml here, if there is one)')
    .option('--no-config', 'do not look for a config')
    .option('--max-length <characters>', 'of Markdown, at least 3000; what does not fit is counted (60000)', lengthOf)
    .option('--second-opinion', 'also ask the openapi-diff package, and tell where it disagrees')
    .option('--no-examples', 'do not look for values that show what breaks')
    .option('--time-limit <seconds>', `processor time for the comparison (${TIME_LIMIT}); what it cuts off is told`, seconds)
    .addHelpText('after', EXAMPLES)
    .action(reportingFailures(diff));
}

function lengthOf(text: string): number {
  if (/^\d{4,7}$/.test(text) && Number(text) >= 3_000) return Number(text);
  throw new InvalidArgumentError('It must be a number of characters, at least 3000.');
}

/** They shape a report, and a batch has none. */
const NOT_IN_BATCH = ['format', 'output', 'maxLength', 'secondOpinion'];

async function diff(base: string | undefined, revision: string | undefined, options: DiffOptions, command: Command): Promise<number> {
  const { readConfig } = await import('./read-config.ts');
  const config = readConfig(options.config);
  const { root, map, stripPrefixBase, stripPrefixRevision } = options;
  const documents = { root, map, stripPrefixBase, stripPrefixRevision };
  if (options.batch) {
    if (base !== undefined) throw new UsageError('--batch reads its pairs from standard input and takes no documents');
    const given = command.options.filter((each) => NOT_IN_BATCH.includes(each.attributeName()) && isGiven(command, each));
    if (given.length > 0)
      throw new UsageError(`--batch answers in JSON, a line each, and goes without ${given.map(({ long }) => long).join(' and ')}`);
    const { diffBatch } = await import('./diff-batch.ts');
    const { failOn, examples, timeLimit } = options;
    return diffBatch(process.stdin, { config, documents, failOn, examples, timeLimit });
  }
  if (base === undefined || revision === undefined) throw new UsageError('diff wants two documents, BASE and REVISION (see --help)');
  if (base === '-' && revision === '-') throw new UsageError('only one of the two documents can come from standard input');
  const [{ compareAt }, { reportPieces }, { writeOutput, wantsColour }] = await Promise.all([
    import('./compare.ts'),
    import('@concordat/openapi'),
    import('./write-output.ts'),
  ]);
  const { format, output, failOn = 'error', secondOpinion, examples, timeLimit, maxLength } = options;
  const report = await compareAt(base, revision, { config, documents, secondOpinion, examples, timeLimit });
  const rendering = { colour: wantsColour(output), failOn, ...(maxLength === undefined ? {} : { longest: maxLength }) };
  writeOutput(await reportPieces(format, report, rendering), output);
  return exitCodeFor(report.changes, failOn);
}

function isGiven(command: Command, option: Option): boolean {
  return command.getOptionValueSource(option.attributeName()) === 'cli';
}

function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0)) throw new InvalidArgumentError('It must be a number of seconds above 0.');
  return value;
}
