import { type Command, Option } from 'commander';
import { reportingFailures, UsageError } from './failure.ts';

const FORMATS = ['text', 'json'] as const;

export function define(command: Command): void {
  command
    .argument('[rule]', 'the id of a rule; without it, every rule is listed')
    .addOption(new Option('-f, --format <format>', 'how to tell it').choices(FORMATS).default('text'))
    .action(reportingFailures(explain));
}

async function explain(id: string | undefined, { format }: { format: (typeof FORMATS)[number] }): Promise<number> {
  const { closest, explainRule, findRule, rules } = await import('@concordat/openapi');
  if (id === undefined) {
    const width = Math.max(...rules.map((rule) => rule.id.length));
    const list = rules.map((rule) => `${rule.level.padEnd(8)} ${rule.id.padEnd(width)}  ${rule.means}`).join('\n');
    process.stdout.write(`${format === 'json' ? JSON.stringify(rules, null, 2) : list}\n`);
    return 0;
  }
  const rule = findRule(id.trim().toLowerCase());
  if (!rule) {
    const ids = rules.map((each) => each.id);
    const near = closest(id.trim(), ids);
    throw new UsageError(
      `there is no rule "${id}"; ${near.length > 0 ? `did you mean ${near.join(' or ')}?` : '`concordat openapi explain` lists them all'}`,
    );
  }
  process.stdout.write(`${format === 'json' ? JSON.stringify(rule, null, 2) : explainRule(rule)}\n`);
  return 0;
}
