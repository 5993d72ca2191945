import { type Document, loadDocument } from '../index.ts';

/** Where a schema stands in a document of one operation, and what leads to it. */
export interface PlacedSchema {
  readonly place: string;
  readonly pointer: string;
  readonly document: (schema: unknown) => Document;
}

const POST = '/paths/~1things/post';

export function documentOf(operation: object, more: object = {}): Document {
  const content = {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0' },
    paths: { '/things': { post: { responses: {}, ...operation } } },
    ...more,
  };
  return loadDocument({ name: 'things.json', text: JSON.stringify(content, null, 2) });
}

/** Components that the schemas of fixtures may refer to. */
const kinds = (name: string) => ({
  type: 'object',
  properties: { kind: { type: 'string' }, [name]: { type: 'string' } },
  required: ['kind', name],
});
const components = { schemas: { Cat: kinds('meow'), Dog: kinds('bark') } };

const withContent = (schema: unknown, name: string) => ({ content: { [name]: { schema } } });
const placedIn = (operation: object) => documentOf(operation, { components });
const inBody = (schema: unknown, name = 'application/json') => placedIn({ requestBody: withContent(schema, name) });
const inResponse = (schema: unknown, name = 'application/json') => placedIn({ responses: { 200: withContent(schema, name) } });
const holding = (schema: unknown) => ({ type: 'object', properties: { p: schema } });
const inParameter = (schema: unknown) => placedIn({ parameters: [{ name: 'q', in: 'query', schema }] });

export const PLACED: readonly PlacedSchema[] = [
  { place: 'request-body', pointer: `${POST}/requestBody/content/application~1json/schema`, document: inBody },
  {
    place: 'request-property',
    pointer: `${POST}/requestBody/content/application~1json/schema/properties/p`,
    document: (schema) => inBody(holding(schema)),
  },
  { place: 'response-body', pointer: `${POST}/responses/200/content/application~1json/schema`, document: inResponse },
  {
    place: 'response-property',
    pointer: `${POST}/responses/200/content/application~1json/schema/properties/p`,
    document: (schema) => inResponse(holding(schema)),
  },
  { place: 'request-parameter', pointer: `${POST}/parameters/0/schema`, document: inParameter },
  {
    place: 'request-parameter-property',
    pointer: `${POST}/parameters/0/schema/properties/p`,
    document: (schema) => inParameter(holding(schema)),
  },
  {
    place: 'response-header',
    pointer: `${POST}/responses/200/headers/X-Rate/schema`,
    document: (schema) => placedIn({ responses: { 200: { headers: { 'X-Rate': { schema } } } } }),
  },
];

/** The places of bodies in XML, where values travel as text. */
export const IN_XML: readonly PlacedSchema[] = PLACED.slice(0, 4).map(({ place, pointer }) => {
  const wrap = (schema: unknown) => (place.endsWith('property') ? holding(schema) : schema);
  const put = place.startsWith('request') ? inBody : inResponse;
  return { place, pointer: pointer.replace('json', 'xml'), document: (schema) => put(wrap(schema), 'application/xml') };
});
