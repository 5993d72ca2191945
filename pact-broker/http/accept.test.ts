import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accepts, acceptsJson, preferred } from './accept.ts';
import { jsonTypeFor } from './media-types.ts';

test.each([
  [undefined, true, true],
  ['', true, true],
  ['*/*', true, true],
  ['*', true, true],
  ['text/html, image/gif, *; q=.2, */*; q=.2', true, true],
  ['application/*', true, false],
  ['application/hal+json', true, false],
  ['application/vnd.pactbrokerextended.v1+json', true, false],
  ['Application/JSON; charset=utf-8', true, false],
  ['text/csv', false, true],
  ['text/*;q=0.5', false, true],
  ['text/csv;q=0, */*', true, false],
  ['application/json;q=0', false, false],
  ['nonsense', false, false],
  [';q=', false, false],
])('Accept: %s', (accept, json, csv) => expect([acceptsJson(accept), accepts(accept, 'text/csv;charset=utf-8')]).toEqual([json, csv]));

test.each([
  [undefined, 'text/plain'],
  ['*/*', 'text/plain'],
  ['application/json', 'application/json'],
  ['application/json, */*', 'application/json'],
  ['application/json;q=0.5, text/plain', 'text/plain'],
  ['application/json, text/plain', 'text/plain'],
])('of text and JSON, %s wants', (accept, type) => expect(preferred(accept, ['text/plain', 'application/json'])).toBe(type));

test.each([
  [undefined, 'application/hal+json'],
  ['application/json', 'application/json'],
  ['application/json, application/hal+json', 'application/hal+json'],
  ['application/vnd.pactbrokerextended.v1+json', 'application/vnd.pactbrokerextended.v1+json'],
  ['application/vnd.pactbrokerextended.v1+json, */*', 'application/hal+json'],
])('JSON for %s is %s', (accept, type) => expect(jsonTypeFor(accept)).toBe(`${type};charset=utf-8`));

test('reads any header', () => {
  fc.assert(fc.property(fc.string(), (accept) => typeof acceptsJson(accept) === 'boolean'));
});
