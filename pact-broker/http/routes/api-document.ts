import { Type } from 'typebox';
import { answers } from '../answers.ts';
import { HTML, JAVASCRIPT, JSON_UTF8 } from '../media-types.ts';
import { representApiPage, TRY_IT_SCRIPT } from '../representations/api-page.ts';
import { sendPage } from '../send-page.ts';
import type { Routes } from './routes.ts';

const tags = ['Documentation'];
const OpenApiDocument = Type.Object({ openapi: Type.String() }, { $id: 'OpenApiDocument', additionalProperties: true });

export const apiDocumentRoutes: Routes = (app) => {
  app.get(
    '/openapi.json',
    {
      schema: {
        operationId: 'getApiDocument',
        summary: 'This API, as an OpenAPI 3.1 document',
        tags,
        response: answers({ 200: 'The document' }, OpenApiDocument),
      },
      config: { permission: 'none', produces: [JSON_UTF8] },
    },
    async ({ urls }, reply) => reply.type(JSON_UTF8).send({ ...app.apiDocument(), servers: [{ url: urls.base }] }),
  );

  app.get(
    '/api-docs',
    {
      schema: {
        operationId: 'getApiPage',
        summary: 'This API, as a page to read and to try it',
        tags,
        response: answers({ 200: 'A page' }),
      },
      config: { permission: 'none', produces: [HTML] },
    },
    async (_request, reply) => sendPage(reply, representApiPage(app.apiDocument())),
  );

  app.get(
    '/api-docs/try-it.js',
    {
      schema: { operationId: 'getApiPageScript', summary: "The API page's script", tags, response: answers({ 200: 'JavaScript' }) },
      config: { permission: 'none', produces: [JAVASCRIPT] },
    },
    async (_request, reply) => reply.type(JAVASCRIPT).send(TRY_IT_SCRIPT),
  );
};
