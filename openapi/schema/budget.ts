import { TooLarge } from './comparison.ts';

/** Steps that one question may take before the engine says that it cannot tell; a step takes a few microseconds. */
const MOST_STEPS = 1_000_000;
/** Steps and questions between two looks at the clock. */
const STRIDE = 256;

/** What a run may still spend: steps for each question, which are the same on every machine, and processor time for all together. */
export class Budget {
  #steps = MOST_STEPS;
  #untilClock = 0;
  readonly #limit: number;
  readonly #started = process.cpuUsage();
  #spent = false;
  /** Questions that were left open because the time was spent. */
  questionsLeft = 0;
  /** Examples that were not looked for because the time was spent. */
  examplesLeft = 0;

  /** The limit in seconds of processor time. */
  constructor(limit = Number.POSITIVE_INFINITY) {
    this.#limit = limit * 1_000_000;
  }

  /** Whether the time is over. */
  get isSpent(): boolean {
    this.#look(1);
    return this.#spent;
  }

  /** A question begins. */
  renew(): void {
    this.#steps = MOST_STEPS;
    if (this.isSpent) this.#giveUp();
  }

  spend(steps = 1): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new TooLarge('the schemas are too large to compare in full');
    this.#look(steps);
    if (this.#spent) this.#giveUp();
  }

  #look(steps: number): void {
    this.#untilClock -= steps;
    if (this.#untilClock > 0 || this.#limit === Number.POSITIVE_INFINITY) return;
    this.#untilClock = STRIDE;
    const { user, system } = process.cpuUsage(this.#started);
    this.#spent = user + system >= this.#limit;
  }

  #giveUp(): never {
    this.questionsLeft++;
    throw new TooLarge('the time limit was reached before the schemas could be compared');
  }
}
