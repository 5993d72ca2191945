import type { Document, SemanticVersion, VersionJudgement } from '@concordat/openapi';
import { type Command, Option } from 'commander';
import { addDocumentOptions, type DocumentOptions } from './document-options.ts';
import { exitCodeFor, FAIL_ON, type FailOn } from './fail-on.ts';
import { reportingFailures, UsageError } from './failure.ts';

const FORMATS = ['text', 'json'] as const;

interface LintOptions extends DocumentOptions {
  readonly format: (typeof FORMATS)[number];
  readonly failOn: FailOn;
  readonly config?: string | boolean;
}

export function define(command: Command): void {
  addDocumentOptions(command)
    .argument('<documents...>', 'two or more; more than two are put in the order of their versions')
    .addOption(new Option('-f, --format <format>', 'how to tell it').choices(FORMATS).default('text'))
    .addOption(
      new Option('--fail-on <level>', 'warning: also when changes that only may break want a larger step')
        .choices(FAIL_ON)
        .default('error'),
    )
    .option('-c, --config <file>', 'levels and ignores (concordat-openapi.yaml here, if there is one)')
    .option('--no-config', 'do not look for a config')
    .addHelpText(
      'after',
      '\nExit codes: 0 every step is large enough, 1 one is too small, 2 a document cannot be read or has no semantic version.',
    )
    .action(reportingFailures(lintVersioning));
}

async function lintVersioning(places: string[], { format, failOn, config, root, map }: LintOptions): Promise<number> {
  if (places.length < 2) throw new UsageError('a step of versions wants at least two documents');
  const [{ judgeVersionStep, parseVersion }, { compare }, { historyOf }, { readConfig }] = await Promise.all([
    import('@concordat/openapi'),
    import('./compare.ts'),
    import('./history.ts'),
    import('./read-config.ts'),
  ]);
  const versionOf = (document: Document): SemanticVersion => parseVersion(document.apiVersion ?? '') ?? noVersion(document);
  const decided = readConfig(config);
  const judged: (VersionJudgement & { file: string })[] = [];
  for (const { base, revision } of await historyOf(places, { root, map })) {
    const { changes } = await compare(base, revision, { config: decided });
    judged.push({ file: revision.file, ...judgeVersionStep(versionOf(base), versionOf(revision), changes) });
  }
  process.stdout.write(format === 'json' ? `${JSON.stringify(judged, null, 2)}\n` : judged.map(lineOf).join(''));
  const found = judged.flatMap(({ level }) => (level === 'ok' ? [] : [{ level }]));
  return exitCodeFor(found, failOn);
}

function lineOf({ file, level, message }: VersionJudgement & { file: string }): string {
  return `${level.padEnd(8)} ${file}: ${message}\n`;
}

function noVersion(document: Document): never {
  const { file, line, column } = document.locate('/info/version');
  const said = document.apiVersion === undefined ? 'info.version is missing' : `"${document.apiVersion}" is no semantic version`;
  throw new UsageError(`${file}:${line}:${column}: ${said}; it must be MAJOR.MINOR.PATCH`);
}
