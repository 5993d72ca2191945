import type { Badge, BadgeColor } from '../../domain/badges/badge.ts';

const COLORS: Record<BadgeColor, string> = { brightgreen: '#4c1', red: '#e05d44', orange: '#fe7d37', lightgrey: '#9f9f9f' };
const GREY = '#555';
const PADDING = 6;
const HEIGHT = 20;

/** Widths in pixels of characters at 11 pixels, of the wide sans serif fonts that badges are set in; what is not here is as wide as most. */
const WIDTHS: [characters: string, width: number][] = [
  ["iljI|.,:;'!", 3.7],
  ['frt()[]/\\- ', 4.7],
  ['mwMW%@', 10.5],
  ['ABCDEGHKNOPQRSTUVXYZ&', 7.9],
];
const USUAL = 6.9;
const WIDE = 11;

const widthOf = (character: string) =>
  WIDTHS.find(([characters]) => characters.includes(character))?.[1] ?? ((character.codePointAt(0) ?? 0) > 0x2000 ? WIDE : USUAL);

const textWidth = (text: string) => Math.ceil([...text].reduce((sum, character) => sum + widthOf(character), 0));

/** A badge as an SVG drawing that needs nothing from elsewhere. */
export function badgeAsSvg({ label, message, color }: Badge): string {
  const [left, right] = [textWidth(label) + 2 * PADDING, textWidth(message) + 2 * PADDING];
  const width = left + right;
  const texts = [text(label, left / 2, left - 2 * PADDING), text(message, left + right / 2, right - 2 * PADDING)].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" role="img" aria-label="${escapeXml(`${label}: ${message}`)}">
<title>${escapeXml(`${label}: ${message}`)}</title>
<clipPath id="edge"><rect width="${width}" height="${HEIGHT}" rx="3"/></clipPath>
<g clip-path="url(#edge)"><rect width="${left}" height="${HEIGHT}" fill="${GREY}"/><rect x="${left}" width="${right}" height="${HEIGHT}" fill="${COLORS[color]}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${texts}</g>
</svg>
`;
}

// The length is fixed, so that a font of other widths still fits.
const text = (content: string, middle: number, length: number) =>
  `<text x="${middle}" y="14" textLength="${length}">${escapeXml(content)}</text>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML has no place for most control characters, not even escaped.
const escapeXml = (value: string) =>
  value.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] as string).replaceAll(/\p{Cc}|[\uFFFE\uFFFF]/gu, ' ');

/** Where shields.io, or a server like it, draws the same badge. In its addresses - and _ stand for something, doubled for themselves. */
export function shieldsIoUrl(base: string, { label, message, color }: Badge): string {
  const part = (value: string) =>
    encodeURIComponent(value.replaceAll('-', '--').replaceAll('_', '__')).replaceAll(
      /[!'()*]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return `${base}/badge/${part(label)}-${part(message)}-${color}.svg`;
}
