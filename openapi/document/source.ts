import { DocumentError, type Location } from './document-error.ts';
import { JsonPositions } from './json-positions.ts';
import { parseJsonText } from './json-text.ts';
import { Lines } from './lines.ts';
import { splitPointer } from './pointer.ts';
import { parseYamlText } from './yaml-text.ts';

/** One file: its name, its value, and where in the text each part of it stands. */
export class Source {
  readonly file: string;
  readonly value: unknown;
  readonly #text: string;
  readonly #find: (keys: readonly string[]) => number;
  #lines: Lines | undefined;
  readonly #mentioned = new Map<string, boolean>();

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
    this.#lines ??= new Lines(this.#text);
    return { file: this.file, ...this.#lines.at(this.#find(splitPointer(pointer))) };
  }

  /** The lines around a place, `context` of them before and after it, as far as there are any. */
  linesAround({ line }: Location, context: number): { readonly first: number; readonly lines: readonly string[] } {
    this.#lines ??= new Lines(this.#text);
    return this.#lines.around(line, context);
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
