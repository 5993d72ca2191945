import { matchMediaTypes } from '../diff/match-media-types.ts';
import type { OperationPair } from '../diff/pairs.ts';
import { type Body, requestBodyOf } from '../document/bodies.ts';
import { isTextual, isXml } from '../document/media-type.ts';
import { contentFindings } from './check-content.ts';
import { encodingSites } from './check-encoding.ts';
import type { Finding } from './finding.ts';
import { otherFindings } from './other-changes.ts';
import type { SchemaSite } from './schema-site.ts';

/** The request body and its media types. */
export function checkRequestBody(pair: OperationPair): Finding[] {
  const [base, revision] = [requestBodyOf(pair.base), requestBodyOf(pair.revision)];
  const subject = `${pair.prefix}request body`;
  const tell = (suffix: string, message: string): Finding => ({
    id: `${pair.rulePrefix}request-body-${suffix}`,
    base: base?.node,
    revision: revision?.node,
    message,
    subject,
  });
  if (!base) {
    if (!revision) return [];
    const need = revision.required ? 'required' : 'optional';
    return [tell(`added-${need}`, `the ${need} ${subject} was added`)];
  }
  if (!revision) return [tell('removed', `the ${subject} was removed`)];
  const became = revision.required ? 'required' : 'optional';
  return [
    ...(base.required === revision.required ? [] : [tell(`became-${became}`, `the ${subject} became ${became}`)]),
    ...contentFindings({ base: base.content, revision: revision.content }, { pair, kind: 'request-body', within: subject }),
    ...otherFindings('requestBody', { base: base.node, revision: revision.node }, subject),
  ];
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

/** Sites for each media type that both sides have, under one name or another: the whole, items of streams, headers of parts. */
export function mediaSites(base: Pick<Body, 'content'>, revision: Pick<Body, 'content'>, about: About): SchemaSite[] {
  return matchMediaTypes(base.content, revision.content).flatMap(({ base: before, revision: after }) => {
    if (!before || !after) return [];
    const text = isTextual(before.name) && isTextual(after.name) ? 'everything' : 'nothing';
    const within = `${about.within} ${before.name}`;
    const values = { ...about, text, inXml: isXml(before.name) && isXml(after.name) } as const;
    const sites: SchemaSite[] = [];
    if (before.schema && after.schema) sites.push({ ...values, within, base: before.schema, revision: after.schema });
    if (before.itemSchema && after.itemSchema)
      sites.push({ ...values, within: `${within} item`, base: before.itemSchema, revision: after.itemSchema });
    return [...sites, ...encodingSites({ base: before, revision: after }, { within, direction: about.direction })];
  });
}
