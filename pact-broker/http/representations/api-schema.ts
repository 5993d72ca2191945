import { type Html, html } from '../html.ts';

/** A schema of the API document, as far as a page tells of it. */
export interface PageSchema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  deprecated?: boolean;
  enum?: unknown[];
  const?: unknown;
  anyOf?: PageSchema[];
  allOf?: PageSchema[];
  items?: PageSchema;
  properties?: Record<string, PageSchema>;
  additionalProperties?: PageSchema | boolean;
  patternProperties?: Record<string, PageSchema>;
  required?: string[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
}

export const schemaAnchor = (name: string) => `schema-${name}`;

/** What a value is in a few words, with links to schemas that have a name. */
export function typeOf(schema: PageSchema): Html {
  const { $ref, type, format, anyOf, allOf, items, patternProperties } = schema;
  if ($ref) {
    const name = $ref.split('/').at(-1) as string;
    return html`<a href="#${schemaAnchor(name)}">${name}</a>`;
  }
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum) return joined(schema.enum.map((value) => html`<code>${JSON.stringify(value)}</code>`));
  if (anyOf) return joined(anyOf.map(typeOf));
  if (allOf) return typeOf(allOf[0] as PageSchema);
  if (items) return html`list of ${typeOf(items)}`;
  if (patternProperties) return html`object: any name → ${joined(Object.values(patternProperties).map(typeOf))}`;
  return html`${type ?? 'anything'}${format ? ` (${format})` : ''}${limitsOf(schema)}`;
}

const joined = (parts: Html[]): Html => html`${parts.map((part, index) => (index === 0 ? part : html` or ${part}`))}`;

function limitsOf({ minimum, maximum, minLength, maxLength }: PageSchema): string {
  const limits = [
    minimum === undefined ? '' : `at least ${minimum}`,
    maximum === undefined ? '' : `at the most ${maximum}`,
    (minLength ?? 0) > 0 ? 'not empty' : '',
    maxLength === undefined ? '' : `up to ${maxLength} characters`,
  ].filter((limit) => limit !== '');
  return limits.length === 0 ? '' : `, ${limits.join(', ')}`;
}

/** The members of an object, and of the objects in it. */
export function membersOf(schema: PageSchema): Html {
  const { properties = {}, required = [] } = objectIn(schema);
  const rows = Object.entries(properties).map(([name, member]) => {
    const optional = required.includes(name) ? '' : html` <span class="quiet">optional</span>`;
    const old = member.deprecated ? html` <span class="quiet">old</span>` : '';
    const text = member.description ? html`<div class="says">${member.description}</div>` : '';
    return html`<li><code class="name">${name}</code> <span class="type">${typeOf(member)}</span>${optional}${old}${text}${membersOf(member)}</li>`;
  });
  return rows.length === 0 ? html`` : html`<ul class="members">${rows}</ul>`;
}

/** The object whose members are told: itself, or what a list or a choice is of. Those with a name are told of under it. */
function objectIn(schema: PageSchema): PageSchema {
  if (schema.$ref || schema.properties) return schema.$ref ? {} : schema;
  if (schema.items) return objectIn(schema.items);
  return schema.anyOf?.map(objectIn).find(({ properties }) => properties) ?? {};
}
