import { oneLine } from './words.ts';

/** Text for an element or an attribute of XML or HTML; characters that XML cannot hold at all become spaces. */
export function escapeXml(text: string): string {
  return oneLine(text)
    .toWellFormed()
    .replaceAll(/[\ufffe\uffff]/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
