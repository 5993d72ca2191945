import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonTypeFor, negotiate, prefersByName } from './accept.ts';
import { CSV, HAL_JSON, HTML, JSON_UTF8, PROBLEM_JSON, plain, TEXT } from './media-types.ts';

const HAL = 'application/hal+json';
const JSON_TYPE = 'application/json';
const OLD = 'application/vnd.pactbrokerextended.v1+json';
const chosen = (accept: string | undefined, produces: string[]) => {
  const type = negotiate(accept, produces);
  return type && plain(type);
};

test.each<[string | undefined, string | undefined, string | undefined]>([
  // Accept, what an address of HAL sends, and one of CSV
  [undefined, HAL, 'text/csv'],
  ['', HAL, 'text/csv'],
  ['*/*', HAL, 'text/csv'],
  ['*', HAL, 'text/csv'],
  ['text/html, image/gif, *; q=.2, */*; q=.2', HAL, 'text/csv'],
  ['application/*', HAL, undefined],
  [HAL, HAL, undefined],
  [JSON_TYPE, JSON_TYPE, undefined],
  ['application/json, application/hal+json', HAL, undefined],
  ['application/json, application/hal+json;q=0.9', JSON_TYPE, undefined],
  ['application/json;q=0.2, application/hal+json;q=0.3', HAL, undefined],
  ['application/json, */*', JSON_TYPE, 'text/csv'],
  ['application/json;q=0.5, */*', HAL, 'text/csv'],
  ['application/json;q=0.5, */*;q=0.1', JSON_TYPE, 'text/csv'],
  ['application/hal+json;q=0, */*', JSON_TYPE, 'text/csv'],
  ['application/hal+json;q=0.0, application/*;q=0.1', JSON_TYPE, undefined],
  ['application/json;q=0, */*', HAL, 'text/csv'],
  ['application/hal+json;q=0, application/json;q=0, */*', undefined, 'text/csv'],
  ['application/hal+json;q=0, application/json', JSON_TYPE, undefined],
  ['application/hal+json;charset=utf-8;q=0, application/json', JSON_TYPE, undefined],
  ['application/hal+json ; Q = 0 , application/json', JSON_TYPE, undefined],
  ['*/*;q=0', undefined, undefined],
  ['application/*;q=0, */*', undefined, 'text/csv'],
  ['application/*;q=0, application/json', JSON_TYPE, undefined],
  [OLD, OLD, undefined],
  [`${OLD};q=0`, undefined, undefined],
  [`${OLD}, */*`, HAL, 'text/csv'],
  [`${OLD}, application/json;q=0.1`, JSON_TYPE, undefined],
  ['application/problem+json', HAL, undefined],
  ['Application/JSON; charset=utf-8', JSON_TYPE, undefined],
  ['text/csv', undefined, 'text/csv'],
  ['text/*;q=0.5', undefined, 'text/csv'],
  ['text/csv;q=0, */*', HAL, undefined],
  ['text/csv;q=0, text/*', undefined, undefined],
  ['application/json;q=0', undefined, undefined],
  ['application/json;q=many', JSON_TYPE, undefined],
  ['nonsense', undefined, undefined],
  [';q=', undefined, undefined],
])('Accept: %s', (accept, hal, csv) => expect([chosen(accept, [HAL_JSON]), chosen(accept, [CSV])]).toEqual([hal, csv]));

test.each<[string | undefined, string | undefined]>([
  [undefined, 'text/plain'],
  ['*/*', 'text/plain'],
  ['application/json', JSON_TYPE],
  ['application/json, */*', JSON_TYPE],
  ['application/json;q=0.5, text/plain', 'text/plain'],
  ['application/json;q=0.5, text/*;q=0.4', JSON_TYPE],
  ['application/json, text/plain', 'text/plain'],
  ['text/plain;q=0, */*', HAL],
  [`${OLD}, text/plain;q=0.5`, OLD],
  ['image/png', undefined],
])('of text and JSON, %s is sent %s', (accept, type) => expect(chosen(accept, [TEXT, HAL_JSON])).toBe(type));

test.each<[string, string | undefined]>([
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
  ['application/hal+json, text/html', HAL],
  ['text/html;q=0.1, application/json', JSON_TYPE],
  ['text/html;q=0, */*', HAL],
])('of links and a page, %s is sent %s', (accept, type) => expect(chosen(accept, [HAL_JSON, HTML])).toBe(type));

test.each<[string, string | undefined]>([
  [HAL, JSON_TYPE],
  [OLD, JSON_TYPE],
  ['application/json;q=0, application/hal+json', undefined],
  ['text/html', undefined],
])('a document that is plain JSON answers %s as %s', (accept, type) => expect(chosen(accept, [JSON_UTF8])).toBe(type));

test.each<[string | undefined, boolean]>([
  [undefined, false],
  ['*/*', false],
  [PROBLEM_JSON, true],
  ['application/hal+json, application/problem+json', true],
  ['application/json, application/problem+json;q=0.5', true],
  ['application/hal+json, application/problem+json;q=0.5', false],
  ['application/hal+json;q=0, application/problem+json;q=0.5', true],
  ['*/*, application/problem+json;q=0', false],
])('with Accept: %s, problem details rather than HAL: %s', (accept, expected) =>
  expect(prefersByName(accept, PROBLEM_JSON, HAL_JSON)).toBe(expected),
);

test('reads any header, and sends nothing that is refused', () => {
  fc.assert(
    fc.property(fc.string(), (accept) => {
      expect(jsonTypeFor(accept)).toContain('json');
      expect(chosen(`${accept.replaceAll(/[,;"]/g, '')}, application/hal+json;q=0, application/json`, [HAL_JSON])).not.toBe(HAL);
    }),
  );
});
