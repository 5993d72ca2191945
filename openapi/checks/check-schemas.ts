import { PairGraph, type Part, type SchemaPair } from '../diff/pair-graph.ts';
import type { Document } from '../document/document.ts';
import type { Budget } from '../schema/budget.ts';
import { sameSchema } from '../schema/same-schema.ts';
import { schemaAt } from '../schema/schema-at.ts';
import { Explanations } from './explanations.ts';
import type { Finding } from './finding.ts';
import type { Policy } from './lifecycle.ts';
import { type Keys, SchemaQuestions } from './schema-questions.ts';
import type { SchemaSite } from './schema-site.ts';
import { Around, aroundPart, SchemaView, stakes, type Told } from './schema-view.ts';

/** Compares schemas of two documents; what it has proven and found about a pair is kept for the next place that uses it. */
export class SchemaChecks {
  readonly #graph = new PairGraph();
  readonly #questions: SchemaQuestions;
  readonly #views = new Map<string, { readonly view: SchemaView; readonly explanations: Explanations }>();
  readonly #base: Document;
  readonly #revision: Document;
  readonly #policy: Policy;

  constructor(base: Document, revision: Document, { policy, budget }: { policy: Policy; budget: Budget }) {
    this.#base = base;
    this.#revision = revision;
    this.#policy = policy;
    this.#questions = new SchemaQuestions(budget);
  }

  /** Everything that changed in the values of one place. */
  check(site: SchemaSite): Finding[] {
    const [base, revision] = [schemaAt(this.#base, site.base), schemaAt(this.#revision, site.revision)];
    if (sameSchema(base, revision)) return [];
    const { view, explanations } = this.#viewOf(site);
    const root = this.#graph.pairOf({ base, revision });
    const found: Finding[] = [];
    for (const way of waysFrom(root, view)) {
      const { told } = view.visit(way.pair, way.around);
      const whole = stakes(way.around) === 0 ? explanations.wholeOf(way.pair, way.around) : undefined;
      for (const each of whole ? [...told, whole] : told) found.push(this.#findingOf(each, { site, root, way }));
    }
    return found;
  }

  #viewOf({ kind, direction, text, inXml = false, inHeader = false, alwaysSent = false }: SchemaSite) {
    const key = [kind, direction, text, inXml, inHeader, alwaysSent].join(' ');
    const known = this.#views.get(key);
    if (known) return known;
    const view = new SchemaView({ kind, direction, text, inXml, inHeader, alwaysSent }, this.#questions, this.#policy);
    const made = { view, explanations: new Explanations(view) };
    this.#views.set(key, made);
    return made;
  }

  #findingOf({ pair, shown, shownBy, byValue, ...told }: Told, { site, root, way }: Reached): Finding {
    const { within } = site;
    const steps = stepsOf(way).join('/');
    const message = `${within}${steps === '' ? '' : `, ${steps}`}: ${told.says}`;
    const finding = { ...told, message, subject: [within, steps, told.item ?? ''].filter(Boolean).join(' ') };
    if (!byValue || told.level === 'info') return finding;
    const example = () => {
      const value = this.#questions.example(site, root, { pair, keys: keysOf(way), shown, shownBy });
      return value && { ...value, of: within };
    };
    return { ...finding, example };
  }
}

/** The way to a pair from the whole. */
interface Way {
  readonly pair: SchemaPair;
  readonly around: number;
  readonly by?: Part;
  readonly from?: Way;
}

interface Reached {
  readonly site: SchemaSite;
  readonly root: SchemaPair;
  readonly way: Way;
}

/**
 * All pairs that the values of a place lead to, each once, by the shortest way; where several ways lead to one, by one on which most
 * is at stake: a schema that does no harm in one property may in another.
 */
function* waysFrom(root: SchemaPair, view: SchemaView): Generator<Way> {
  const queues: Way[][] = Array.from({ length: 8 }, () => []);
  const seen = new Set<SchemaPair>();
  const bases = new Set<SchemaPair>();
  const add = (way: Way) => queues[stakes(way.around)]!.push(way);
  add({ pair: root, around: Around.whole });
  for (let rank = 0; rank < queues.length; rank++) {
    const queue = queues[rank]!;
    for (let at = 0; at < queue.length; at++) {
      const way = queue[at]!;
      const { pair, around } = way;
      if (seen.has(pair) || (bases.size > 0 && bases.has(pair.itself))) continue;
      seen.add(pair);
      // Within what stands for a schema it is met once more, without them: it has been told.
      if (pair.base.subtypes.length + pair.revision.subtypes.length > 0) bases.add(pair.itself);
      yield way;
      if (pair.base.broken !== undefined || pair.revision.broken !== undefined) continue;
      const { inner } = view.visit(pair, around);
      for (const part of pair.parts)
        if (!seen.has(part.pair)) add({ pair: part.pair, around: aroundPart(part, inner, around), by: part, from: way });
    }
  }
}

function stepsOf(way: Way): string[] {
  const steps: string[] = [];
  for (let at: Way | undefined = way; at?.by; at = at.from) if (at.by.step !== '') steps.unshift(at.by.step);
  return steps;
}

function keysOf(way: Way): Keys {
  const keys: Keys[number][] = [];
  for (let at: Way | undefined = way; at?.by && at.from; at = at.from)
    if (at.by.key !== undefined) keys.unshift({ key: at.by.key, of: at.from.pair });
  return keys;
}
