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

/** HTML in which long names may break after a slash or a dot instead of stretching a narrow page. */
export function breakable(text: string): string {
  return escapeXml(text).replaceAll(/([/.])/g, '$1<wbr>');
}
