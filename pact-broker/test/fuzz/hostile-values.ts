import type { Chance } from './chance.ts';

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Texts that something may stumble over. */
export const hostileTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  'line\r\nbreak: yes',
  '\u001b[31m',
  '\ud800',
  '\udc00x',
  '\ufeff',
  '\u202e',
  'ünï cödé',
  '日本語',
  '👩‍👩‍👧‍👦',
  'e\u0301'.repeat(200),
  'x'.repeat(256),
  'x'.repeat(5000),
  '../../etc/passwd',
  '%00',
  '%2F',
  '%',
  '%E0%A4%A',
  '/',
  '\\',
  '"',
  "'; drop table versions; --",
  '${pactbroker.pactUrl}',
  '{tag}',
  '<script>alert(1)</script>',
  '=1+1',
  'null',
  'true',
  '-1',
  '0',
  '1e400',
  '99999999999999999999',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  '*',
  '.',
  '..',
  '2026-02-30',
  '0000-00-00T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
];

/** Values that stand where another is expected. */
const hostileValues: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53 + 2,
  1e308,
  [],
  {},
  [[]],
  [null],
  [{}],
  { toString: 1 },
  { name: null },
  { name: { name: {} } },
  { length: 1e9 },
  Array.from({ length: 2000 }, (_, index) => index),
];

export const hostileText = (chance: Chance): string => chance.pick(hostileTexts);

export const hostileValue = (chance: Chance): unknown => (chance.in100(50) ? hostileText(chance) : chance.pick(hostileValues));

/** Bodies that are not even JSON, or JSON as no library writes it. */
export const hostileBodies: Buffer[] = [
  '',
  ' ',
  '{',
  '{"name":',
  '"text"',
  'null',
  '7',
  '[]',
  '1e400',
  '{"name":1e400}',
  '{"success":true,"providerApplicationVersion":"1","testResults":{"n":1e400}}',
  '{"name":"\\u0000"}',
  '{"name":"\\ud800"}',
  '{"a":1,"a":2}',
  '{"__proto__":{"name":"x"},"constructor":{"prototype":{"y":1}}}',
  '\ufeff{}',
  '{}{}',
  "{'name':'x'}",
  'name=x&y=1',
  `{"name":"${'x'.repeat(1_000_000)}"}`,
  deep(10_000),
  `{"interactions":${deep(10_000)}}`,
  `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  `[${'1,'.repeat(100_000)}1]`,
]
  .map((text) => Buffer.from(text))
  .concat([Buffer.from([0xff, 0xfe, 0x7b, 0x7d]), Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), Buffer.alloc(1000)]);
