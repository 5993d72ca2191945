/**
 * node openapi/bench/large.ts: how long the engine takes for documents of growing size, and how much memory. The documents are cut
 * from two releases of GitHub's own (11 MB each), by leaving out paths. Prints a table; fails when the whole takes too long or too much.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffDocuments, loadDocument } from '../index.ts';
import { LARGE_DOCUMENTS } from '../test/large-documents.ts';

const MOST_SECONDS = 10;
const MOST_BYTES = 1.5e9;

const PAIRS = [
  ['ghes-3.18.json', 'ghes-3.19.json'],
  ['ghes-3.19.json', 'api.github.com.json'],
] as const;

/** Every part of the paths of a document, with all of its components. */
function cut(name: string, part: number): string {
  const text = readFileSync(join(LARGE_DOCUMENTS, name), 'utf8');
  if (part === 1) return text;
  const document = JSON.parse(text) as { paths: object };
  const paths = Object.entries(document.paths);
  return JSON.stringify({ ...document, paths: Object.fromEntries(paths.slice(0, Math.ceil(paths.length * part))) });
}

console.log('base               revision              paths      MB   load s   diff s   changes   memory MB');
let tooMuch = false;
for (const [base, revision] of PAIRS)
  for (const part of [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1]) {
    const texts = [cut(base, part), cut(revision, part)] as const;
    const started = performance.now();
    const [before, after] = [loadDocument({ name: base, text: texts[0] }), loadDocument({ name: revision, text: texts[1] })];
    const loaded = performance.now();
    const { changes } = diffDocuments(before, after);
    const done = performance.now();
    const memory = process.memoryUsage().rss;
    tooMuch ||= done - started > MOST_SECONDS * 1_000 || memory > MOST_BYTES;
    const cells = [
      base.padEnd(18),
      revision.padEnd(20),
      `${Math.round(part * 100)}%`,
      ((texts[0].length + texts[1].length) / 2e6).toFixed(1),
    ];
    const numbers = [(loaded - started) / 1_000, (done - loaded) / 1_000].map((seconds) => seconds.toFixed(2));
    console.log(
      [...cells, ...numbers, changes.length, Math.round(memory / 1e6)]
        .map((cell, index) => (index < 2 ? cell : String(cell).padStart(7)))
        .join('  '),
    );
  }
if (tooMuch) {
  console.error(`more than ${MOST_SECONDS} s or ${MOST_BYTES / 1e9} GB`);
  process.exitCode = 1;
}
