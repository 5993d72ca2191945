import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Answer, TestBroker } from './broker.ts';

const FOLDER = new URL('./goldens/', import.meta.url);

/**
 * Holds answers against test/goldens/<name>.json. What differs from run to run is masked: addresses, times, days, uuids.
 * To accept what is answered now: UPDATE_GOLDENS=1 npm test -- <test file>, then read the difference.
 */
export function expectGolden(broker: TestBroker, name: string, answers: Record<string, Answer>): void {
  const seen = mask(
    broker,
    JSON.stringify(Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, shown(answer)])), null, 2),
  );
  const file = new URL(`${name}.json`, FOLDER);
  if (process.env.UPDATE_GOLDENS) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, `${seen}\n`);
  }
  expect(existsSync(file)).toBe(true);
  expect(JSON.parse(seen)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
}

const shown = ({ status, headers, body }: Answer) => ({
  status,
  ...Object.fromEntries(['content-type', 'location'].flatMap((name) => (headers.has(name) ? [[name, headers.get(name)]] : []))),
  ...(body === undefined ? {} : { body }),
});

/** Each uuid keeps a number of its own, so that a golden still shows which are the same. */
function mask({ url }: TestBroker, text: string): string {
  const uuids = new Map<string, string>();
  return text
    .replaceAll(url, 'http://broker')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00/g, '<time>')
    .replaceAll(/created \d{4}-\d\d-\d\d/g, 'created <day>')
    .replaceAll(/- \d\d\/\d\d\/\d{4}/g, '- <day>')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (uuid) => {
      if (!uuids.has(uuid)) uuids.set(uuid, `<uuid-${uuids.size + 1}>`);
      return uuids.get(uuid) as string;
    });
}
