import { Type } from 'typebox';
import { readVerificationRequest } from '../../domain/pacts/verification-request.ts';
import { selectPactsForVerification } from '../../services/pacts/select-pacts-for-verification.ts';
import { representPactsForVerification } from '../representations/pacts-for-verification.ts';
import type { Routes } from './routes.ts';

const ProviderParams = Type.Object({ provider: Type.String() });
const tags = ['Pacts'];

export const pactsForVerificationRoutes: Routes = (app) => {
  app.post(
    '/pacts/provider/:provider/for-verification',
    {
      schema: {
        operationId: 'selectPactsForVerification',
        summary: 'The pacts that a provider is to verify',
        tags,
        params: ProviderParams,
        body: Type.Unknown(),
      },
      // It writes nothing: POST only carries the selectors.
      config: { permission: 'read' },
    },
    async ({ tenant, params: { provider }, body, urls }) => {
      const request = readVerificationRequest(body);
      return representPactsForVerification(provider, request, await selectPactsForVerification(tenant, provider, request), urls);
    },
  );

  app.get(
    '/pacts/provider/:provider/for-verification',
    {
      schema: {
        operationId: 'listPactsForVerification',
        summary: 'The pacts that a provider is to verify, by default',
        tags,
        params: ProviderParams,
      },
      config: { permission: 'read' },
    },
    async ({ tenant, params: { provider }, urls }) => {
      const request = readVerificationRequest({});
      return representPactsForVerification(provider, request, await selectPactsForVerification(tenant, provider, request), urls);
    },
  );
};
