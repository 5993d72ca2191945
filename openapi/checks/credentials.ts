import type { Document } from '../document/document.ts';
import type { Node } from '../document/node.ts';
import { type Alternative, securitySchemes } from '../document/security.ts';
import { isUnfollowed } from '../document/unfollowed.ts';

/** What the schemes of two documents take, whatever they are called. */
export class Credentials {
  readonly base: ReadonlyMap<string, Node>;
  readonly revision: ReadonlyMap<string, Node>;

  constructor(base: Document, revision: Document) {
    this.base = securitySchemes(base);
    this.revision = securitySchemes(revision);
  }

  /** Whether whoever meets the alternative of the base meets that of the revision: it asks for no other scheme and no further scope. */
  admits(old: Alternative, now: Alternative): boolean {
    return [...now].every(([name, scopes]) =>
      [...old].some(([other, has]) => this.alike(other, name) && scopes.every((scope) => has.includes(scope))),
    );
  }

  /** The same the other way round: whoever asks for what the base says is given it by what the revision says. */
  contains(now: Alternative, old: Alternative): boolean {
    return [...old].every(([name, scopes]) =>
      [...now].some(([other, has]) => this.alike(name, other) && scopes.every((scope) => has.includes(scope))),
    );
  }

  /** Schemes of one name that take something else now. */
  redefined(old: Alternative, now: readonly Alternative[]): { name: string; before: string; after: string }[] {
    return [...old.keys()]
      .filter((name) => now.some((alternative) => alternative.has(name)) && !this.alike(name, name))
      .map((name) => ({ name, before: credentialOf(this.base.get(name)), after: credentialOf(this.revision.get(name)) }));
  }

  alike(name: string, other: string): boolean {
    const [before, after] = [this.base.get(name), this.revision.get(other)];
    // What could not be read is told as that, and is not taken for another scheme.
    if ([before, after].some((node) => node && isUnfollowed({ node }))) return true;
    // Of schemes that are defined nowhere only the names are known.
    return before && after ? definitionOf(before) === definitionOf(after) : !before && !after && name === other;
  }
}

/** What credentials a scheme takes, for people. */
export function credentialOf(node: Node | undefined): string {
  if (!node) return 'a scheme that is not defined';
  const [type, where, name] = [typeOf(node), node.string('in'), node.string('name')];
  if (type === 'apiKey') return `the API key in the ${where} ${name}`;
  return type === 'http' ? `HTTP ${httpSchemeOf(node)}` : type;
}

/** Swagger 2.0 has a type of its own for HTTP's basic scheme. */
export function typeOf(node: Node): string {
  const type = node.string('type') ?? 'a scheme without type';
  return type === 'basic' ? 'http' : type;
}

function httpSchemeOf(node: Node): string {
  return node.string('type') === 'basic' ? 'basic' : (node.string('scheme')?.toLowerCase() ?? 'without scheme');
}

/** The same for schemes that take the same. Where tokens come from is told of the scheme, and refuses none that is there. */
export function definitionOf(node: Node): string {
  const type = typeOf(node);
  if (type === 'http') return `http ${httpSchemeOf(node)}`;
  if (type !== 'apiKey') return type;
  const [where, name = ''] = [node.string('in'), node.string('name')];
  // The names of headers are the same in upper and lower case.
  return `apiKey ${where} ${where === 'header' ? name.toLowerCase() : name}`;
}

/** An alternative in words. */
export function shown(alternative: Alternative): string {
  if (alternative.size === 0) return 'without credentials';
  const schemes = [...alternative].map(([name, scopes]) => (scopes.length > 0 ? `${name} (${scopes.join(', ')})` : name));
  return `with ${schemes.join(' and ')}`;
}
