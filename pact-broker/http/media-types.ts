export const HAL_JSON = 'application/hal+json;charset=utf-8';
export const JSON_UTF8 = 'application/json;charset=utf-8';
export const PROBLEM_JSON = 'application/problem+json;charset=utf-8';
export const TEXT = 'text/plain;charset=utf-8';
export const CSV = 'text/csv;charset=utf-8';
export const SVG = 'image/svg+xml;charset=utf-8';
export const HTML = 'text/html;charset=utf-8';

/** JSON as HAL, unless the client accepts plain JSON only. */
export function jsonTypeFor(accept: string | undefined): string {
  if (!accept?.includes('application/json')) return HAL_JSON;
  return accept.includes('hal+json') || accept.includes('*/*') ? HAL_JSON : JSON_UTF8;
}
