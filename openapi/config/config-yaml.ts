import type { Converted } from './convert-ignores.ts';

/** A config as YAML to be kept in a file; what was left out stands in it as comments. */
export function configYaml(converted: readonly Converted[]): string {
  const levels = new Map(converted.flatMap((each) => each.levels).map(({ id, level }) => [id, level]));
  const ignore = converted.flatMap((each) => each.ignore);
  const lines: string[] = [];
  if (levels.size > 0) lines.push('levels:', ...[...levels].map(([id, level]) => `  ${id}: ${level}`));
  if (ignore.length > 0) lines.push('ignore:', ...ignore.flatMap(entryLines));
  const left = converted.flatMap((each) => each.left);
  if (left.length > 0) lines.push('# Not carried over:', ...left.flatMap(({ text, why }) => [comment(text), comment(`  ${why}`)]));
  const remarks = converted.flatMap((each) => each.remarks);
  if (remarks.length > 0) lines.push('# Lines that name no change:', ...remarks.map(comment));
  return `${lines.join('\n')}\n`;
}

/** JSON's strings are YAML's, whatever is in them. */
function entryLines(entry: Converted['ignore'][number]): string[] {
  return Object.entries(entry).map(([key, value], index) => `  ${index === 0 ? '-' : ' '} ${key}: ${JSON.stringify(value)}`);
}

function comment(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a comment ends with its line.
  return `#   ${text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')}`;
}
