import type { CharSet, NFA } from 'refa';
import { matchesPattern } from './pattern.ts';
import { automatonOf, looseAutomatonOf } from './pattern-automaton.ts';
import { readableWord } from './pattern-text.ts';

const MOST_TEXTS = 12;
const MOST_LENGTHS = 8;
/** Steps through an automaton for one text. */
const MOST_STEPS = 500_000;

/** What stands wherever it may: texts that differ in the kind of their characters show where patterns differ. */
const ALPHABETS = ['aA0', 'A_-', '1 ', '-.!'].map((letters) => [...letters].map((letter) => letter.codePointAt(0) ?? 0));

const found = new Map<string, readonly string[]>();

/** Texts that match a pattern: the shortest, and those of the lengths asked for that there are. Checked, so that none is wrong. */
export function textsFor(pattern: string, lengths: readonly number[]): readonly string[] {
  const key = JSON.stringify([pattern, lengths]);
  if (found.size > 2_000) found.clear();
  const texts = found.get(key) ?? find(pattern, lengths);
  found.set(key, texts);
  return texts;
}

function find(pattern: string, lengths: readonly number[]): readonly string[] {
  const automaton = automatonOf(pattern) ?? looseAutomatonOf(pattern);
  if (!automaton) return [];
  const { nfa } = automaton;
  const shortest = wordOf(nfa);
  const wanted = [...new Set(lengths)].slice(0, MOST_LENGTHS).filter((length) => length !== shortest?.length);
  const words = [shortest, ...wanted.map((length) => wordOf(nfa, length))].filter((word) => word !== undefined);
  const texts = ALPHABETS.flatMap((alphabet) => words.map((word) => readableWord(word, alphabet)));
  return [...new Set(texts)].filter((text) => matchesPattern(text, pattern) === true).slice(0, MOST_TEXTS);
}

interface Step {
  readonly from?: Step;
  readonly node: NFA.Node;
  readonly characters?: CharSet;
}

/** The sets of characters along a way from the start to an end: of the given length, or the shortest. */
function wordOf(nfa: NFA, length?: number): CharSet[] | undefined {
  let steps = new Map<NFA.Node, Step>([[nfa.initial, { node: nfa.initial }]]);
  const seen = new Set<NFA.Node>([nfa.initial]);
  for (let [at, spent] = [0, 0]; steps.size > 0 && spent < MOST_STEPS; at++) {
    const end = length === undefined || length === at ? [...steps.values()].find(({ node }) => nfa.finals.has(node)) : undefined;
    if (end) return charactersTo(end);
    if (at === length) return undefined;
    const next = new Map<NFA.Node, Step>();
    for (const from of steps.values())
      for (const [node, characters] of from.node.out) {
        spent++;
        if (next.has(node) || (length === undefined && seen.has(node))) continue;
        seen.add(node);
        next.set(node, { from, node, characters });
      }
    steps = next;
  }
  return undefined;
}

function charactersTo(end: Step): CharSet[] {
  const characters: CharSet[] = [];
  for (let step: Step | undefined = end; step?.characters; step = step.from) characters.unshift(step.characters);
  return characters;
}
