import { type Command, Option } from 'commander';
import { addDocumentOptions, type DocumentOptions } from './document-options.ts';
import { reportingFailures, UsageError } from './failure.ts';

const FORMATS = ['markdown', 'text', 'json'] as const;

interface ChangelogOptions extends DocumentOptions {
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly config?: string | boolean;
}

export function define(command: Command): void {
  addDocumentOptions(command)
    .argument('<documents...>', 'two or more; more than two are put in the order of their versions')
    .addOption(new Option('-f, --format <format>', 'how to tell it').choices(FORMATS).default('markdown'))
    .option('-o, --output <file>', 'write it to a file')
    .option('-c, --config <file>', 'levels and ignores (concordat-openapi.yaml here, if there is one)')
    .option('--no-config', 'do not look for a config')
    .action(reportingFailures(changelog));
}

async function changelog(places: string[], { format, output, config, root, map }: ChangelogOptions): Promise<number> {
  if (places.length < 2) throw new UsageError('a changelog wants at least two documents');
  const [engine, { compare }, { historyOf }, { readConfig }, { writeOutput }] = await Promise.all([
    import('@concordat/openapi'),
    import('./compare.ts'),
    import('./history.ts'),
    import('./read-config.ts'),
    import('./write-output.ts'),
  ]);
  const decided = readConfig(config);
  const steps = [];
  for (const { base, revision } of await historyOf(places, { root, map })) steps.push(await compare(base, revision, { config: decided }));
  const render = { markdown: engine.changelogMarkdown, text: engine.changelogText, json: engine.changelogJson }[format];
  writeOutput(render(steps), output);
  return 0;
}
