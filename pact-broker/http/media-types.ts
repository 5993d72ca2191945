export const HAL_JSON = 'application/hal+json;charset=utf-8';
export const JSON_UTF8 = 'application/json;charset=utf-8';
export const PROBLEM_JSON = 'application/problem+json;charset=utf-8';
export const TEXT = 'text/plain;charset=utf-8';
export const CSV = 'text/csv;charset=utf-8';
export const SVG = 'image/svg+xml;charset=utf-8';
export const JAVASCRIPT = 'text/javascript;charset=utf-8';
export const HTML = 'text/html;charset=utf-8';

/** JSON as HAL, unless the client accepts plain JSON only, or only a name of its own that a client of old times asks for. */
export function jsonTypeFor(accept: string | undefined): string {
  if (accept === undefined || accept.includes('hal+json') || accept.includes('*/*')) return HAL_JSON;
  if (accept.includes('application/json')) return JSON_UTF8;
  const own = /application\/vnd\.[\w.-]+\+json/.exec(accept);
  return own ? `${own[0]};charset=utf-8` : HAL_JSON;
}

/** A media type without its parameters. */
export const plain = (mediaType: string): string => (mediaType.split(';', 1)[0] as string).trim();
