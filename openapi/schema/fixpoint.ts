/** A yes-or-no question that is being asked, or was. */
interface Question {
  readonly key: string;
  readonly answer: () => boolean;
  holds: boolean;
  /** Rests on nothing that could still change. */
  settled: boolean;
  /** Questions that were answered on the assumption that this one holds. */
  readonly dependents: Set<Question>;
}

/** Questions within questions; more of them wait until the stack is free again. Each takes about 5 kB of it, of 1 MB. */
const DEEPEST = 50;

/**
 * Answers yes-or-no questions about recursive things: the greatest fixpoint. A question that is asked again while it is being
 * answered, or too deep in others, is assumed to hold; when an assumption fails, what rests on it is asked again, and only that. So
 * each question is answered once, and again at most once for each question that it asks. "No" never rests on an assumption.
 */
export class Fixpoint {
  readonly #questions = new Map<string, Question>();
  #current: Question | undefined;
  #depth = 0;
  #unsettled: Question[] = [];
  readonly #doubted: Question[] = [];
  /** Assumed to hold, and not yet asked. */
  readonly #waiting: Question[] = [];

  holds(key: string, answer: () => boolean): boolean {
    const known = this.#questions.get(key);
    const question = known ?? { key, answer, holds: true, settled: false, dependents: new Set() };
    if (!known) {
      this.#questions.set(key, question);
      this.#unsettled.push(question);
      if (this.#depth === 0) this.#askAll(question);
      else if (this.#depth < DEEPEST) this.#ask(question);
      else this.#waiting.push(question);
    }
    if (question.holds && !question.settled && this.#current) question.dependents.add(this.#current);
    return question.holds;
  }

  /** The outermost question, and after it whatever lost an assumption or had to wait. */
  #askAll(question: Question): void {
    try {
      this.#ask(question);
      for (let next = this.#next(); next; next = this.#next()) if (next.holds) this.#ask(next);
      for (const asked of this.#unsettled) {
        asked.settled = true;
        asked.dependents.clear();
      }
    } finally {
      // Where a question could not be answered to its end, nothing that was assumed meanwhile is kept.
      for (const asked of this.#unsettled) if (!asked.settled && asked.holds) this.#questions.delete(asked.key);
      this.#unsettled = [];
      this.#doubted.length = 0;
      this.#waiting.length = 0;
    }
  }

  #next(): Question | undefined {
    return this.#doubted.pop() ?? this.#waiting.pop();
  }

  #ask(question: Question): void {
    const outer = this.#current;
    this.#current = question;
    this.#depth++;
    try {
      if (question.answer()) return;
      question.holds = false;
      question.settled = true;
      this.#doubted.push(...question.dependents);
      question.dependents.clear();
    } finally {
      this.#current = outer;
      this.#depth--;
    }
  }
}
