import type { SchemaPair } from '../diff/schema-pair.ts';
import { unwrapNull } from '../diff/unwrap-null.ts';
import { differingParts } from '../diff/walk-schemas.ts';
import type { Document } from '../document/document.ts';
import type { Failure } from '../schema/failure.ts';
import { leftOut } from '../schema/left-out.ts';
import { sameSchema } from '../schema/same-schema.ts';
import { schemaAt } from '../schema/schema-at.ts';
import { checkProperties } from './check-properties.ts';
import { checkLifecycleOfProperty } from './check-property-lifecycle.ts';
import { asTheFieldSays } from './field-names.ts';
import type { Finding } from './finding.ts';
import { annotationFindings, valueFindings } from './keyword-checks.ts';
import type { KeywordFinding } from './keyword-finding.ts';
import type { Policy } from './lifecycle.ts';
import { findRule, levelOfRule } from './registry.ts';
import type { Level } from './rule.ts';
import { SchemaQuestions, type Shown } from './schema-questions.ts';
import { directionOf, phraseOf, schemaRuleId } from './schema-rules.ts';
import { placeOf, type SchemaSite } from './schema-site.ts';

/** Variants of rules for properties that are not part of the values of their direction. */
const LEFT_OUT: Readonly<Record<string, ReadonlySet<string>>> = {
  request: new Set([
    'enum-value-removed',
    'max-decreased',
    'exclusive-max-decreased',
    'max-length-decreased',
    'min-increased',
    'exclusive-min-increased',
  ]),
  response: new Set(['enum-value-added']),
};

/** Changes that only the exact question clears, not the one by convention. */
const EXACT = /^(any-of|one-of)-(added|removed)$|^dependent-schema|^additional-properties/;

/** Compares schemas of two documents; what it has proven and found about a pair is kept for the next place that uses it. */
export class SchemaChecks {
  readonly #findings = new Map<string, { values: KeywordFinding[]; notes: KeywordFinding[] }>();
  readonly #questions: SchemaQuestions;
  readonly #base: Document;
  readonly #revision: Document;
  readonly #policy: Policy;

  constructor(base: Document, revision: Document, options: Policy & { counterExamples: number }) {
    this.#base = base;
    this.#revision = revision;
    this.#policy = options;
    this.#questions = new SchemaQuestions(options.counterExamples);
  }

  /** Everything that changed in the values of one place. */
  check(site: SchemaSite): Finding[] {
    const [base, revision] = [schemaAt(this.#base, site.base), schemaAt(this.#revision, site.revision)];
    if (sameSchema(base, revision)) return [];
    const walk: Walk = { site, root: { base, revision, path: [], keys: [] }, seen: new Map(), found: [] };
    this.#visit(walk, walk.root, { cleared: false, reworded: false });
    return walk.found.map((found) => {
      const counterExample = found.byValue && found.level !== 'info' ? this.#questions.example(site, walk.root, found) : undefined;
      return { ...found.finding, level: found.level, counterExample };
    });
  }

  /** Whether something was found that explains why the values are not those that they were. */
  #visit(walk: Walk, pair: SchemaPair, around: Around): boolean {
    const key = `${pair.base.id}:${pair.revision.id}`;
    // A part that stands at several places is told at the first.
    const known = walk.seen.get(key);
    if (known !== undefined) return known;
    walk.seen.set(key, false);
    const before = walk.found.length;
    const own = this.#questions.failure(walk.site, pair);
    const { base, revision } = pair;
    if (base.broken !== undefined || revision.broken !== undefined) {
      // Told once for the reference, not for each place that it is written at.
      return true;
    }
    const failure = around.cleared ? undefined : own;
    // Where each side accepts all that the other does, other words for the same are no change.
    const inherited = around.reworded && !isLeftOut(walk.site, pair);
    const reworded = inherited || (!own && !this.#questions.reverse(walk.site, pair));
    this.#report(walk, pair, { failure, reworded });
    const inParts = differingParts(pair).map((part) => this.#visit(walk, part, { cleared: !failure, reworded }));
    const explained = inParts.some(Boolean) || walk.found.slice(before).some(({ byValue, level }) => byValue && level !== 'info');
    if (failure && !explained) walk.found.push(this.#whole(walk, pair, failure));
    walk.seen.set(key, explained || failure !== undefined);
    return explained || failure !== undefined;
  }

  #report(walk: Walk, pair: SchemaPair, { failure, reworded }: Answered): void {
    const { values, notes } = this.#keywords(pair);
    for (const finding of values)
      if (!reworded || (EXACT.test(finding.suffix) && !this.#clears(walk.site, pair, finding.suffix)) || isAboutOthers(finding))
        this.#addKeyword(walk, pair, { finding, cleared: !failure && this.#clears(walk.site, pair, finding.suffix), byValue: true });
    for (const finding of notes) this.#addKeyword(walk, pair, { finding, cleared: false, byValue: false });
    const [base, revision] = [unwrapNull(pair.base).schema, unwrapNull(pair.revision).schema];
    for (const { id, name, says, level, byValue, ...sides } of checkProperties(walk.site, base, revision)) {
      const lowered = byValue && !failure ? 'info' : level;
      this.#add(walk, pair, { id, ...sides, message: says, subject: name, ...(lowered ? { level: lowered } : {}) }, byValue);
    }
    for (const finding of checkLifecycleOfProperty(walk.site, pair, this.#policy)) this.#add(walk, pair, finding);
  }

  /** Whether the convention that only declared properties are sent may clear a change: alternatives are distinguished by what is undeclared. */
  #clears(site: SchemaSite, pair: SchemaPair, suffix: string): boolean {
    return !EXACT.test(suffix) || !this.#questions.failure(site, pair, true);
  }

  #addKeyword(walk: Walk, pair: SchemaPair, { finding, cleared, byValue }: Judged): void {
    const { site } = walk;
    const place = placeOf(site, pair.path.length === 0);
    const { suffix, detail, item, ...sides } = asTheFieldSays(finding, { place, text: site.text, ...pair });
    const out = isLeftOut(site, pair);
    const variant = out && LEFT_OUT[site.direction]?.has(suffix);
    const silent = site.direction === 'request' ? 'request-read-only-property' : 'response-write-only-property';
    const header = site.inHeader && suffix === 'became-enum' && pair.path.length > 0;
    const id = variant ? `${silent}-${suffix}` : header ? 'request-header-property-became-enum' : schemaRuleId(place, suffix);
    // A default means something only where the value may be left out.
    const idle = site.alwaysSent && suffix.startsWith('default-value');
    if (!findRule(id)) return;
    const level = cleared || out || idle ? { level: 'info' as const } : {};
    const message = detail ? `${phraseOf(suffix)} (${detail})` : phraseOf(suffix);
    this.#add(walk, pair, { id, ...sides, message, subject: item ?? '', ...level }, byValue);
    // The value that was added or removed shows best what it does.
    const found = walk.found.at(-1);
    if (found && suffix.startsWith('enum-value') && item !== undefined && item !== 'more')
      walk.found.splice(-1, 1, { ...found, shows: { value: JSON.parse(item) as unknown } });
  }

  #add({ site, found }: Walk, pair: SchemaPair, finding: Finding, byValue = false): void {
    const way = pair.path.join('/');
    const message = `${site.within}${way ? `, ${way}` : ''}: ${finding.message}`;
    const subject = [site.within, way, finding.subject].filter(Boolean).join(' ');
    found.push({ finding: { ...finding, message, subject }, level: finding.level ?? levelOfRule(finding.id), pair, byValue });
  }

  /** What no keyword explains: the schema as a whole. */
  #whole({ site }: Walk, pair: SchemaPair, failure: Failure): Found {
    const place = placeOf(site, pair.path.length === 0);
    const worse = directionOf(place) === 'request' ? 'narrowed' : 'widened';
    const suffix = failure.certain || this.#questions.search(site, pair) ? worse : 'undecided';
    const id = schemaRuleId(place, suffix);
    const subject = [site.within, pair.path.join('/')].filter(Boolean).join(', ');
    const finding = {
      id,
      base: pair.base.node,
      revision: pair.revision.node,
      message: `${subject}: ${phraseOf(suffix)}: ${failure.reason}`,
      subject,
    };
    return { finding, level: levelOfRule(id), pair, byValue: true };
  }

  #keywords({ base, revision }: SchemaPair): { values: KeywordFinding[]; notes: KeywordFinding[] } {
    const key = `${base.id}:${revision.id}`;
    const found = this.#findings.get(key) ?? { values: valueFindings(base, revision), notes: annotationFindings(base, revision) };
    this.#findings.set(key, found);
    return found;
  }
}

interface Found {
  readonly finding: Finding;
  readonly level: Level;
  readonly pair: SchemaPair;
  /** The subset question stands behind it. */
  readonly byValue: boolean;
  /** A value of the part that shows it. */
  readonly shows?: Shown;
}

/** What is known of the schema around a part. */
interface Around {
  readonly cleared: boolean;
  readonly reworded: boolean;
}

interface Answered {
  readonly failure: Failure | undefined;
  readonly reworded: boolean;
}

/** A property that is not part of the values of its direction. */
function isLeftOut({ direction }: SchemaSite, { base, revision, path }: SchemaPair): boolean {
  return path.length > 0 && (leftOut(base, direction) || leftOut(revision, direction));
}

/** That an object was closed or opened is told, although by convention nobody sends or minds more. */
function isAboutOthers({ suffix }: KeywordFinding): boolean {
  return suffix.startsWith('additional-properties');
}

interface Judged {
  readonly finding: KeywordFinding;
  readonly cleared: boolean;
  readonly byValue: boolean;
}

interface Walk {
  readonly site: SchemaSite;
  readonly root: SchemaPair;
  /** Pairs that were looked at, and whether they explain a difference in values. */
  readonly seen: Map<string, boolean>;
  readonly found: Found[];
}
