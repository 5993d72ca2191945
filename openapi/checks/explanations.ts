import type { SchemaPair } from '../diff/pair-graph.ts';
import { Around, aroundPart, type SchemaView, type Told } from './schema-view.ts';

interface Place {
  readonly pair: SchemaPair;
  readonly around: number;
}

interface Explained extends Place {
  /** In the order in which pairs were entered. */
  readonly index: number;
  /** The earliest pair that is still open and leads here and back. */
  low: number;
  open: boolean;
  explains: boolean;
}

/** A pair that has been entered, and the parts that are still to be. */
interface Entering {
  readonly at: Explained;
  readonly parts: Iterator<Place>;
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
    if (!this.#entered.has(keyOf({ pair, around }))) this.#enter(pair, around);
    return this.#wholes.get(pair);
  }

  /** With a stack of its own: a chain of components may be longer than that of calls can be. */
  #enter(pair: SchemaPair, around: number): void {
    const ways = [this.#begin({ pair, around })];
    for (let way = ways.at(-1); way; way = ways.at(-1)) {
      const next = way.parts.next();
      if (!next.done) {
        const known = this.#entered.get(keyOf(next.value));
        if (known) join(way.at, known);
        else ways.push(this.#begin(next.value));
      } else {
        ways.pop();
        if (way.at.low === way.at.index) this.#close(way.at);
        const from = ways.at(-1);
        if (from) join(from.at, way.at);
      }
    }
  }

  #begin({ pair, around }: Place): Entering {
    const { told, inner } = this.#view.visit(pair, around);
    const index = this.#entered.size;
    const broken = (pair.base.broken ?? pair.revision.broken) !== undefined;
    const explains = broken || told.some(({ byValue, excused, level }) => byValue && (excused || level !== 'info'));
    const at: Explained = { pair, around, index, low: index, open: true, explains };
    this.#entered.set(keyOf(at), at);
    this.#stack.push(at);
    const parts = inner & Around.cleared || broken ? [] : pair.parts;
    return { at, parts: parts.values().map((part) => ({ pair: part.pair, around: aroundPart(part, inner, around) })) };
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

function keyOf({ pair, around }: Place): number {
  return pair.id * 2 + (around & Around.whole ? 1 : 0);
}

/** What a part is counts for what leads to it. */
function join(at: Explained, part: Explained): void {
  if (part.open) at.low = Math.min(at.low, part.low);
  at.explains ||= part.explains;
}
