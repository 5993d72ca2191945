import { Type } from 'typebox';
import { readProviderStates, type StatesOf } from '../../services/pacts/read-provider-states.ts';
import { readAnswers } from '../answers.ts';
import { ProviderStates } from '../schemas/pacts.ts';
import type { Routes } from './routes.ts';

const tags = ['Pacts'];
const Provider = { provider: Type.String() };

const lists = [
  {
    path: '',
    operationId: 'listProviderStates',
    summary: 'The provider states that the latest pacts on the main branches of the consumers need',
    params: Type.Object(Provider),
  },
  {
    path: '/branch/:branch',
    operationId: 'listProviderStatesOfBranch',
    summary: 'The provider states that the latest pacts on a branch of the consumers need',
    params: Type.Object({ ...Provider, branch: Type.String() }),
  },
  {
    path: '/environment/:environment',
    operationId: 'listProviderStatesOfEnvironment',
    summary: 'The provider states that the consumers in an environment need',
    params: Type.Object({ ...Provider, environment: Type.String({ description: 'The uuid of the environment, or its name' }) }),
  },
];

export const providerStateRoutes: Routes = (app) => {
  for (const { path, operationId, summary, params } of lists) {
    app.get<{ Params: StatesOf & { provider: string } }>(
      `/pacts/provider/:provider/provider-states${path}`,
      {
        schema: {
          operationId,
          summary,
          tags,
          params,
          response: readAnswers('The states, each with the consumers that need it', ProviderStates),
        },
        config: { permission: 'read' },
      },
      async ({ tenant, params: { provider, ...of } }) => ({ providerStates: await readProviderStates(tenant.db, provider, of) }),
    );
  }
};
