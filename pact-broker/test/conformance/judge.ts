/** Where the reference is not followed, and why. Each difference is `scenario · exchange: member`. */
export interface Disagreement {
  reason: string;
  differences: string[];
}

export interface Judgement {
  agreed: number;
  total: number;
  /** Lines of the comparison that no disagreement names. */
  unexpected: string[];
  /** Named differences that are none: the answers agree there by now. */
  outdated: string[];
}

/** Counts, and what accepted.json beside the comparison lets pass. */
const NO_DIFFERENCE = /^([\w-]+: \d+ of \d+ agree$|accepted: )/;
const TOTAL = /^total: (\d+) of (\d+) agree$/;

/** Reads what compare.mjs prints: a line a difference, a count a scenario, and a total. */
export function judge(printed: string, disagreements: Disagreement[]): Judgement {
  const lines = printed.split('\n').filter((line) => line !== '');
  const [, agreed, total] = lines.map((line) => TOTAL.exec(line)).find((match) => match !== null) ?? [];
  if (agreed === undefined) throw new Error(`The comparison did not come to its end:\n${printed}`);
  const named = disagreements.flatMap(({ differences }) => differences);
  const differing = lines.filter((line) => !NO_DIFFERENCE.test(line));
  return {
    agreed: Number(agreed),
    total: Number(total),
    unexpected: differing.filter((line) => !named.some((name) => line.startsWith(`${name}: `))),
    outdated: named.filter((name) => !differing.some((line) => line.startsWith(`${name}: `))),
  };
}
