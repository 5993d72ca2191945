import { oneLine } from './words.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '@': '&#64;', '#': '&#35;' };

/** Text of a document's author as Markdown that shows it as it is: no markup, no HTML, and nobody is mentioned. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replaceAll(/[&<>@#]/g, (char) => ENTITIES[char]!)
    .replaceAll(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('://', ':&#47;&#47;');
}

/** A code span, fenced with more backticks than it holds. */
export function code(text: string): string {
  const clean = oneLine(text);
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = clean.startsWith('`') || clean.endsWith('`') || clean.trim() === '' ? ' ' : '';
  return `${fence}${pad}${clean}${pad}${fence}`;
}
