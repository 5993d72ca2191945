import type { RouteOptions } from 'fastify';
import type { TObject, TSchema } from 'typebox';
import type { Answer } from '../answers.ts';
import { HAL_JSON, JSON_UTF8, plain } from '../media-types.ts';
import { errorAnswers } from '../schemas/errors.ts';
import type { Components } from './components.ts';
import { parametersOf } from './parameters.ts';

/** A route as it was declared, before what is for the document only was taken away. */
export interface DeclaredRoute {
  method: string;
  url: string;
  config: RouteOptions['config'];
  schema: {
    operationId?: string;
    summary?: string;
    description?: string;
    tags?: string[];
    params?: TObject;
    querystring?: TObject;
    body?: TSchema;
    response?: Record<string, Answer>;
  };
}

export function operationOf({ method, url, schema, config }: DeclaredRoute, components: Components) {
  const { operationId, summary, description, tags, params, querystring, body, response = {} } = schema;
  // Routes that share what they declare may say more than the address of each has.
  const inAddress = parametersOf('path', params, components).filter(({ name }) => url.split('/').includes(`:${name}`));
  const parameters = [...inAddress, ...parametersOf('query', querystring, components)];
  const produces = config?.produces ?? [HAL_JSON];
  const declared = Object.entries(response).map(([status, answer]) => [
    status,
    representAnswer(Number(status), answer, produces, components),
  ]);
  return {
    operationId,
    summary,
    ...(description ? { description } : {}),
    tags,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: representBody(method, body, components) } : {}),
    responses: { ...errorsOf(method, inAddress.length > 0), ...Object.fromEntries(declared) },
  };
}

/** What any route may answer. A DELETE has no answer whose type one could mind, and only GET never looks at a body. */
function errorsOf(method: string, hasNames: boolean) {
  const statuses = [
    400,
    ...(hasNames ? [414] : []),
    ...(method === 'DELETE' ? [] : [406]),
    ...(method === 'GET' ? [] : [413, 415]),
    500,
    503,
  ];
  return Object.fromEntries(statuses.map((status) => [status, { $ref: referenceTo(status) }]));
}

const referenceTo = (status: number) => `#/components/responses/${errorAnswers[status]?.name}`;

function representAnswer(status: number, { description, body, headers = {} }: Answer, produces: readonly string[], components: Components) {
  if (status >= 400 && errorAnswers[status] && !body) return { $ref: referenceTo(status), description };
  const named = Object.entries(headers).map(([name, text]) => [name, { description: text, schema: { type: 'string' } }]);
  return {
    description,
    ...(named.length > 0 ? { headers: Object.fromEntries(named) } : {}),
    ...(status === 204 || (status >= 300 && !body) ? {} : { content: contentOf(produces, body, components) }),
  };
}

/** HAL is sent as plain JSON to clients that accept only that. */
function contentOf(produces: readonly string[], body: TSchema | undefined, components: Components) {
  const types = [...new Set(produces.flatMap((type) => (type === HAL_JSON ? [HAL_JSON, JSON_UTF8] : [type])))];
  return Object.fromEntries(
    types.map((type) => [plain(type), { schema: type.includes('json') ? (body ? components.refer(body) : {}) : { type: 'string' } }]),
  );
}

function representBody(method: string, body: TSchema, components: Components) {
  const [example] = ((body as { examples?: unknown[] }).examples ?? []) as unknown[];
  const media = { schema: components.refer(body), ...(example === undefined ? {} : { example }) };
  const types = method === 'PATCH' ? ['application/merge-patch+json', 'application/json'] : ['application/json'];
  const { required = [] } = body as { required?: string[] };
  return { required: required.length > 0, content: Object.fromEntries(types.map((type) => [type, media])) };
}

/** The errors that operations refer to. */
export const errorResponses = (components: Components) =>
  Object.fromEntries(
    Object.values(errorAnswers).map(({ name, description, bodies }) => [
      name,
      {
        description,
        content: Object.fromEntries(Object.entries(bodies).map(([type, schema]) => [plain(type), { schema: components.refer(schema) }])),
      },
    ]),
  );
