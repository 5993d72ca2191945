import { type OperationPair, type Sides, sideBySide } from '../diff/pairs.ts';
import type { Document } from '../document/document.ts';
import type { Node } from '../document/node.ts';
import { ownServersOf, type Servers, serversOf } from '../document/servers.ts';
import type { Finding } from './finding.ts';
import { otherFindings } from './other-changes.ts';

/** The addresses at which the whole API is. */
export function checkGlobalServers(base: Document, revision: Document): Finding[] {
  return compare('api-server', { base: serversOf(base), revision: serversOf(revision) });
}

/** The addresses of an operation that has its own, or whose path has, on one side at least. */
export function checkServers({ base, revision }: OperationPair): Finding[] {
  const [before, after] = [ownServersOf(base), ownServersOf(revision)];
  // What all operations inherit is told once, for the whole document.
  if (!before && !after) return [];
  return compare('api-operation-server', { base: before ?? serversOf(base.document), revision: after ?? serversOf(revision.document) });
}

function compare(kind: 'api-server' | 'api-operation-server', { base, revision }: { base: Servers; revision: Servers }): Finding[] {
  return [...sideBySide(base, revision)].flatMap(([url, sides]): Finding[] => {
    if (sides.base && sides.revision) return variableFindings(kind, url, { base: sides.base, revision: sides.revision });
    const action = sides.base ? 'removed' : 'added';
    return [{ id: `${kind}-${action}`, ...sides, message: `the server ${url} was ${action}`, subject: url }];
  });
}

interface Listed {
  readonly base: Node;
  readonly revision: Node;
}

/** A server with variables is the address that its defaults make, for whoever does not set them, and one for each value. */
function variableFindings(kind: string, url: string, { base, revision }: Listed): Finding[] {
  const variables = (node: Node) => new Map(node.get('variables')?.entries() ?? []);
  const found = [...sideBySide(variables(base), variables(revision))].flatMap(([name, sides]): Finding[] => {
    if (!sides.base || !sides.revision) return [presence(name, url, sides)];
    const { base: before, revision: after } = sides;
    const subject = `${url} {${name}}`;
    const tell = (suffix: string, message: string, value = ''): Finding => ({
      id: `${kind}-variable-${suffix}`,
      ...sides,
      message: `${message} in the server ${url}`,
      subject: `${subject} ${value}`.trimEnd(),
    });
    const others = otherFindings('serverVariable', { base: before, revision: after }, `server ${subject}`);
    return [
      ...defaultFindings(name, [before.string('default'), after.string('default')], tell),
      ...valueFindings(name, { base: before, revision: after }, tell),
      ...others,
    ];
  });
  return [...found, ...otherFindings('server', { base, revision }, `server ${url}`)];
}

/** A variable that the address does not name any more, or that was not defined: the addresses are compared by what they say. */
function presence(name: string, url: string, sides: Sides<Node>): Finding {
  const message = `the variable {${name}} of the server ${url} was ${sides.base ? 'removed' : 'added'}`;
  return { id: 'api-other-changed', ...sides, message, subject: `${url} {${name}}` };
}

type Tell = (suffix: string, message: string, value?: string) => Finding;

function defaultFindings(name: string, [before, after]: readonly [string | undefined, string | undefined], tell: Tell): Finding[] {
  if (before === after) return [];
  return [tell('default-changed', `the default of {${name}} changed from ${before ?? 'none'} to ${after ?? 'none'}`)];
}

/** Without an enum a variable may have any value. */
function valueFindings(name: string, { base, revision }: Listed, tell: Tell): Finding[] {
  const values = (node: Node) =>
    node.get('enum')
      ? new Set(
          node
            .get('enum')
            ?.items()
            .map(({ value }) => String(value)),
        )
      : undefined;
  const [before, after] = [values(base), values(revision)];
  if (!before && !after) return [];
  if (!before) return [tell('value-removed', `{${name}} may now only be ${[...(after ?? [])].join(', ')}`)];
  if (!after) return [tell('value-added', `{${name}} may be anything`)];
  return [
    ...[...before.difference(after)].map((value) => tell('value-removed', `{${name}} may no longer be ${value}`, value)),
    ...[...after.difference(before)].map((value) => tell('value-added', `{${name}} may be ${value}`, value)),
  ];
}
