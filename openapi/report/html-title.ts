import type { Section } from './sections.ts';
import { short } from './words.ts';
import { breakable, escapeXml as text } from './xml.ts';

export function titleHtml({ kind, method, path, title }: Section): string {
  if (kind === 'component') return `<span class="method">component</span> <code>${breakable(short(title))}</code>`;
  if (path === null) return text(title);
  const verb = method === null ? '' : `<span class="method ${text(method.toLowerCase())}">${text(method)}</span> `;
  return `${verb}<code>${breakable(short(path))}</code>`;
}
