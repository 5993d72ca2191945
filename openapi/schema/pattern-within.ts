import { matchesEverything, matchesPattern } from './pattern.ts';
import { type Automaton, automatonOf } from './pattern-automaton.ts';
import { refa } from './pattern-libraries.ts';
import { readableWord } from './pattern-text.ts';

/** States of an automaton that was made deterministic, and pairs of states that are looked at. */
const MOST_STATES = 2_000;
const MOST_PAIRS = 20_000;

interface Answer {
  readonly within: boolean;
  /** The shortest text that shows it, where it is not. */
  readonly text?: string;
}

const NOT_PROVEN: Answer = { within: false };
const answers = new Map<string, Answer>();

/** Every text that the first pattern matches, the second matches too: proven by their automata; not proven where they grow too large. */
export function patternWithin(narrow: string, wide: string): boolean {
  return narrow === wide || matchesEverything(wide) || answer(narrow, wide).within;
}

/** The shortest text that the first pattern matches and the second does not. */
export function textBetween(narrow: string, wide: string): string | undefined {
  return patternWithin(narrow, wide) ? undefined : answer(narrow, wide).text;
}

function answer(narrow: string, wide: string): Answer {
  const key = JSON.stringify([narrow, wide]);
  if (answers.size > 10_000) answers.clear();
  const known = answers.get(key) ?? find(narrow, wide);
  answers.set(key, known);
  return known;
}

function find(narrow: string, wide: string): Answer {
  const [inside, around] = [automatonOf(narrow), automatonOf(wide)];
  if (!inside || !around || inside.unicode !== around.unicode) return NOT_PROVEN;
  try {
    const [word] = wordsBetween(inside, around);
    if (!word) return { within: true };
    const text = readableWord(word);
    return matchesPattern(text, narrow) === true && matchesPattern(text, wide) === false ? { within: false, text } : NOT_PROVEN;
  } catch {
    return NOT_PROVEN;
  }
}

function wordsBetween({ nfa }: Automaton, { nfa: around }: Automaton) {
  const { DFA, getIntersectionWordSets } = refa();
  const outside = DFA.fromFA(around, new DFA.LimitedNodeFactory(MOST_STATES));
  outside.complement(new DFA.LimitedNodeFactory(MOST_STATES));
  return getIntersectionWordSets(nfa, outside, MOST_PAIRS);
}
