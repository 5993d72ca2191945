import { type TProperties, type TSchema, Type } from 'typebox';
import { relations } from '../relations/index.ts';

/** Where something is. A schema with an $id stands in the document once, under that name. */
export const Link = Type.Object(
  {
    href: Type.String({ description: 'The address; with {parts} to be filled in where it is templated' }),
    title: Type.Optional(Type.String({ description: 'For people' })),
    name: Type.Optional(Type.String({ description: 'What it leads to is called so' })),
    templated: Type.Optional(Type.Boolean()),
  },
  { $id: 'Link', description: 'Where a relation leads' },
);

const Curie = Type.Object(
  { name: Type.String(), href: Type.String(), templated: Type.Boolean() },
  { $id: 'Curie', description: 'Where a relation with this prefix is explained: its name goes in the place of {rel}' },
);

export const Page = Type.Object(
  { number: Type.Integer(), size: Type.Integer(), totalElements: Type.Integer(), totalPages: Type.Integer() },
  { $id: 'Page', description: 'Which part of the whole list this is; only where a page was asked for, or the list always comes in pages' },
);

export const Time = (description: string) => Type.String({ format: 'date-time', description, examples: ['2026-01-31T12:00:00+00:00'] });

export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/**
 * The links of a resource by relation: `pb:pacts[]` leads to several, `next?` is not always there. What a relation means comes from
 * its documentation page. `special` has the relations whose links carry more than others do.
 */
export function links(relationNames: string[], special: TProperties = {}) {
  const known = relationNames.map((text) => {
    const [, name = '', list, optional] = /^(.+?)(\[\])?(\?)?$/.exec(text) ?? [];
    const description = relations[name.replace(/^pb:/, '')]?.says;
    const target = list ? Type.Array(name === 'curies' ? Curie : Link, description ? { description } : {}) : describedLink(description);
    return [name, optional ? Type.Optional(target) : target];
  });
  return Type.Object({ ...Object.fromEntries(known), ...special });
}

const describedLink = (description: string | undefined) => (description ? { ...Link, description } : Link);

/** A resource that only its name and its address are told of. */
export const self = links(['self']);

export const paging = ['next?', 'previous?'];
