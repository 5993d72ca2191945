import { Type } from 'typebox';
import { readLatestPacts, readPactsOfProvider } from '../../services/pacts/read-pact-lists.ts';
import { MAIN_BRANCH, type PactFilter } from '../../storage/pact-lists.ts';
import { answers, readAnswers } from '../answers.ts';
import { PageQuery, pageAskedFor } from '../paging.ts';
import { representLatestPacts, representPactsOfProvider } from '../representations/pact-lists.ts';
import { LatestPacts, PactsOfProvider } from '../schemas/pacts.ts';
import type { Routes } from './routes.ts';

const tags = ['Pacts'];
const config = { permission: 'read' } as const;

interface Params {
  provider: string;
  tag?: string;
  branch?: string;
}

interface ProviderList {
  path: string;
  operationId: string;
  summary: string;
  /** Which pacts, by the parameters of the address. */
  marks: (params: Params) => Omit<PactFilter, 'providerId' | 'consumerId'>;
}

const withTag = (text: string) => `${text} whose consumer version has a tag`;
const onBranch = (text: string) => `${text} on a branch of the consumer`;
const onMain = (text: string) => `${text} on the main branch of the consumer`;
const ALL = 'The pacts of a provider';
const LATEST = 'The latest pact of each consumer with a provider';

const lists: ProviderList[] = [
  { path: '', operationId: 'listPactsOfProvider', summary: ALL, marks: () => ({}) },
  { path: '/latest', operationId: 'listLatestPactsOfProvider', summary: LATEST, marks: () => ({ latest: true }) },
  {
    path: '/latest/:tag',
    operationId: 'listLatestPactsOfProviderWithTag',
    summary: withTag(LATEST),
    marks: ({ tag = '' }) => ({ tag, latest: true }),
  },
  { path: '/tag/:tag', operationId: 'listPactsOfProviderWithTag', summary: withTag(ALL), marks: ({ tag = '' }) => ({ tag }) },
  { path: '/branch', operationId: 'listPactsOfProviderOnMainBranch', summary: onMain(ALL), marks: () => ({ branch: MAIN_BRANCH }) },
  {
    path: '/branch/latest',
    operationId: 'listLatestPactsOfProviderOnMainBranch',
    summary: onMain(LATEST),
    marks: () => ({ branch: MAIN_BRANCH, latest: true }),
  },
  {
    path: '/branch/:branch',
    operationId: 'listPactsOfProviderOnBranch',
    summary: onBranch(ALL),
    marks: ({ branch = '' }) => ({ branch }),
  },
  {
    path: '/branch/:branch/latest',
    operationId: 'listLatestPactsOfProviderOnBranch',
    summary: onBranch(LATEST),
    marks: ({ branch = '' }) => ({ branch, latest: true }),
  },
];

const parametersOf = (path: string) =>
  Type.Object({
    provider: Type.String(),
    ...(path.includes(':tag') ? { tag: Type.String() } : {}),
    ...(path.includes(':branch') ? { branch: Type.String() } : {}),
  });

export const providerPactRoutes: Routes = (app) => {
  for (const { path, operationId, summary, marks } of lists) {
    app.get<{ Params: Params; Querystring: Parameters<typeof pageAskedFor>[0] }>(
      `/pacts/provider/:provider${path}`,
      {
        schema: {
          operationId,
          summary,
          tags,
          params: parametersOf(path),
          querystring: PageQuery,
          response: readAnswers('Links to the pacts', PactsOfProvider),
        },
        config,
      },
      async ({ tenant, params, query, urls, url }) => {
        const page = pageAskedFor(query);
        const list = await readPactsOfProvider(tenant.db, params.provider, marks(params), page);
        return representPactsOfProvider(params.provider, list, { self: urls.asked(url), title: summary, page }, urls);
      },
    );
  }

  app.get(
    '/pacts/latest',
    {
      schema: {
        operationId: 'listLatestPacts',
        summary: 'The latest pact of every integration',
        tags,
        querystring: PageQuery,
        response: answers({ 200: 'The pacts, by consumer and provider' }, LatestPacts),
      },
      config,
    },
    async ({ tenant, query, urls }) => {
      const page = pageAskedFor(query);
      return representLatestPacts(await readLatestPacts(tenant.db, page), page, urls);
    },
  );
};
