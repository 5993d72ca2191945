import type { SchemaPair } from '../diff/pair-graph.ts';
import type { Node } from '../document/node.ts';
import { effectiveProperty, requiresEffectively, withMembers } from '../schema/effective.ts';
import { leftOut, marked } from '../schema/left-out.ts';
import { saysOf } from '../schema/object-parts.ts';
import type { Schema } from '../schema/schema.ts';
import { keywordAt } from './keyword-finding.ts';
import { inEachAlternative, type OwnProperties, ownProperties } from './own-properties.ts';
import type { Level } from './rule.ts';
import type { SchemaKind } from './schema-site.ts';

/** A change of a property: named by rules of its own, not by a keyword. */
export interface PropertyFinding {
  readonly id: string;
  readonly name: string;
  readonly base?: Node | undefined;
  readonly revision?: Node | undefined;
  readonly says: string;
  readonly level?: Level;
  /** Whether the subset question can clear it. */
  readonly byValue: boolean;
}

type Pair = Pick<SchemaPair, 'base' | 'revision' | 'within'>;

interface Sides {
  readonly site: SchemaKind;
  readonly base: Schema;
  readonly revision: Schema;
  readonly name: string;
  /** Of whose allOf the schemas are members; else the schemas. */
  readonly within: { readonly base: Schema; readonly revision: Schema };
  readonly own: { readonly base: OwnProperties; readonly revision: OwnProperties };
}

/** Properties of a pair of schemas that came, went, or are needed otherwise. */
export function checkProperties(site: SchemaKind, { base, revision, within = { base, revision } }: Pair): PropertyFinding[] {
  const own = ownProperties(base, revision);
  const names = [own.base.properties, own.revision.properties, own.base.required, own.revision.required].flatMap((each) => [
    ...each.keys(),
  ]);
  return [...new Set(names)].flatMap((name) => {
    const sides = { site, base, revision, name, within, own };
    const [before, after] = [effectiveProperty(within.base, name), effectiveProperty(within.revision, name)];
    if (!before && after && own.revision.properties.has(name)) return inEachAlternative(within.base, name) ? [] : [added(sides, after)];
    if (before && !after && inEachAlternative(within.revision, name)) return [];
    if (before && !after && own.base.properties.has(name))
      return [removed(sides, before), ...(site.direction === 'request' ? needed(sides) : [])];
    return [...needed(sides), ...(before && after && sides.base.properties.has(name) ? remarked(sides, before, after) : [])];
  });
}

function added({ site, revision, within, name }: Sides, property: Schema): PropertyFinding {
  const required = requiresEffectively(within.revision, name);
  const out = leftOut(property, site.direction);
  const finding = {
    name,
    revision: declaredAt(revision, name),
    says: `the ${required ? 'required' : 'optional'} property ${name} was added`,
  };
  if (site.direction === 'response')
    return { ...finding, id: `response-${required ? 'required' : 'optional'}-${out ? 'write-only-' : ''}property-added`, byValue: false };
  if (!required || out) return { ...finding, id: `new-optional-${requestNoun(site, false)}`, byValue: false };
  const withDefault = site.kind === 'request-body' && Object.hasOwn(property.raw, 'default') ? '-with-default' : '';
  return { ...finding, id: `new-required-${requestNoun(site, true)}${withDefault}`, byValue: true };
}

/** Where a schema, or a member of its allOf, declares a property: not the component that the property refers to. */
function declaredAt(schema: Schema, name: string): Node | undefined {
  const owner = withMembers(schema).find((member) => member.properties.has(name));
  return owner?.node.at('properties', name);
}

/** Whether a schema that does not declare a property forbids to send it. */
function refuses(schema: Schema, name: string): boolean {
  return withMembers(schema).some(
    (member) => saysOf(member, name)?.some(({ always }) => always === false) || member.schema('unevaluatedProperties')?.always === false,
  );
}

/** `request-property`, or the names of parts of parameters. */
function requestNoun({ kind, inHeader }: SchemaKind, required: boolean): string {
  if (kind !== 'parameter') return 'request-property';
  return inHeader && required ? 'request-header-property' : 'request-parameter-property';
}

function removed({ site, base, within, name }: Sides, property: Schema): PropertyFinding {
  const required = requiresEffectively(within.base, name);
  const out = leftOut(property, site.direction);
  const finding = { name, base: declaredAt(base, name), says: `the ${required ? 'required' : 'optional'} property ${name} was removed` };
  if (site.direction === 'response')
    return {
      ...finding,
      id: `response-${required ? 'required' : 'optional'}-${out ? 'write-only-' : ''}property-removed`,
      byValue: required,
    };
  const level = out ? ({ level: 'info' } as const) : refuses(within.revision, name) ? ({ level: 'error' } as const) : {};
  return { ...finding, id: `${requestNoun(site, false)}-removed`, byValue: false, ...level };
}

/** Became required or optional, by this schema or by its allOf. */
function needed({ site, base, revision, name, within, own }: Sides): PropertyFinding[] {
  const [before, after] = [requiresEffectively(within.base, name), requiresEffectively(within.revision, name)];
  if (before === after || !(own.base.required.has(name) || own.revision.required.has(name))) return [];
  const property = effectiveProperty(within.revision, name) ?? effectiveProperty(within.base, name);
  const out = leftOut(effectiveProperty(within.base, name), site.direction) || leftOut(property, site.direction);
  const became = after ? 'required' : 'optional';
  const finding = {
    name,
    base: keywordAt(base, 'properties', name),
    revision: keywordAt(revision, 'properties', name),
    says: `the property ${name} became ${became}`,
    byValue: true,
  };
  if (site.direction === 'response') return [{ ...finding, id: `response-${out ? 'write-only-' : ''}property-became-${became}` }];
  const lowered = out ? { level: 'info' as const } : {};
  const withDefault = after && site.kind === 'request-body' && property && Object.hasOwn(property.raw, 'default') ? '-with-default' : '';
  return [{ ...finding, ...lowered, id: `${requestNoun(site, after)}-became-${became}${withDefault}` }];
}

/** readOnly and writeOnly. */
function remarked({ site, base, revision, within, name }: Sides, before: Schema, after: Schema): PropertyFinding[] {
  if (site.kind !== 'request-body' && site.kind !== 'response-body') return [];
  const need = requiresEffectively(within.revision, name) ? 'required' : 'optional';
  return (['readOnly', 'writeOnly'] as const).flatMap((mark) => {
    const [had, has] = [marked(before, mark), marked(after, mark)];
    if (had === has) return [];
    const became = `${has ? '' : 'not-'}${mark === 'readOnly' ? 'read-only' : 'write-only'}`;
    const says = `the ${need} property ${name} became ${became.replaceAll('-', ' ')}`;
    return [
      {
        id: `${site.direction}-${need}-property-became-${became}`,
        name,
        base: declaredAt(base, name),
        revision: declaredAt(revision, name),
        says,
        byValue: false,
      },
    ];
  });
}
