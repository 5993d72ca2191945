import type { AST } from '@eslint-community/regexpp';
import type { CharSet, Concatenation, Element, NFA, NoParent } from 'refa';
import { writtenOut } from './pattern-cost.ts';
import { refa } from './pattern-libraries.ts';
import { treeOf } from './pattern-tree.ts';

/** Bounds that keep each step within milliseconds; beyond them a pattern has no automaton. */
const LARGEST = 2_000;
const MOST_NODES = 4_000;
const MOST_EDGES = 20_000;
const MOST_PASSES = 6;

/** An automaton that accepts exactly the texts in which the pattern is found. */
export interface Automaton {
  readonly nfa: NFA;
  readonly unicode: boolean;
}

const automata = new Map<string, Automaton | undefined>();

export function automatonOf(pattern: string): Automaton | undefined {
  if (automata.size > 2_000) automata.clear();
  if (!automata.has(pattern)) automata.set(pattern, build(pattern));
  return automata.get(pattern);
}

function build(pattern: string): Automaton | undefined {
  const read = treeOf(pattern);
  if (!read || writtenOut(read.tree) > LARGEST) return undefined;
  const unicode = read.flags === 'u';
  try {
    const { rest, conditions } = splitConditions(read.source, read.tree);
    const nfa = conditions.reduce((found, { source, negate }) => restrict(found, search(source, unicode), negate), search(rest, unicode));
    return edges(nfa) > MOST_EDGES ? undefined : { nfa, unicode };
  } catch {
    // The library throws for what no automaton can do, and when a bound is passed.
    return undefined;
  }
}

/** The same with what its assertions and backreferences demand left out: texts of it are candidates, to be checked. */
export function looseAutomatonOf(pattern: string): Automaton | undefined {
  const read = treeOf(pattern);
  if (!read || writtenOut(read.tree) > LARGEST) return undefined;
  try {
    return { nfa: search(read.source, read.flags === 'u', true), unicode: read.flags === 'u' };
  } catch {
    return undefined;
  }
}

function search(source: string, unicode: boolean, loose = false): NFA {
  const { CharSet, JS, NFA, Transformers, transform } = refa();
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source, flags: unicode ? 'u' : '' }).parse(
    loose ? { maxNodes: LARGEST, assertions: 'ignore', backreferences: 'disable' } : { maxNodes: LARGEST },
  );
  // A new one each time: transformers change what they are given.
  const anything = () => (loose ? [] : [anyCharacters(CharSet.all(maxCharacter))]);
  const alternatives = expression.alternatives
    .flatMap(ungrouped)
    .map(({ elements }): NoParent<Concatenation> => ({ type: 'Concatenation', elements: [...anything(), ...elements, ...anything()] }));
  const simple = transform(Transformers.simplify(), { type: 'Expression', alternatives }, { maxPasses: MOST_PASSES });
  const bare = transform(Transformers.patternEdgeAssertions({ remove: true }), simple);
  return NFA.fromRegex(bare, { maxCharacter }, {}, new NFA.LimitedNodeFactory(MOST_NODES));
}

function edges(nfa: NFA): number {
  let count = 0;
  for (const { out } of nfa.nodes()) count += out.size;
  return count;
}

function anyCharacters(characters: CharSet): NoParent<Element> {
  const one: NoParent<Concatenation> = { type: 'Concatenation', elements: [{ type: 'CharacterClass', characters }] };
  return { type: 'Quantifier', min: 0, max: Number.POSITIVE_INFINITY, lazy: false, alternatives: [one] };
}

/** `(^a|b$)` is `^a|b$`: anchors are understood at the ends of alternatives. */
function ungrouped(alternative: NoParent<Concatenation>): NoParent<Concatenation>[] {
  const [only] = alternative.elements;
  return alternative.elements.length === 1 && only?.type === 'Alternation' ? only.alternatives.flatMap(ungrouped) : [alternative];
}

interface Condition {
  readonly source: string;
  readonly negate: boolean;
}

/** `^(?!…)(?=…)rest`: conditions on the whole text, which automata can be intersected with; elsewhere looking around is left in place. */
function splitConditions(source: string, { alternatives }: AST.Pattern): { rest: string; conditions: Condition[] } {
  const [start, ...elements] = alternatives.length === 1 ? (alternatives[0]?.elements ?? []) : [];
  const conditions: Condition[] = [];
  if (start?.type !== 'Assertion' || start.kind !== 'start' || /\\[1-9k]/.test(source)) return { rest: source, conditions };
  for (const element of elements) {
    if (element.type !== 'Assertion' || element.kind !== 'lookahead') break;
    conditions.push({ source: `^(?:${element.alternatives.map(({ raw }) => raw).join('|')})`, negate: element.negate });
  }
  const last = elements[conditions.length - 1];
  return { rest: last ? `^${source.slice(last.end)}` : source, conditions };
}

function restrict(nfa: NFA, condition: NFA, negate: boolean): NFA {
  const { DFA, NFA } = refa();
  const other = DFA.fromFA(condition, new DFA.LimitedNodeFactory(MOST_NODES));
  if (negate) other.complement();
  return NFA.fromIntersection(nfa, other, new NFA.LimitedNodeFactory(MOST_NODES));
}

/** Steps of one match; a text and an automaton that are both large are not matched. */
const MOST_STEPS = 2_000_000;

/** Goes through the text once, with all states at a time. */
export function matchesAutomaton(text: string, { nfa, unicode }: Automaton): boolean | undefined {
  let states = new Set([nfa.initial]);
  let steps = 0;
  for (const character of unicode ? text : text.split('')) {
    const code = character.codePointAt(0) ?? 0;
    const next = new Set<NFA.Node>();
    for (const state of states) {
      steps += 1 + state.out.size;
      for (const [node, characters] of state.out) if (characters.has(code)) next.add(node);
    }
    if (steps > MOST_STEPS) return undefined;
    states = next;
  }
  return [...states].some((state) => nfa.finals.has(state));
}
