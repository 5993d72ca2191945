import type { Document, Node, Pair, YAMLMap } from 'yaml';
import { type Location, locationAt } from '../document/document-error.ts';
import { yamlLibrary } from '../document/yaml-library.ts';
import { ConfigError } from './config-error.ts';

/** A part of a config file that knows where it stands, so that every complaint about it has a line and a column. */
export interface Located {
  readonly value: unknown;
  readonly location: Location;
  fail(reason: string): never;
  /** The members of an object, in order; fails on anything else. */
  members(what: string): [key: Located & { value: string }, value: Located][];
  /** The items of a list; fails on anything else. */
  items(what: string): Located[];
}

/** Parses YAML or JSON (which is YAML). Throws ConfigError with the place of the first mistake. */
export function parseLocated(text: string, file: string): Located {
  const document = yamlLibrary().parseDocument(text, { prettyErrors: false, uniqueKeys: true });
  const error = document.errors[0];
  if (error) throw new ConfigError(error.message, locationAt(file, text, error.pos[0]));
  const at = (offset: number) => locationAt(file, text, offset);
  return located(document.contents as Node | null, { document, at, offset: 0 });
}

interface Context {
  readonly document: Document;
  readonly at: (offset: number) => Location;
  /** Where a missing value would stand. */
  readonly offset: number;
}

function located(node: Node | null, context: Context): Located {
  const { isMap, isScalar, isSeq } = yamlLibrary();
  const location = context.at(node?.range?.[0] ?? context.offset);
  const value = isScalar(node) ? node.value : (node?.toJS(context.document) ?? null);
  const fail = (reason: string): never => {
    throw new ConfigError(reason, location);
  };
  return {
    value,
    location,
    fail,
    members: (what) => (isMap(node) ? membersOf(node, context) : fail(`${what} must be an object of keys and values`)),
    items: (what) => (isSeq(node) ? node.items.map((item) => located(item as Node, context)) : fail(`${what} must be a list`)),
  };
}

function membersOf(map: YAMLMap, context: Context): ReturnType<Located['members']> {
  return (map.items as Pair<Node, Node | null>[]).map(({ key, value }) => {
    const offset = key.range?.[0] ?? context.offset;
    const name = located(key, context);
    return [{ ...name, value: String(name.value) }, located(value, { ...context, offset })];
  });
}
