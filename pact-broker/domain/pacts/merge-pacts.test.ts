import { expect, test } from '@jest/globals';
import { conflictingParts, mergePacts } from './merge-pacts.ts';

const interaction = (description: string, state: string | undefined, status = 200) => ({
  description,
  ...(state ? { providerState: state } : {}),
  response: { status },
});

test.each([
  ['adds what is new', [interaction('a', 'x')], [interaction('b', 'x')], ['a', 'b'], []],
  ['keeps what is the same once', [interaction('a', 'x')], [interaction('a', 'x')], ['a'], []],
  ['tells the same description apart by its provider state', [interaction('a', 'x')], [interaction('a', 'y')], ['a', 'a'], []],
  ['names what both describe differently', [interaction('a', 'x')], [interaction('a', 'x', 404)], ['a'], ['a']],
])('merging %s', (_name, before, after, descriptions, conflicts) => {
  const merged = mergePacts({ interactions: before }, { interactions: after });
  expect((merged.content.interactions as { description: string }[]).map(({ description }) => description)).toEqual(descriptions);
  expect(merged.conflicts.map(({ description }) => description)).toEqual(conflicts);
});

test('what cannot be merged is handed back as either side has it, and nothing else', () => {
  const [same, mine, theirs] = [interaction('same', 'x'), interaction('a', 'x'), interaction('a', 'x', 404)];
  const [before, after] = [
    { description: 'm', contents: 1 },
    { description: 'm', contents: 2 },
  ];
  const { conflicts } = mergePacts({ interactions: [same, mine], messages: [before] }, { interactions: [theirs], messages: [after] });
  expect(conflictingParts(conflicts, 'before')).toEqual({ interactions: [mine], messages: [before] });
  expect(conflictingParts(conflicts, 'after')).toEqual({ interactions: [theirs], messages: [after] });
});

test('merging looks past ids that a broker gave', () => {
  const merged = mergePacts({ interactions: [{ _id: '1', ...interaction('a', 'x') }] }, { interactions: [interaction('a', 'x')] });
  expect(merged.conflicts).toEqual([]);
});

test('merging messages into a pact that has none brings them along', () =>
  expect(mergePacts({ interactions: [] }, { messages: [{ description: 'm' }] }).content).toEqual({
    interactions: [],
    messages: [{ description: 'm' }],
  }));
