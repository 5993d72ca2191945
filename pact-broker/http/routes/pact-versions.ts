import { Type } from 'typebox';
import { deletePact, deletePactsWithTag } from '../../services/pacts/delete-pacts.ts';
import { readPactsBetween } from '../../services/pacts/read-pact-lists.ts';
import { MAIN_BRANCH, type PactFilter, type PactOrder } from '../../storage/pact-lists.ts';
import { answers, readAnswers } from '../answers.ts';
import { PageQuery, pageAskedFor } from '../paging.ts';
import { representPactsBetween } from '../representations/pact-lists.ts';
import { representPactsDeleted } from '../representations/pacts-deleted.ts';
import { PactsDeleted, PactVersions } from '../schemas/pacts.ts';
import type { Routes } from './routes.ts';

const tags = ['Pacts'];
const Integration = { consumer: Type.String(), provider: Type.String() };
const PACTS = '/pacts/provider/:provider/consumer/:consumer';

interface Params {
  consumer: string;
  provider: string;
  tag?: string;
  branch?: string;
}

interface List {
  path: string;
  operationId: string;
  summary: string;
  order: PactOrder;
  marks: (params: Params) => Omit<PactFilter, 'providerId' | 'consumerId'>;
}

// The order of each list is protocol.
const lists: List[] = [
  {
    path: '/versions',
    operationId: 'listPactVersions',
    summary: 'All versions of a pact',
    order: 'newest-first',
    marks: () => ({}),
  },
  {
    path: '/tag/:tag',
    operationId: 'listPactVersionsWithTag',
    summary: 'The versions of a pact whose consumer version has a tag',
    order: 'newest-first',
    marks: ({ tag = '' }) => ({ tag }),
  },
  {
    path: '/branch/:branch',
    operationId: 'listPactVersionsOnBranch',
    summary: 'The versions of a pact on a branch of the consumer',
    order: 'oldest-first',
    marks: ({ branch = '' }) => ({ branch }),
  },
  {
    // What the official client asks for, where the index leads to the next one.
    path: '/branch',
    operationId: 'listPactsOnMainBranch',
    summary: 'The versions of a pact on the main branch of the consumer, at a shorter address',
    order: 'oldest-first',
    marks: () => ({ branch: MAIN_BRANCH }),
  },
  {
    path: '/branch/versions',
    operationId: 'listPactVersionsOnMainBranch',
    summary: 'The versions of a pact on the main branch of the consumer',
    order: 'oldest-first',
    marks: () => ({ branch: MAIN_BRANCH }),
  },
  {
    path: '/branch/latest/versions',
    operationId: 'listLatestPactVersionOnMainBranch',
    summary: 'The latest version of a pact on the main branch of the consumer, as a list',
    order: 'oldest-first',
    marks: () => ({ branch: MAIN_BRANCH, latest: true }),
  },
  {
    path: '/branch/:branch/latest/versions',
    operationId: 'listLatestPactVersionOnBranch',
    summary: 'The latest version of a pact on a branch of the consumer, as a list',
    order: 'oldest-first',
    marks: ({ branch = '' }) => ({ branch, latest: true }),
  },
];

const parametersOf = (path: string) =>
  Type.Object({
    ...Integration,
    ...(path.includes(':tag') ? { tag: Type.String() } : {}),
    ...(path.includes(':branch') ? { branch: Type.String() } : {}),
  });

const deleted = answers({ 200: 'Deleted; a link to the latest pact that is left', 404: 'There is no such pact.' }, PactsDeleted);

export const pactVersionRoutes: Routes = (app) => {
  for (const { path, operationId, summary, order, marks } of lists) {
    app.get<{ Params: Params; Querystring: Parameters<typeof pageAskedFor>[0] }>(
      `${PACTS}${path}`,
      {
        schema: {
          operationId,
          summary,
          tags,
          params: parametersOf(path),
          querystring: PageQuery,
          response: readAnswers('The pacts', PactVersions),
        },
        config: { permission: 'read' },
      },
      async ({ tenant, params, query, urls, url }) => {
        const page = pageAskedFor(query);
        const list = await readPactsBetween(tenant.db, { ...params, marks: marks(params), order }, page);
        return representPactsBetween(params, list, { self: urls.asked(url), title: summary, page }, urls);
      },
    );
  }

  app.delete(
    `${PACTS}/version/:number`,
    {
      schema: {
        operationId: 'deletePact',
        summary: 'Delete the pact of a consumer version; results stay for other versions with the same content',
        tags,
        params: Type.Object({ ...Integration, number: Type.String() }),
        response: deleted,
      },
      config: { permission: 'write' },
    },
    async ({ tenant, params, urls }) => {
      await deletePact(tenant, params);
      return representPactsDeleted(params, urls);
    },
  );

  app.delete(
    `${PACTS}/tag/:tag`,
    {
      schema: {
        operationId: 'deletePactsWithTag',
        summary: 'Delete the versions of a pact whose consumer version has a tag; the versions and their tags stay',
        tags,
        params: Type.Object({ ...Integration, tag: Type.String() }),
        response: deleted,
      },
      config: { permission: 'write' },
    },
    async ({ tenant, params, urls }) => {
      await deletePactsWithTag(tenant, params);
      return representPactsDeleted(params, urls);
    },
  );
};
