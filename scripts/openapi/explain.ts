import type { Rule } from '@concordat/openapi';
import { type Command, Option } from 'commander';
import { reportingFailures, UsageError } from './failure.ts';

const FORMATS = ['text', 'json'] as const;

export function define(command: Command): void {
  command
    .argument('[rule]', 'the id of a rule, or a pattern as "*-enum-value-*", whose rules are listed; without it, every rule is')
    .addOption(new Option('-f, --format <format>', 'how to tell it').choices(FORMATS).default('text'))
    .action(reportingFailures(explain));
}

async function explain(id: string | undefined, { format }: { format: (typeof FORMATS)[number] }): Promise<number> {
  const { closest, explainRule, findRule, matchesPattern, rules } = await import('@concordat/openapi');
  const wanted = id?.trim().toLowerCase() ?? '*';
  const matches = matchesPattern(wanted);
  const listed = wanted.includes('*') ? rules.filter((rule) => matches(rule.id)) : [];
  if (listed.length > 0) {
    process.stdout.write(`${format === 'json' ? JSON.stringify(listed, null, 2) : listOf(listed)}\n`);
    return 0;
  }
  const rule = findRule(wanted);
  if (!rule) {
    const ids = rules.map((each) => each.id);
    const near = closest(wanted, ids);
    throw new UsageError(
      `there is no rule "${id}"; ${near.length > 0 ? `did you mean ${near.join(' or ')}?` : '`concordat openapi explain` lists them all'}`,
    );
  }
  process.stdout.write(`${format === 'json' ? JSON.stringify(rule, null, 2) : explainRule(rule)}\n`);
  return 0;
}

function listOf(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  return rules.map((rule) => `${rule.level.padEnd(8)} ${rule.id.padEnd(width)}  ${rule.means}`).join('\n');
}
