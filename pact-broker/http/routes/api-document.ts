import { Type } from 'typebox';
import { answers } from '../answers.ts';
import { JSON_UTF8 } from '../media-types.ts';
import type { Routes } from './routes.ts';

export const apiDocumentRoutes: Routes = (app) => {
  app.get(
    '/openapi.json',
    {
      schema: {
        operationId: 'getApiDocument',
        summary: 'This API, as an OpenAPI 3.1 document',
        tags: ['Index'],
        response: answers(
          { 200: 'The document' },
          Type.Object({ openapi: Type.String() }, { $id: 'OpenApiDocument', additionalProperties: true }),
        ),
      },
      config: { permission: 'none', produces: [JSON_UTF8] },
    },
    async ({ urls }, reply) => reply.type(JSON_UTF8).send({ ...app.apiDocument(), servers: [{ url: urls.base }] }),
  );
};
