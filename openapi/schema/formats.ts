/** What a format accepts, as far as the engine can check it; the same strictness as most validators, not more. */
const CHECKS: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text),
  'date-time': (text) => /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.test(text) && isDay(text.slice(0, 10)),
  time: (text) => /^\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.test(text),
  email: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  uuid: (text) => /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text),
  uri: (text) => /^[a-z][a-z\d+.-]*:\/?\/?[^\s]+$/i.test(text),
  ipv4: (text) => /^((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)$/.test(text),
  hostname: (text) => /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/i.test(text),
};

/** A value of each format, for samples. */
export const FORMAT_SAMPLES: Readonly<Record<string, string>> = {
  date: '2024-02-29',
  'date-time': '2024-02-29T12:00:00Z',
  time: '12:00:00Z',
  email: 'someone@example.org',
  uuid: '123e4567-e89b-12d3-a456-426614174000',
  uri: 'https://example.org/path',
  ipv4: '192.0.2.1',
  hostname: 'example.org',
};

/** Formats that tell how to show or store a string, not which strings there are. */
const SILENT = new Set(['password', 'textarea', 'string', 'text', 'markdown', 'html', 'multiline']);

/** Each value of the first format is one of the second. */
const WITHIN: readonly (readonly [narrow: string, wide: string])[] = [
  ['int32', 'int64'],
  ['float', 'double'],
  ['int32', 'double'],
  ['uri', 'uri-reference'],
  ['uri', 'iri'],
  ['email', 'idn-email'],
  ['hostname', 'idn-hostname'],
];

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int64: [-(2 ** 63), 2 ** 63],
  uint32: [0, 2 ** 32 - 1],
};

const NUMERIC = new Set(['int32', 'int64', 'float', 'double', 'uint32', 'decimal', 'int', 'integer', 'number', 'long']);

export function formatMatters(format: string | undefined): format is string {
  return format !== undefined && !SILENT.has(format);
}

/** Numeric formats are about numbers, all others about strings. */
export function isNumericFormat(format: string): boolean {
  return NUMERIC.has(format);
}

/** Whole numbers are numbers of these formats, too. */
export function isFloating(format: string): boolean {
  return format === 'float' || format === 'double';
}

export function formatRange(format: string): readonly [number, number] | undefined {
  return RANGES[format];
}

export function formatWithin(narrow: string, wide: string): boolean {
  return narrow === wide || WITHIN.some(([a, b]) => a === narrow && b === wide);
}

/** undefined when the format is not one that the engine can check. */
export function matchesFormat(text: string, format: string): boolean | undefined {
  return CHECKS[format]?.(text);
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
