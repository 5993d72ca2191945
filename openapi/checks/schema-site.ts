import type { Node } from '../document/node.ts';
import type { Text } from '../schema/comparison.ts';
import type { Direction } from './rule.ts';
import type { Place } from './schema-rules.ts';

/** What decides how a change of a schema is judged; the same for every operation that sends or answers values in this way. */
export interface SchemaKind {
  readonly kind: 'request-body' | 'response-body' | 'parameter' | 'response-header';
  /** Whose values: of what the client sends, or of what it is answered. Turned round for callbacks and webhooks. */
  readonly direction: Exclude<Direction, 'none'>;
  readonly text: Text;
  /** The values are XML, of which `xml` says how it is written. */
  readonly inXml?: boolean;
  /** The parameter travels in a header, for which the field has rules of its own. */
  readonly inHeader?: boolean;
  /** The parameter is required on both sides. */
  readonly alwaysSent?: boolean;
}

/** A place where values are sent or answered: a body in one media type, a parameter, a header. */
export interface SchemaSite extends SchemaKind {
  /** For people, the same from commit to commit: `request body application/json`, `query parameter limit`. */
  readonly within: string;
  readonly base: Node;
  readonly revision: Node;
}

/** The kind of place in a rule's id; a callback's request is read as a response, because the client is answered with it. */
export function placeOf({ kind, direction }: SchemaKind, whole: boolean): Place {
  if (kind === 'response-header') return direction === 'response' ? 'response-header' : 'request-parameter';
  if (kind === 'parameter' && direction === 'request') return whole ? 'request-parameter' : 'request-parameter-property';
  return `${direction}-${whole ? 'body' : 'property'}`;
}
