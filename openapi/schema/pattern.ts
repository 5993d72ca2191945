import { automatonOf, matchesAutomaton } from './pattern-automaton.ts';
import { mostSteps, writtenOut } from './pattern-cost.ts';
import { type PatternTree, treeOf } from './pattern-tree.ts';

/** Steps of backtracking that take some milliseconds. */
const MOST_STEPS = 2_000_000;
const LARGEST = 5_000;
const LONGEST_TEXT = 10_000;

const compiled = new WeakMap<PatternTree, RegExp>();

/**
 * Whether a text matches a pattern of a schema, which is searched for anywhere in it. Answers within milliseconds whatever the pattern:
 * one that may backtrack for long is matched by its automaton. undefined where neither can tell: the pattern is not JavaScript's, or
 * too large, or looks around or back in a way that no automaton does.
 */
export function matchesPattern(text: string, pattern: string): boolean | undefined {
  const tree = text.length > LONGEST_TEXT ? undefined : treeOf(pattern);
  if (!tree) return undefined;
  if (writtenOut(tree.tree) <= LARGEST && mostSteps(tree.tree, text.length) <= MOST_STEPS) return regexOf(tree).test(text);
  const automaton = automatonOf(pattern);
  return automaton && matchesAutomaton(text, automaton);
}

function regexOf(tree: PatternTree): RegExp {
  const regex = compiled.get(tree) ?? new RegExp(tree.source, tree.flags);
  compiled.set(tree, regex);
  return regex;
}

export function matchesEverything(pattern: string): boolean {
  return /^\^?(\(\?:)?(\.\*|\[\\s\\S\]\*|\[\^\]\*)?\)?\$?$/.test(pattern);
}
