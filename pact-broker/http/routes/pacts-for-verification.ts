import { Type } from 'typebox';
import { readVerificationRequest } from '../../domain/pacts/verification-request.ts';
import { selectPactsForVerification } from '../../services/pacts/select-pacts-for-verification.ts';
import { readAnswers } from '../answers.ts';
import { representPactsForVerification } from '../representations/pacts-for-verification.ts';
import { PactsForVerification, VerificationRequest } from '../schemas/verifications.ts';
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
        body: VerificationRequest,
        response: readAnswers('The pacts', PactsForVerification),
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
        response: readAnswers('The pacts', PactsForVerification),
      },
      config: { permission: 'read' },
    },
    async ({ tenant, params: { provider }, urls }) => {
      const request = readVerificationRequest({});
      return representPactsForVerification(provider, request, await selectPactsForVerification(tenant, provider, request), urls);
    },
  );
};
