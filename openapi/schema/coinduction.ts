/**
 * Answers yes-or-no questions about recursive things. A question that is asked again while it is being answered is assumed to hold;
 * an answer that rests on such an assumption is kept only when the assumption turned out true. "No" never rests on an assumption.
 */
export class Coinduction {
  readonly #answers = new Map<string, boolean>();
  readonly #open = new Map<string, number>();
  /** The shallowest open question that the current answer rests on. */
  #rests = Number.POSITIVE_INFINITY;
  #tentative: string[] = [];

  holds(key: string, answer: () => boolean): boolean {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const depth = this.#open.get(key);
    if (depth !== undefined) {
      this.#rests = Math.min(this.#rests, depth);
      return true;
    }
    return this.#ask(key, answer);
  }

  #ask(key: string, answer: () => boolean): boolean {
    const depth = this.#open.size;
    const outer = this.#rests;
    const start = this.#tentative.length;
    this.#rests = Number.POSITIVE_INFINITY;
    this.#open.set(key, depth);
    let holds = false;
    try {
      holds = answer();
    } finally {
      this.#open.delete(key);
      if (!holds) this.#forget(start);
    }
    this.#answers.set(key, holds);
    const restsOutside = holds && this.#rests < depth;
    if (restsOutside) this.#tentative.push(key);
    else if (holds) this.#tentative.length = start;
    this.#rests = Math.min(outer, restsOutside ? this.#rests : Number.POSITIVE_INFINITY);
    return holds;
  }

  /** What was answered yes since then on the assumption that has just failed must be asked again. */
  #forget(start: number): void {
    for (const key of this.#tentative.splice(start)) this.#answers.delete(key);
  }
}
