import type { AST } from '@eslint-community/regexpp';

/** What a backtracking engine may have to go through. */
interface Cost {
  /** Ways in which a part can match the same text, at most. */
  readonly ways: number;
  /** Characters and assertions, with what is repeated a certain number of times counted as often. */
  readonly size: number;
  /** The fewest characters that it takes up. */
  readonly width: number;
}

/**
 * Steps that a backtracking engine takes at most to match the pattern with a text of this length, from whichever character it starts:
 * a bound from the structure of the pattern, not a guess from its shape.
 */
export function mostSteps(pattern: AST.Pattern, length: number): number {
  const { ways, size } = anyOf(pattern.alternatives, length);
  return ways * size * (length + 1);
}

/** How large the pattern is when everything that is counted is written out: what compiling it takes. */
export function writtenOut(pattern: AST.Pattern): number {
  return anyOf(pattern.alternatives, 0).size;
}

function anyOf(alternatives: readonly AST.Alternative[], length: number): Cost {
  const costs = alternatives.map(({ elements }) => allOf(elements, length));
  return {
    ways: sum(costs.map(({ ways }) => ways)),
    size: 1 + sum(costs.map(({ size }) => size)),
    width: Math.min(...costs.map(({ width }) => width)),
  };
}

function allOf(elements: readonly AST.Element[], length: number): Cost {
  const costs = elements.map((element) => costOf(element, length));
  return {
    ways: costs.reduce((product, { ways }) => product * ways, 1),
    size: sum(costs.map(({ size }) => size)),
    width: sum(costs.map(({ width }) => width)),
  };
}

function costOf(element: AST.Element, length: number): Cost {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return anyOf(element.alternatives, length);
    case 'Assertion':
      return 'alternatives' in element ? { ...anyOf(element.alternatives, length), width: 0 } : { ways: 1, size: 1, width: 0 };
    case 'Quantifier':
      return repeated(element, costOf(element.element, length), length);
    case 'Backreference':
      return { ways: 1, size: 1 + length, width: 0 };
    default:
      return { ways: 1, size: 1, width: 1 };
  }
}

function repeated({ min, max }: AST.Quantifier, { ways, size, width }: Cost, length: number): Cost {
  const times = Math.max(min, Math.min(max, Math.ceil(length / Math.max(1, width)) + 1));
  // Each number of repetitions is a way, and within it each combination of the ways of the part.
  const all = ways === 1 ? times - min + 1 : ways ** times * (times - min + 1);
  const written = Number.isFinite(max) ? max : min + 1;
  return { ways: all, size: 1 + size * Math.max(1, written), width: width * min };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
