import { plain } from './media-types.ts';

interface Range {
  type: string;
  quality: number;
}

/** The media ranges of an Accept header; everything where there is none. */
function rangesOf(accept: string | undefined): Range[] {
  if (accept === undefined || accept.trim() === '') return [{ type: '*/*', quality: 1 }];
  return accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const quality = q === undefined ? 1 : Number(q.slice(2));
    // A lone star is what some old HTTP libraries mean by */*.
    return { type: type === '*' ? '*/*' : type, quality: Number.isNaN(quality) ? 1 : quality };
  });
}

/** How much a client wants a media type: by the most exact range that names it. */
function wish(accept: string | undefined, mediaType: string): { quality: number; exactness: number } {
  const ranges = rangesOf(accept);
  const wanted = plain(mediaType);
  const [group] = wanted.split('/', 1);
  for (const [exactness, type] of [wanted, `${group}/*`, '*/*'].entries()) {
    const range = ranges.find((one) => one.type === type);
    if (range) return { quality: range.quality, exactness: -exactness };
  }
  return { quality: 0, exactness: 0 };
}

export const accepts = (accept: string | undefined, mediaType: string): boolean => wish(accept, mediaType).quality > 0;

/** Whether a client asks for a media type by its name, and not just for anything. */
export const asksFor = (accept: string | undefined, mediaType: string): boolean =>
  accept !== undefined && rangesOf(accept).some(({ type, quality }) => type === plain(mediaType) && quality > 0);

/** Which of several media types a client wants most; the first where it does not mind. */
export function preferred<T extends string>(accept: string | undefined, [first, ...others]: [T, ...T[]]): T {
  let [best, most] = [first, wish(accept, first)];
  for (const type of others) {
    const { quality, exactness } = wish(accept, type);
    if (quality > most.quality || (quality === most.quality && exactness > most.exactness)) [best, most] = [type, { quality, exactness }];
  }
  return best;
}

/**
 * Whether a client takes JSON under whichever of its names: old clients ask for names of their own, such as
 * application/vnd.pactbrokerextended.v1+json, and read what they get as JSON.
 */
export const acceptsJson = (accept: string | undefined): boolean =>
  accepts(accept, 'application/json') ||
  rangesOf(accept).some(({ type, quality }) => quality > 0 && /^application\/([\w.-]+\+)?json$/.test(type));
