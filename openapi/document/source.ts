import { DocumentError, type Location } from './document-error.ts';
import { JsonPositions } from './json-positions.ts';
import { parseJsonText } from './json-text.ts';
import { splitPointer } from './pointer.ts';
import { parseYamlText } from './yaml-text.ts';

/** One file: its name, its value, and where in the text each part of it stands. */
export class Source {
  readonly file: string;
  readonly value: unknown;
  readonly #text: string;
  readonly #find: (keys: readonly string[]) => number;
  readonly #mentioned = new Map<string, boolean>();
  #lineStarts: readonly number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
    const { value, find } = file.endsWith('.json') || looksLikeJson(text) ? parseJson(text, file) : parseYamlText(text, file);
    this.value = value;
    this.#find = find;
  }

  /** Whether a keyword may stand in the file: lets what is rare cost nothing where it is not. */
  mentions(keyword: string): boolean {
    const known = this.#mentioned.get(keyword) ?? this.#text.includes(keyword);
    this.#mentioned.set(keyword, known);
    return known;
  }

  /** Where the part that a JSON pointer names stands, or the nearest part around it that exists. */
  locate(pointer: string): Location {
    return this.#locationAt(this.#find(splitPointer(pointer)));
  }

  /** The lines around a place, `context` of them before and after it, as far as there are any. */
  linesAround({ line }: Location, context: number): { readonly first: number; readonly lines: readonly string[] } {
    const starts = this.#starts();
    const first = Math.max(1, line - context);
    const last = Math.min(starts.length, line + context);
    const lines = starts.slice(first - 1, last).map((start, index) => this.#text.slice(start, starts[first + index]).replace(/\r?\n$/, ''));
    return { first, lines };
  }

  /** Found by bisection: a report asks for thousands of places in a text of megabytes. */
  #locationAt(offset: number): Location {
    const starts = this.#starts();
    const at = Math.max(0, Math.min(offset, this.#text.length));
    let [from, to] = [0, starts.length - 1];
    while (from < to) {
      const middle = Math.ceil((from + to) / 2);
      if (starts[middle]! <= at) from = middle;
      else to = middle - 1;
    }
    return { file: this.file, line: from + 1, column: at - starts[from]! + 1 };
  }

  #starts(): readonly number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let at = this.#text.indexOf('\n'); at >= 0; at = this.#text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }

  error(code: DocumentError['code'], reason: string, pointer = ''): DocumentError {
    return new DocumentError(code, reason, this.locate(pointer));
  }
}

/** YAML's flow style also starts with a brace; JSON quotes its first key. */
function looksLikeJson(text: string): boolean {
  return /^\s*\{\s*("|\})/.test(text.slice(0, 10_000)) || /^\s*\[\s*["{[\]\d]/.test(text.slice(0, 10_000));
}

function parseJson(text: string, file: string): { value: unknown; find: (keys: readonly string[]) => number } {
  const positions = new JsonPositions(text);
  return { value: parseJsonText(text, file), find: (keys) => positions.find(keys) };
}
