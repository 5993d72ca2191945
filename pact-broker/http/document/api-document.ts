import type { FastifyInstance, RouteOptions } from 'fastify';
import { Components } from './components.ts';
import { type DeclaredRoute, errorResponses, operationOf } from './operation.ts';
import { tagTexts } from './tags.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The OpenAPI document of all routes, without the address of a server. Built when it is asked for first. */
    apiDocument: () => ApiDocument;
  }
  interface FastifySchema {
    /** Not in the document. */
    hide?: boolean;
    operationId?: string;
    summary?: string;
    description?: string;
    tags?: string[];
  }
}

export type ApiDocument = ReturnType<typeof buildDocument>;

const INFO = {
  title: 'Concordat',
  version: '0.1.0',
  description: `The Pact Broker protocol, and what Concordat adds to it.

Answers are HAL: follow a link by its relation. HEAD works wherever GET does, OPTIONS says what an address has, and any other method is \
answered with 405 and Allow. JSON is read under any of its names, such as application/hal+json, and answered under the name that a \
client of old times asks for, such as application/vnd.pactbrokerextended.v1+json. Errors come as problem details to clients whose \
Accept names application/problem+json. Every answer has an X-Request-Id; one that a request brings is used.`,
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
};

/**
 * Takes from each route what is for the document alone. Fastify keeps the parameters, to check them: bodies are read by domain/,
 * whose errors say more, and answers are written by JSON.stringify.
 */
export function documentRoutes(app: FastifyInstance): void {
  const routes: DeclaredRoute[] = [];
  let document: ApiDocument | undefined;
  app.addHook('onRoute', (route) => {
    const { schema, method, url, config } = route;
    if (!schema || schema.hide) return;
    // HEAD goes with GET by itself, and is not told of apart.
    if (method !== 'HEAD') routes.push({ method: String(method), url, config, schema: schema as DeclaredRoute['schema'] });
    route.schema = parametersOnly(schema);
  });
  app.decorate('apiDocument', () => {
    document ??= buildDocument(routes);
    return document;
  });
}

const parametersOnly = ({ params, querystring }: NonNullable<RouteOptions['schema']>) => ({
  ...(params ? { params } : {}),
  // What is missing in a query is told by domain/ as well.
  ...(querystring ? { querystring: { ...querystring, required: [] } } : {}),
});

function buildDocument(routes: DeclaredRoute[]) {
  const components = new Components();
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const route of routes) {
    const path = route.url.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, components) };
  }
  const used = new Set(routes.flatMap(({ schema }) => schema.tags ?? []));
  return {
    openapi: '3.1.1',
    info: INFO,
    // Nobody has to say who they are yet.
    security: [],
    tags: Object.entries(tagTexts).flatMap(([name, description]) => (used.has(name) ? [{ name, description }] : [])),
    paths: sorted(paths),
    components: { responses: errorResponses(components), schemas: sorted(components.schemas) },
  };
}

/** By name: so that the order in which routes are registered changes nothing. */
const sorted = <T>(members: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
