import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type PactContent, shaOf, specificationVersion, toStore } from './pact-content.ts';

const interaction = (description: string, more: object = {}) => ({
  description,
  request: { method: 'GET', path: '/' },
  response: { status: 200 },
  ...more,
});
const pact = (more: object = {}): PactContent => ({
  consumer: { name: 'Web' },
  provider: { name: 'API' },
  interactions: [interaction('one'), interaction('two')],
  metadata: { pactSpecification: { version: '2.0.0' }, 'pact-js': { version: '17' } },
  ...more,
});

describe('the sha of a pact', () => {
  const sha = shaOf(pact());

  test.each<[string, PactContent]>([
    ['interactions in another order', pact({ interactions: [interaction('two'), interaction('one')] })],
    ['other names', pact({ consumer: { name: 'Mobile' } })],
    ['another version of the tool', pact({ metadata: { pactSpecification: { version: '2.0.0' }, 'pact-js': { version: '18' } } })],
    ['ids given by a broker', pact({ interactions: [interaction('one', { _id: 'x' }), interaction('two')] })],
    ['comments', pact({ interactions: [interaction('one', { comments: { text: ['why'] } }), interaction('two')] })],
  ])('is the same with %s', (_name, content) => expect(shaOf(content)).toBe(sha));

  test.each<[string, PactContent]>([
    ['another description', pact({ interactions: [interaction('three'), interaction('two')] })],
    ['one interaction fewer', pact({ interactions: [interaction('one')] })],
    ['a matching rule', pact({ interactions: [interaction('one', { matchingRules: { body: {} } }), interaction('two')] })],
    ['another specification', pact({ metadata: { pactSpecification: { version: '3.0.0' } } })],
    ['messages too', pact({ messages: [] })],
  ])('differs with %s', (_name, content) => expect(shaOf(content)).not.toBe(sha));

  test('does not depend on the order of members, however deep', () => {
    const shuffle = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffle);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, member]) => [name, shuffle(member)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const content = pact({ interactions: [interaction('one', { body })] });
        expect(shaOf(shuffle(content) as PactContent)).toBe(shaOf(content));
      }),
    );
  });
});

test('what is stored has an id with each interaction, and nothing that a broker adds', () => {
  const stored = toStore(pact({ createdAt: '2026', _links: { self: {} } }));
  expect(Object.keys(stored)).toEqual(['consumer', 'provider', 'interactions', 'metadata']);
  expect(stored.interactions).toEqual([expect.objectContaining({ _id: expect.stringMatching(/^[0-9a-f]{40}$/) }), expect.anything()]);
});

test('storing what was stored changes nothing', () => expect(toStore(toStore(pact()))).toEqual(toStore(pact())));

test.each([
  [{ pactSpecification: { version: '4.0' } }, '4.0'],
  [{ pactSpecificationVersion: '1.1.0' }, '1.1.0'],
  [{ 'pact-specification': { version: '1.0.0' } }, '1.0.0'],
  [undefined, undefined],
])('the specification of %j is %s', (metadata, version) => expect(specificationVersion({ metadata })).toBe(version));
