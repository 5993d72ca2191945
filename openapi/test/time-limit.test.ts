import { expect, test } from '@jest/globals';
import { diffDocuments } from '../index.ts';
import { documentOf } from './places.ts';

/** A body of many parts, each with a limit that is lowered, and one that no keyword explains. */
const document = (maxLength: number) => {
  const part = (index: number) => ({ type: 'object', properties: { text: { type: 'string', maxLength: maxLength + index } } });
  const properties = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`p${index}`, part(index)]));
  return documentOf({ requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } } });
};

test('with enough time nothing is left undone', () => {
  const { verdict, leftUndone, changes } = diffDocuments(document(9), document(8), { timeLimit: 60 });
  expect([verdict, leftUndone]).toEqual(['breaking', undefined]);
  expect(changes.filter(({ counterExample }) => counterExample)).toHaveLength(300);
});

test('when the time is spent, what is left undone is told, and nothing passes for compatible', () => {
  const { verdict, leftUndone } = diffDocuments(document(9), document(8), { timeLimit: 1e-9 });
  expect(verdict).not.toBe('compatible');
  expect(leftUndone?.questions).toBeGreaterThan(0);
});

test('examples can be left out; the verdict is the same', () => {
  const { verdict, leftUndone, changes } = diffDocuments(document(9), document(8), { counterExamples: 0 });
  expect([verdict, leftUndone]).toEqual(['breaking', undefined]);
  expect(changes.filter(({ counterExample }) => counterExample)).toEqual([]);
});
