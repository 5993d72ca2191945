import { Type } from 'typebox';
import { NotFound } from '../../domain/errors.ts';
import { answers, readAnswers } from '../answers.ts';
import { HTML, JAVASCRIPT } from '../media-types.ts';
import { relations } from '../relations/index.ts';
import { EXPLORER_SCRIPT, representExplorer } from '../representations/explorer-page.ts';
import { representRelation, representRelations } from '../representations/relation-pages.ts';
import { sendPage } from '../send-page.ts';
import type { Routes } from './routes.ts';

const tags = ['Documentation'];
const page = { permission: 'none', produces: [HTML] } as const;

export const documentationRoutes: Routes = (app) => {
  app.get(
    '/doc',
    {
      schema: { operationId: 'listRelations', summary: 'What the link relations mean', tags, response: answers({ 200: 'A page' }) },
      config: page,
    },
    async ({ urls }, reply) => sendPage(reply, representRelations(relations, urls)),
  );

  app.get(
    '/doc/:rel',
    {
      schema: {
        operationId: 'getRelation',
        summary: 'What a link relation means: where the curies of the answers lead',
        tags,
        params: Type.Object({ rel: Type.String() }),
        querystring: Type.Object({ context: Type.Optional(Type.String({ description: 'The kind of answer that the link stands in' })) }),
        response: readAnswers('A page'),
      },
      config: page,
    },
    async ({ params: { rel }, urls }, reply) => {
      // The answers about webhooks name their relations with a prefix.
      const name = Object.hasOwn(relations, rel) ? rel : rel.replace(/^webhooks-/, '');
      const relation = Object.hasOwn(relations, name) ? relations[name] : undefined;
      if (!relation) throw new NotFound(`link relation "${rel}"`);
      return sendPage(reply, representRelation(name, relation, urls));
    },
  );

  app.get(
    '/hal-browser/browser.html',
    {
      schema: { operationId: 'getExplorer', summary: 'A page that follows the links', tags, response: answers({ 200: 'A page' }) },
      config: page,
    },
    async ({ urls }, reply) => sendPage(reply, representExplorer(urls)),
  );

  app.get(
    '/hal-browser/explorer.js',
    {
      schema: { operationId: 'getExplorerScript', summary: "The explorer page's script", tags, response: answers({ 200: 'JavaScript' }) },
      config: { permission: 'none', produces: [JAVASCRIPT] },
    },
    async (_request, reply) => reply.type(JAVASCRIPT).send(EXPLORER_SCRIPT),
  );
};
