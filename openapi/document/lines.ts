/** Where the lines of a text begin: counted once, however many places are asked for. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** Line and column of an offset, both from 1. */
  at(offset: number): { line: number; column: number } {
    const wanted = Math.max(0, Math.min(offset, this.#text.length));
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: wanted - (this.#starts[low] ?? 0) + 1 };
  }

  /** A line and those around it, `context` of them before and after, as far as there are any. */
  around(line: number, context: number): { readonly first: number; readonly lines: readonly string[] } {
    const first = Math.max(1, line - context);
    const starts = this.#starts.slice(first - 1, line + context);
    const lines = starts.map((start, index) => this.#text.slice(start, this.#starts[first + index]).replace(/\r?\n$/, ''));
    return { first, lines };
  }
}
