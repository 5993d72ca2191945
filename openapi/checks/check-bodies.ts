import { type MediaPair, matchMediaTypes } from '../diff/match-media-types.ts';
import type { OperationPair } from '../diff/pairs.ts';
import { type Body, type MediaType, requestBodyOf } from '../document/bodies.ts';
import { isTextual } from '../document/media-type.ts';
import type { Finding } from './finding.ts';
import type { SchemaSite } from './schema-site.ts';

/** The request body and its media types. */
export function checkRequestBody(pair: OperationPair): Finding[] {
  const [base, revision] = [requestBodyOf(pair.base), requestBodyOf(pair.revision)];
  const subject = `${pair.prefix}request body`;
  if (!base) {
    if (!revision) return [];
    const need = revision.required ? 'required' : 'optional';
    return [{ id: `request-body-added-${need}`, revision: revision.node, message: `the ${need} ${subject} was added`, subject }];
  }
  if (!revision) return [{ id: 'request-body-removed', base: base.node, message: `the ${subject} was removed`, subject }];
  const found: Finding[] = [];
  if (base.required !== revision.required) {
    const became = revision.required ? 'required' : 'optional';
    found.push({
      id: `request-body-became-${became}`,
      base: base.node,
      revision: revision.node,
      message: `the ${subject} became ${became}`,
      subject,
    });
  }
  return [...found, ...matchMediaTypes(base.content, revision.content).flatMap((media) => mediaFindings(media, subject))];
}

function mediaFindings({ base, revision, name }: MediaPair, within: string): Finding[] {
  const tell = (id: string, media: MediaType, message: string): Finding => ({
    id,
    base: base?.node,
    revision: revision?.node,
    message: `${within}: ${message}`,
    subject: `${within} ${media.name}`,
  });
  if (!base) return revision ? [tell('request-body-media-type-added', revision, `${revision.name} was added`)] : [];
  if (!revision) return [tell('request-body-media-type-removed', base, `${base.name} was removed`)];
  const removed = name === 'narrower' ? [tell('request-body-media-type-removed', base, `${base.name} became ${revision.name}`)] : [];
  if (base.schema && !revision.schema)
    return [...removed, tell('request-body-media-type-schema-removed', base, `${base.name} has no schema any more`)];
  if (!base.schema && revision.schema)
    return [...removed, tell('request-body-media-type-schema-added', base, `${base.name} was given a schema`)];
  return removed;
}

/** The values of the request body in the media types of both sides. */
export function requestBodySites(pair: OperationPair): SchemaSite[] {
  const [base, revision] = [requestBodyOf(pair.base), requestBodyOf(pair.revision)];
  if (!base || !revision) return [];
  return mediaSites(base, revision, {
    kind: 'request-body',
    within: `${pair.prefix}request body`,
    direction: pair.inverted ? 'response' : 'request',
  });
}

type About = Pick<SchemaSite, 'kind' | 'within' | 'direction'>;

/** Sites for each media type that both sides have, under one name or another. */
export function mediaSites(base: Pick<Body, 'content'>, revision: Pick<Body, 'content'>, about: About): SchemaSite[] {
  return matchMediaTypes(base.content, revision.content).flatMap(({ base: before, revision: after }) => {
    if (!before?.schema || !after?.schema) return [];
    return [
      {
        ...about,
        within: `${about.within} ${before.name}`,
        base: before.schema,
        revision: after.schema,
        text: isTextual(before.name) && isTextual(after.name) ? 'everything' : 'nothing',
      },
    ];
  });
}
