import { DocumentError, type Location, locationAt } from './document-error.ts';
import { JsonPositions } from './json-positions.ts';
import { parseJsonText } from './json-text.ts';
import { splitPointer } from './pointer.ts';
import { parseYamlText, yamlPositions } from './yaml-text.ts';

/** One file: its name, its value, and where in the text each part of it stands. */
export class Source {
  readonly file: string;
  readonly value: unknown;
  readonly #text: string;
  readonly #json: boolean;
  #find: ((keys: readonly string[]) => number) | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
    this.#json = /^\s*[{[]/.test(text.slice(0, 1_000)) && (file.endsWith('.json') || looksLikeJson(text));
    this.value = this.#json || file.endsWith('.json') ? parseJsonText(text, file) : parseYamlText(text, file);
  }

  /** Where the part that a JSON pointer names stands, or the nearest part around it that exists. */
  locate(pointer: string): Location {
    this.#find ??= this.#json ? findJson(this.#text) : yamlPositions(this.#text);
    return locationAt(this.file, this.#text, this.#find(splitPointer(pointer)));
  }

  error(code: DocumentError['code'], reason: string, pointer = ''): DocumentError {
    return new DocumentError(code, reason, this.locate(pointer));
  }
}

/** YAML's flow style also starts with a brace; JSON quotes its first key. */
function looksLikeJson(text: string): boolean {
  return /^\s*\{\s*("|\})/.test(text.slice(0, 10_000)) || /^\s*\[\s*["{[\]\d]/.test(text.slice(0, 10_000));
}

function findJson(text: string): (keys: readonly string[]) => number {
  const positions = new JsonPositions(text);
  return (keys) => positions.find(keys);
}
