import { createInterface } from 'node:readline';
import { type Config, type Document, loadDocument, reportAsJson } from '@concordat/openapi';
import { type CompareOptions, compare } from './compare.ts';
import { optionsOf, type SideOptions } from './document-options.ts';
import { exitCodeFor, type FailOn } from './fail-on.ts';
import { failureText, UsageError } from './failure.ts';
import { progress } from './progress.ts';
import { readDocument } from './read-document.ts';

export interface BatchOptions extends Pick<CompareOptions, 'examples' | 'timeLimit'> {
  readonly config?: Config | undefined;
  readonly documents?: SideOptions | undefined;
  /** A batch is asked for its answers: without this, neither changes nor unreadable pairs are a failure of the run. */
  readonly failOn?: FailOn | undefined;
}

interface Pair {
  readonly id: unknown;
  readonly base: unknown;
  readonly revision: unknown;
}

/** Answers every line as soon as it is compared; a pair that cannot be read gets an `error` and the next one its turn. */
export async function diffBatch(input: NodeJS.ReadableStream, options: BatchOptions): Promise<number> {
  const { phase, done } = progress();
  let worst = 0;
  let count = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const { answer, exitCode } = await answerLine(line, options);
    done();
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    worst = Math.max(worst, exitCode);
    phase(`${++count} pairs compared`);
  }
  done();
  return options.failOn === undefined ? 0 : worst;
}

async function answerLine(line: string, { failOn = 'error', ...options }: BatchOptions) {
  let id: unknown = null;
  try {
    const pair = parsePair(line);
    id = pair.id;
    const start = performance.now();
    const [base, revision] = [await documentOf(pair, 'base', options.documents), await documentOf(pair, 'revision', options.documents)];
    const report = await compare(base, revision, options);
    const ms = Math.round((performance.now() - start) * 10) / 10;
    return { answer: { id, ...reportAsJson(report), ms }, exitCode: exitCodeFor(report.changes, failOn) };
  } catch (error) {
    return { answer: { id, error: failureText(error as Error) }, exitCode: 2 };
  }
}

function parsePair(line: string): Pair {
  try {
    const { id = null, base, revision } = JSON.parse(line) as Partial<Pair>;
    return { id, base, revision };
  } catch {
    throw new UsageError('this line is not a JSON object {"id", "base", "revision"}');
  }
}

/** A place, or the document itself as an object. */
async function documentOf(pair: Pair, side: 'base' | 'revision', options: SideOptions = {}): Promise<Document> {
  const value = pair[side];
  const { root, map: maps, stripPrefix } = optionsOf(side, options);
  if (typeof value === 'object' && value !== null)
    return loadDocument({ name: `${side}.json`, text: JSON.stringify(value) }, { root, maps, stripPrefix });
  if (typeof value !== 'string' || value === '') throw new UsageError(`"${side}" must be a file, git:REVISION:PATH or a document`);
  if (/[\r\n]/.test(value))
    throw new UsageError(`"${side}" is the text of a document; give the document itself, as an object, or the name of a file`);
  if (value === '-') throw new UsageError(`"${side}" cannot be standard input in a batch`);
  return readDocument(value, { root, map: maps, stripPrefix });
}
