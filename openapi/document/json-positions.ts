import { endOfString } from './json-text.ts';

/** Where the members of JSON values start in a text; each object is scanned once, and only when asked about. */
export class JsonPositions {
  readonly #text: string;
  readonly #members = new Map<number, Map<string, number>>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset of what the keys lead to (its key, for the member of an object), or of the deepest part that exists. */
  find(keys: readonly string[]): number {
    let value = this.#skipSpace(0);
    let shown = value;
    for (const key of keys) {
      const next = this.#membersAt(value).get(key);
      if (next === undefined) return shown;
      shown = next;
      value = this.#text[next] === '"' && this.#text[value] === '{' ? this.#valueAfterKey(next) : next;
    }
    return shown;
  }

  /** Offsets by key: of the key in an object, of the value in an array. */
  #membersAt(start: number): Map<string, number> {
    const known = this.#members.get(start);
    if (known) return known;
    const members = new Map<string, number>();
    this.#members.set(start, members);
    const opening = this.#text[start];
    if (opening !== '{' && opening !== '[') return members;
    let at = this.#skipSpace(start + 1);
    for (let index = 0; at < this.#text.length && this.#text[at] !== '}' && this.#text[at] !== ']'; index++) {
      const value = opening === '{' ? this.#valueAfterKey(at) : at;
      members.set(opening === '{' ? this.#keyAt(at) : String(index), at);
      at = this.#skipSpace(this.#skipValue(value));
      if (this.#text[at] === ',') at = this.#skipSpace(at + 1);
    }
    return members;
  }

  #keyAt(at: number): string {
    return JSON.parse(this.#text.slice(at, endOfString(this.#text, at) + 1)) as string;
  }

  #valueAfterKey(at: number): number {
    return this.#skipSpace(this.#skipSpace(endOfString(this.#text, at) + 1) + 1);
  }

  #skipSpace(at: number): number {
    let to = at;
    while (' \n\r\t\ufeff'.includes(this.#text[to] ?? 'x')) to++;
    return to;
  }

  #skipValue(start: number): number {
    let depth = 0;
    let at = start;
    do {
      const char = this.#text[at];
      if (char === '"') at = endOfString(this.#text, at);
      else if (char === '{' || char === '[') depth++;
      else if (char === '}' || char === ']') depth--;
      else if (depth === 0) return this.#skipScalar(at);
      at++;
    } while (depth > 0 && at < this.#text.length);
    return at;
  }

  #skipScalar(start: number): number {
    let at = start;
    while (at < this.#text.length && !',]} \n\r\t'.includes(this.#text[at] as string)) at++;
    return at;
  }
}
