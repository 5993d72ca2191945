import type { MediaPair } from '../diff/match-media-types.ts';
import type { OperationPair } from '../diff/pairs.ts';
import type { MediaType } from '../document/bodies.ts';
import type { Document } from '../document/document.ts';
import { isTextual } from '../document/media-type.ts';
import type { JsonObject } from '../document/node.ts';
import { sameAssertions } from '../schema/same-schema.ts';
import { schemaAt } from '../schema/schema-at.ts';
import type { BodyPlace } from './body-place.ts';
import { encodingFindings } from './check-encoding.ts';
import type { Finding } from './finding.ts';
import { otherFindings } from './other-changes.ts';

const RENAMED = { narrower: 'name-specialized', wider: 'name-generalized', respelled: 'name-changed' } as const;

/** Media types that came, went or are named otherwise, and what they say beside the schema. */
export function mediaTypeFindings({ base, revision, name }: MediaPair, body: BodyPlace): Finding[] {
  const { pair, kind, within } = body;
  // The field leaves the word body out where it speaks of the media types of answers.
  const noun = `${pair.rulePrefix}${kind === 'request-body' ? 'request-body' : 'response'}-media-type`;
  const tell = (id: string, media: MediaType, message: string): Finding => ({
    id,
    base: base?.node,
    revision: revision?.node,
    message: `${within}: ${message}`,
    subject: `${within} ${media.name}`,
  });
  if (!base) return revision ? [tell(`${noun}-added`, revision, `${revision.name} was added`)] : [];
  if (!revision) return [tell(`${noun}-removed`, base, `${base.name} was removed`)];
  const stated = name !== 'same' && !base.isAssumed && !revision.isAssumed;
  const renamed = !stated ? [] : [tell(`${noun}-${RENAMED[name]}`, base, `${base.name} became ${revision.name}`)];
  return [
    ...renamed,
    ...schemaPresence(base, revision, pair).map(([action, message]) =>
      tell(`${pair.rulePrefix}${kind}-media-type-schema-${action}`, base, message),
    ),
    ...encodingFindings({ base, revision }, body),
    ...(isSchema(base) || isSchema(revision)
      ? []
      : otherFindings('mediaType', { base: base.node, revision: revision.node }, `${within} ${base.name}`)),
  ];
}

function schemaPresence(base: MediaType, revision: MediaType, pair: OperationPair): [action: 'added' | 'removed', message: string][] {
  if (base.schema && revision.schema) return [];
  if (base.schema && !saysNothing(pair.base.document, base))
    return [
      ['removed', revision.itemSchema ? `${base.name} describes its items and no longer the whole` : `${base.name} has no schema any more`],
    ];
  if (revision.schema && !saysNothing(pair.revision.document, revision)) return [['added', `${base.name} was given a schema`]];
  if (base.itemSchema && !revision.itemSchema) return [['removed', `${base.name} has no schema of its items any more`]];
  return !base.itemSchema && revision.itemSchema ? [['added', `${base.name} was given a schema of its items`]] : [];
}

/** No schema says as much as one that takes any value, or in 3.0 the bytes of what is no JSON, for which 3.1 wants none. */
function saysNothing(document: Document, { name, schema: node }: MediaType): boolean {
  const schema = node && schemaAt(document, node);
  const says = (raw: JsonObject) => schema !== undefined && sameAssertions(schema, schema.sibling(raw));
  return says({}) || (isTextual(name) && says({ type: 'string', format: 'binary' }));
}

/** In Swagger 2.0 nothing but the schema stands there. */
function isSchema({ node, schema }: MediaType): boolean {
  return node.value === schema?.value || schema?.value === true;
}
