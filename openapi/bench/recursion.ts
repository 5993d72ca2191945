/**
 * node openapi/bench/recursion.ts: how the cost of comparing grows with documents whose components all refer to each other. Each
 * component is changed once, and every operation reaches all of them, so that components × operations changes are told. Prints a
 * table with the ratio to the line before, and what ten times as many cost; fails when a change costs more in a large document.
 */
import { diffDocuments, loadDocument } from '../index.ts';
import { recursiveDocument, type Size } from './recursive-documents.ts';

const STEPS = [60, 120, 240, 480, 600];
const FIXED = 60;
/** Ten times the changes may cost so many times as much. */
const MOST_GROWTH = 25;

interface Cost {
  readonly changes: number;
  readonly load: number;
  readonly seconds: number;
  readonly withoutExamples: number;
}

const user = () => process.cpuUsage().user / 1e6;

function costOf(size: Size): Cost {
  const started = user();
  const load = (side: 'base' | 'revision') => loadDocument({ name: `${side}.json`, text: recursiveDocument(size, side) });
  const [base, revision] = [load('base'), load('revision')];
  const loaded = user();
  const { changes } = diffDocuments(base, revision);
  const compared = user();
  // Anew, as what is known of schemas is kept with their documents.
  const again = [load('base'), load('revision')] as const;
  const reloaded = user();
  diffDocuments(...again, { counterExamples: 0 });
  return { changes: changes.length, load: loaded - started, seconds: compared - loaded, withoutExamples: user() - reloaded };
}

function series(what: string, sizeOf: (step: number) => Size): boolean {
  console.log(`\n${what.padEnd(26)} changes   load s   diff s  ratio   without examples s   µs a change   memory MB`);
  const costs = STEPS.map((step) => {
    const size = sizeOf(step);
    const cost = costOf(size);
    return { ...cost, size, memory: process.memoryUsage().rss / 1e6 };
  });
  for (const [index, { size, changes, load, seconds, withoutExamples, memory }] of costs.entries()) {
    const ratio = index === 0 ? '' : (seconds / costs[index - 1]!.seconds).toFixed(1);
    const name = `${size.components} × ${size.operations}`.padEnd(26);
    const cells = [String(changes).padStart(8), load.toFixed(2).padStart(9), seconds.toFixed(2).padStart(9), ratio.padStart(7)];
    const rest = [
      withoutExamples.toFixed(2).padStart(21),
      ((seconds / changes) * 1e6).toFixed(1).padStart(14),
      memory.toFixed(0).padStart(12),
    ];
    console.log(name + [...cells, ...rest].join(''));
  }
  const [first, last] = [costs[0]!, costs.at(-1)!];
  const growth = last.seconds / first.seconds;
  console.log(`ten times as many: ${(last.changes / first.changes).toFixed(1)} times the changes, ${growth.toFixed(1)} times the seconds`);
  return growth <= MOST_GROWTH;
}

costOf({ components: FIXED, operations: FIXED });
const fine = [
  series('components × operations', (step) => ({ components: step, operations: FIXED })),
  series('components × operations', (step) => ({ components: FIXED, operations: step })),
];
if (fine.includes(false)) {
  console.error(`ten times the changes cost more than ${MOST_GROWTH} times as much`);
  process.exitCode = 1;
}
