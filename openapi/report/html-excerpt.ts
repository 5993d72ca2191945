import type { Excerpt } from '../document/document.ts';
import type { Excerpts } from './report.ts';
import { short } from './words.ts';
import { escapeXml as text } from './xml.ts';

/** Characters of a line that are shown: a document of one line is shown around the place. */
const WIDEST = 160;
const BEFORE = 40;

/** The lines of both sides, beside each other where there is room. */
export function excerptsHtml({ base, revision }: Excerpts): string {
  const sides = [sideHtml('was', base), sideHtml('is', revision)].filter((side) => side !== '');
  return sides.length === 0 ? '' : `<div class="sides">${sides.join('')}</div>`;
}

function sideHtml(side: 'was' | 'is', excerpt: Excerpt | undefined): string {
  if (!excerpt) return '';
  const { location, first } = excerpt;
  // A place far to the right is in a document that is written on one line.
  const far = location.column > WIDEST;
  const from = far ? location.column - 1 - BEFORE : commonIndent(excerpt.lines);
  const width = String(first + excerpt.lines.length).length;
  // Plain text but for one element: thousands of excerpts must not be a million elements.
  const lines = excerpt.lines.map((line, index) => {
    const number = first + index;
    const shown = `${String(number).padStart(width)}  ${line.length > from ? `${far ? '…' : ''}${short(line.slice(from), WIDEST)}` : ''}`;
    return number === location.line ? `<mark>${text(shown)}</mark>` : text(shown);
  });
  return `<pre class="${side}">${lines.join('\n')}</pre>`;
}

function commonIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  return Math.min(...indents, WIDEST);
}
