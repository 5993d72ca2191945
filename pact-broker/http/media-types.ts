export const HAL_JSON = 'application/hal+json;charset=utf-8';
export const JSON_UTF8 = 'application/json;charset=utf-8';
export const PROBLEM_JSON = 'application/problem+json;charset=utf-8';
export const TEXT = 'text/plain;charset=utf-8';
export const CSV = 'text/csv;charset=utf-8';
export const SVG = 'image/svg+xml;charset=utf-8';
export const JAVASCRIPT = 'text/javascript;charset=utf-8';
export const HTML = 'text/html;charset=utf-8';

/** A media type without its parameters. */
export const plain = (mediaType: string): string => (mediaType.split(';', 1)[0] as string).trim();
