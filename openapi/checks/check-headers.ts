import { type OperationPair, type Sides, sideBySide } from '../diff/pairs.ts';
import type { Header } from '../document/bodies.ts';
import { schemaOrAny } from '../document/parameters.ts';
import type { Finding } from './finding.ts';
import { otherFindings } from './other-changes.ts';
import { isRestyled, styleOf } from './parameter-style.ts';
import { atMost } from './registry.ts';
import type { Level } from './rule.ts';
import type { SchemaSite } from './schema-site.ts';

interface Within {
  readonly pair: OperationPair;
  readonly noun: 'response-header' | 'request-body-encoding-header' | 'response-body-encoding-header';
  /** For people: `response 200`. */
  readonly within: string;
  /** Who must see to it that the header is there. */
  readonly direction: SchemaSite['direction'];
}

/** A header that came, went, or is needed otherwise. */
export function headerFindings({ base, revision }: Sides<Header>, { pair, noun, within, direction }: Within): Finding[] {
  const header = base ?? revision;
  if (!header) return [];
  const subject = `${within} header ${header.name}`;
  const tell = (id: string, message: string): Finding => ({
    id: `${pair.rulePrefix}${id}`,
    base: base?.node,
    revision: revision?.node,
    message: `${subject} ${message}`,
    subject,
  });
  const need = header.required ? 'required' : 'optional';
  if (!base) return [lowered(tell(`${noun}-added`, 'was added'), need, 'info')];
  // The field has two rules for the headers of answers.
  if (!revision)
    return [lowered(tell(noun === 'response-header' ? `${need}-${noun}-removed` : `${noun}-removed`, 'was removed'), need, 'warning')];
  const inSchema = base.schema === base.node || revision.schema === revision.node;
  // In Swagger 2.0 a header is a schema, and compared as such.
  const others = inSchema ? [] : otherFindings('header', { base: base.node, revision: revision.node }, subject);
  const lost =
    base.schema && !revision.schema && direction === 'response'
      ? [{ ...tell('', 'has no schema any more'), id: 'response-header-undecided' }]
      : [];
  const written = [styleOf(base, 'header', pair.base.document), styleOf(revision, 'header', pair.revision.document)] as const;
  const restyled = isRestyled(...written)
    ? [tell(`${noun}-style-changed`, `is written as ${written[1].text} and no longer as ${written[0].text}`)]
    : [];
  const told = [...others, ...lost, ...restyled];
  if (base.required === revision.required) return told;
  const [required, optional] =
    direction === 'request' ? ['became required', 'became optional'] : ['is now always there', 'may now be missing'];
  return [...told, revision.required ? tell(`${noun}-became-required`, required) : tell(`${noun}-became-optional`, optional)];
}

/** What is optional breaks less. */
function lowered(finding: Finding, need: 'required' | 'optional', level: Level): Finding {
  return need === 'required' ? finding : { ...finding, ...atMost(level, finding.id) };
}

interface Headers {
  readonly base: ReadonlyMap<string, Header>;
  readonly revision: ReadonlyMap<string, Header>;
}

/** The values of the headers of both sides. */
export function headerSites({ base, revision }: Headers, { within, direction }: Pick<SchemaSite, 'within' | 'direction'>): SchemaSite[] {
  return [...sideBySide(base, revision).values()].flatMap((sides): SchemaSite[] => {
    if (!sides.base || !sides.revision || !(sides.base.schema ?? sides.revision.schema)) return [];
    // That an answer says less is told apart: whether other values come, the documents cannot say.
    if (direction === 'response' && !sides.revision.schema) return [];
    const named = { kind: 'response-header' as const, within: `${within} header ${sides.base.name}`, direction };
    return [{ ...named, base: schemaOrAny(sides.base), revision: schemaOrAny(sides.revision), text: 'scalars' }];
  });
}
