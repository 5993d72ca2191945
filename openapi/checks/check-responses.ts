import { type MediaPair, matchMediaTypes } from '../diff/match-media-types.ts';
import { type OperationPair, type Sides, sideBySide } from '../diff/pairs.ts';
import { type Header, type MediaType, type Response, responsesOf } from '../document/bodies.ts';
import { mediaSites } from './check-bodies.ts';
import type { Finding } from './finding.ts';
import type { SchemaSite } from './schema-site.ts';

/** Statuses, media types, headers and links of responses. */
export function checkResponses(pair: OperationPair): Finding[] {
  return matchResponses(pair).flatMap(({ base, revision }) => {
    const response = base ?? revision;
    if (!response) return [];
    const subject = `${pair.prefix}response ${response.status}`;
    if (!base || !revision) return response.status === 'default' ? [] : [statusFinding({ base, revision }, response, subject)];
    const media = matchMediaTypes(base.content, revision.content).flatMap((sides) => mediaFindings(sides, subject));
    const headers = [...sideBySide(base.headers, revision.headers).values()].flatMap((sides) => headerFindings(sides, subject));
    return [...media, ...headers, ...linkFindings(base, revision, subject)];
  });
}

/** Responses side by side; a status that the revision only covers by its range (`2XX`) is compared with that. */
function matchResponses({ base, revision }: OperationPair): Sides<Response>[] {
  const [before, after] = [responsesOf(base), responsesOf(revision)];
  const range = (status: string) => `${status[0]}XX`;
  return [...sideBySide(before, after)].flatMap(([status, sides]): Sides<Response>[] => {
    if (sides.base && !sides.revision && after.has(range(status))) return [{ base: sides.base, revision: after.get(range(status)) }];
    if (!sides.base && sides.revision && before.has(range(status))) return [{ base: before.get(range(status)), revision: sides.revision }];
    return [sides];
  });
}

function statusFinding({ base, revision }: Sides<Response>, { status, node }: Response, subject: string): Finding {
  const success = status.startsWith('2') ? 'success' : 'non-success';
  const action = base ? 'removed' : 'added';
  return {
    id: `response-${success}-status-${action}`,
    base: base && node,
    revision: revision && node,
    message: `${subject} was ${action}`,
    subject,
  };
}

const RENAMED = {
  narrower: 'response-media-type-name-specialized',
  wider: 'response-media-type-name-generalized',
  respelled: 'response-media-type-name-changed',
} as const;

function mediaFindings({ base, revision, name }: MediaPair, within: string): Finding[] {
  const tell = (id: string, media: MediaType, message: string): Finding => ({
    id,
    base: base?.node,
    revision: revision?.node,
    message: `${within}: ${message}`,
    subject: `${within} ${media.name}`,
  });
  if (!base) return revision ? [tell('response-media-type-added', revision, `${revision.name} was added`)] : [];
  if (!revision) return [tell('response-media-type-removed', base, `${base.name} was removed`)];
  const renamed = name === 'same' ? [] : [tell(RENAMED[name], base, `${base.name} became ${revision.name}`)];
  if (base.schema && !revision.schema)
    return [...renamed, tell('response-body-media-type-schema-removed', base, `${base.name} has no schema any more`)];
  if (!base.schema && revision.schema)
    return [...renamed, tell('response-body-media-type-schema-added', base, `${base.name} was given a schema`)];
  return renamed;
}

function headerFindings({ base, revision }: Sides<Header>, within: string): Finding[] {
  const header = base ?? revision;
  if (!header) return [];
  const subject = `${within} header ${header.name}`;
  const tell = (id: string, message: string): Finding => ({
    id,
    base: base?.node,
    revision: revision?.node,
    message: `${subject} ${message}`,
    subject,
  });
  if (!base) return [tell('response-header-added', 'was added')];
  if (!revision) return [tell(`${base.required ? 'required' : 'optional'}-response-header-removed`, 'was removed')];
  if (base.required === revision.required) return [];
  return revision.required
    ? [tell('response-header-became-required', 'is now always there')]
    : [tell('response-header-became-optional', 'may now be missing')];
}

function linkFindings(base: Response, revision: Response, within: string): Finding[] {
  const links = (response: Response) => new Map(response.node.get('links')?.entries() ?? []);
  return [...sideBySide(links(base), links(revision))].flatMap(([name, sides]): Finding[] => {
    if (sides.base && sides.revision) return [];
    const action = sides.base ? 'removed' : 'added';
    const subject = `${within} link ${name}`;
    return [{ id: `response-link-${action}`, ...sides, message: `${subject} was ${action}`, subject }];
  });
}

/** The values of bodies and headers of the responses of both sides. */
export function responseSites(pair: OperationPair): SchemaSite[] {
  const direction = pair.inverted ? ('request' as const) : ('response' as const);
  return matchResponses(pair).flatMap(({ base, revision }) => {
    if (!base || !revision) return [];
    const within = `${pair.prefix}response ${base.status}`;
    const headers = [...sideBySide(base.headers, revision.headers).values()].flatMap((sides): SchemaSite[] => {
      if (!sides.base?.schema || !sides.revision?.schema) return [];
      return [
        {
          kind: 'response-header',
          within: `${within} header ${sides.base.name}`,
          direction,
          base: sides.base.schema,
          revision: sides.revision.schema,
          text: 'scalars',
        },
      ];
    });
    return [...mediaSites(base, revision, { kind: 'response-body', within, direction }), ...headers];
  });
}
