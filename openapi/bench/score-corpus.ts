/**
 * node openapi/bench/score-corpus.ts CORPUS > predictions.jsonl: compares every pair of a corpus (folders `pairs/<pair>/` with base.json
 * and revision.json, and an index.json that lists them) and writes one line a pair, for the corpus' own scorer.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffDocuments, loadDocument } from '../index.ts';

const corpus = process.argv[2];
if (!corpus) throw new Error('which corpus? node openapi/bench/score-corpus.ts CORPUS');

const index = JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8')) as { pair: string }[];
for (const { pair } of index) process.stdout.write(`${JSON.stringify(predict(pair))}\n`);

function predict(pair: string) {
  const started = performance.now();
  try {
    const [base, revision] = ['base', 'revision'].map((side) => loadDocument(join(corpus!, 'pairs', pair, `${side}.json`)));
    const { verdict, changes } = diffDocuments(base!, revision!);
    const breaking = verdict === 'unknown' ? null : verdict === 'breaking';
    const told = changes.map(({ id, level, method, path }) => ({ id, level, method, path }));
    return { pair, breaking, changes: told, ms: Math.round(performance.now() - started) };
  } catch (error) {
    return { pair, breaking: null, changes: [], error: (error as Error).message, ms: Math.round(performance.now() - started) };
  }
}
