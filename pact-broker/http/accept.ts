import { HAL_JSON, JSON_UTF8, plain } from './media-types.ts';

interface Range {
  type: string;
  quality: number;
}

/** How much a client wants a media type, and how exactly the range that says so names it. */
interface Wish {
  quality: number;
  exactness: number;
}

/**
 * Which of the media types that an address produces a client is sent: the one it gives the highest q; of several, the one it names
 * most exactly; of several, the first. Undefined where it takes none of them, and 406 is the answer. The only reader of Accept,
 * but for `prefersByName`.
 */
export function negotiate(accept: string | undefined, produces: readonly string[]): string | undefined {
  const ranges = rangesOf(accept);
  let best: { type: string; wish: Wish } | undefined;
  for (const { type, name } of produces.flatMap((each) => offersFor(ranges, each))) {
    const wish = wishFor(ranges, name);
    if (wish.quality > 0 && (best === undefined || isMore(wish, best.wish))) best = { type, wish };
  }
  return best?.type;
}

/** Whether a client asks for a media type by its name, and wants the other no more. */
export function prefersByName(accept: string | undefined, mediaType: string, other: string): boolean {
  const ranges = rangesOf(accept);
  const wish = wishFor(ranges, mediaType);
  return wish.exactness === EXACT && wish.quality > 0 && wish.quality >= wishFor(ranges, other).quality;
}

/** JSON as HAL, unless the client would rather have plain JSON, or takes neither but under a name of its own. */
export const jsonTypeFor = (accept: string | undefined): string => negotiate(accept, [HAL_JSON]) ?? HAL_JSON;

/** The media ranges of an Accept header; everything where there is none. */
function rangesOf(accept: string | undefined): Range[] {
  if (accept === undefined || accept.trim() === '') return [{ type: '*/*', quality: 1 }];
  return accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((text) => text.replaceAll(/\s/g, '').toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const quality = q === undefined ? 1 : Number(q.slice(2));
    // A lone star is what some old HTTP libraries mean by */*.
    return { type: type === '*' ? '*/*' : type, quality: Number.isNaN(quality) ? 1 : quality };
  });
}

const EXACT = 2;

/** By the most exact range that names the type: application/json;q=0 refuses it, whatever stars say beside it. */
function wishFor(ranges: Range[], mediaType: string): Wish {
  const wanted = plain(mediaType);
  const [group] = wanted.split('/', 1);
  for (const [index, type] of [wanted, `${group}/*`, '*/*'].entries()) {
    const range = ranges.find((one) => one.type === type);
    if (range) return { quality: range.quality, exactness: EXACT - index };
  }
  return { quality: 0, exactness: 0 };
}

const isMore = (a: Wish, b: Wish): boolean => a.quality > b.quality || (a.quality === b.quality && a.exactness > b.exactness);

/** What may be sent, and under which name a client asks for it. */
interface Offer {
  type: string;
  name: string;
}

/**
 * What is produced as HAL is plain JSON to whoever wants that. Old clients ask for names of their own, such as
 * application/vnd.pactbrokerextended.v1+json, and read what they get as JSON; those count where nothing else does.
 */
function offersFor(ranges: Range[], produced: string): Offer[] {
  const usual = produced === HAL_JSON ? [HAL_JSON, JSON_UTF8] : [produced];
  const isTaken = usual.some((type) => wishFor(ranges, type).quality > 0);
  const isRefused = ranges.some(({ type, quality }) => type === plain(produced) && quality === 0);
  if (isTaken || isRefused || !produced.includes('json')) return usual.map((type) => ({ type, name: type }));
  return ranges
    .filter(({ type }) => /^application\/([\w.-]+\+)?json$/.test(type))
    .map(({ type }) => ({ type: produced === HAL_JSON && type.includes('/vnd.') ? `${type};charset=utf-8` : produced, name: type }));
}
