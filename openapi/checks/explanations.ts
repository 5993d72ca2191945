import type { SchemaPair } from '../diff/pair-graph.ts';
import { Around, aroundPart, type SchemaView, type Told } from './schema-view.ts';

interface Explained {
  readonly pair: SchemaPair;
  readonly around: number;
  /** In the order in which pairs were entered. */
  readonly index: number;
  /** The earliest pair that is still open and leads here and back. */
  low: number;
  open: boolean;
  explains: boolean;
}

/**
 * Which pairs break and have nothing to show for it: neither a keyword of their own nor one of a part. Of pairs that refer to each
 * other the first that was entered speaks for all of them, and what they tell explains them all (Tarjan's strongly connected components).
 */
export class Explanations {
  readonly #view: SchemaView;
  readonly #entered = new Map<number, Explained>();
  readonly #wholes = new Map<SchemaPair, Told>();
  readonly #stack: Explained[] = [];

  constructor(view: SchemaView) {
    this.#view = view;
  }

  /** What is told of a pair as a whole, since nothing else explains that it breaks. */
  wholeOf(pair: SchemaPair, around: number): Told | undefined {
    this.#enter(pair, around);
    return this.#wholes.get(pair);
  }

  #enter(pair: SchemaPair, around: number): Explained {
    const key = pair.id * 2 + (around & Around.whole ? 1 : 0);
    const known = this.#entered.get(key);
    if (known) return known;
    const { told, inner } = this.#view.visit(pair, around);
    const at: Explained = { pair, around, index: this.#entered.size, low: this.#entered.size, open: true, explains: false };
    this.#entered.set(key, at);
    this.#stack.push(at);
    const broken = pair.base.broken ?? pair.revision.broken;
    at.explains = broken !== undefined || told.some(({ byValue, excused, level }) => byValue && (excused || level !== 'info'));
    if (!(inner & Around.cleared) && broken === undefined)
      for (const part of pair.parts) {
        const other = this.#enter(part.pair, aroundPart(part, inner, around));
        if (other.open) at.low = Math.min(at.low, other.low);
        at.explains ||= other.explains;
      }
    if (at.low === at.index) this.#close(at);
    return at;
  }

  #close(first: Explained): void {
    const group = this.#stack.splice(this.#stack.lastIndexOf(first));
    const { failure } = this.#view.visit(first.pair, first.around);
    const explained = group.some(({ explains }) => explains);
    if (failure && !explained) this.#wholes.set(first.pair, this.#view.wholeOf(first.pair, failure, first.around));
    for (const each of group) {
      each.open = false;
      each.explains = explained || failure !== undefined;
    }
  }
}
