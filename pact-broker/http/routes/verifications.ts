import { type Static, Type } from 'typebox';
import { decodeMetadata } from '../../domain/pacts/selection-metadata.ts';
import { verificationNumber } from '../../domain/verifications/verification-number.ts';
import { readVerificationResult } from '../../domain/verifications/verification-result.ts';
import { publishVerification } from '../../services/verifications/publish-verification.ts';
import { readLatestVerification, readResultsOfVersion, readVerification } from '../../services/verifications/read-verification.ts';
import { findLatestPact, findPactByContent, findPactOfVersion } from '../../storage/pact-lookups.ts';
import { createdAnswers, readAnswers, unknown } from '../answers.ts';
import { representResultsOfVersion, representVerification } from '../representations/verifications.ts';
import { VerificationBody, VerificationResult, VerificationResults } from '../schemas/verifications.ts';
import type { Routes } from './routes.ts';

const Integration = { consumer: Type.String(), provider: Type.String() };
const ContentParams = Type.Object({ ...Integration, sha: Type.String(), metadata: Type.Optional(Type.String()) });
const ResultParams = Type.Object({
  ...Integration,
  sha: Type.String(),
  metadata: Type.Optional(Type.String()),
  result: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
});

const tags = ['Verification results'];
const result = readAnswers('The result', VerificationResult);
const read = { permission: 'read' } as const;
const PACTS = '/pacts/provider/:provider/consumer/:consumer';
/** Each address exists plainly and with the metadata of a selection in it. */
const contents = [
  { path: `${PACTS}/pact-version/:sha`, suffix: '' },
  { path: `${PACTS}/pact-version/:sha/metadata/:metadata`, suffix: 'WithMetadata' },
];

export const verificationRoutes: Routes = (app) => {
  for (const { path, suffix } of contents) {
    app.post<{ Params: Static<typeof ContentParams> }>(
      `${path}/verification-results`,
      {
        schema: {
          operationId: `publishVerificationResult${suffix}`,
          summary: 'Publish a verification result',
          tags,
          params: ContentParams,
          body: VerificationBody,
          response: { ...createdAnswers('The result', VerificationResult), ...unknown },
        },
        config: { permission: 'write' },
      },
      async ({ tenant, params, body, urls }, reply) => {
        const { consumer, provider, sha, metadata } = params;
        const { consumerVersions, wip = false } = decodeMetadata(metadata);
        const result = readVerificationResult(body);
        const verification = await publishVerification(tenant, { consumer, provider, sha, consumerVersions, wip, result });
        reply.code(201).header('location', urls.verificationResult(consumer, provider, sha, verificationNumber(verification.id)));
        return representVerification(verification, urls);
      },
    );

    app.get<{ Params: Static<typeof ResultParams> }>(
      `${path}/verification-results/:result`,
      {
        schema: {
          operationId: `getVerificationResult${suffix}`,
          summary: 'A verification result',
          tags,
          params: ResultParams,
          response: result,
        },
        config: read,
      },
      async ({ tenant, params, urls }) => representVerification(await readVerification(tenant.db, params, params.result), urls),
    );

    app.get<{ Params: Static<typeof ContentParams> }>(
      `${path}/verification-results/latest`,
      {
        schema: {
          operationId: `getLatestVerificationResult${suffix}`,
          summary: 'The latest result for a content',
          tags,
          params: ContentParams,
          response: result,
        },
        config: read,
      },
      async ({ tenant, params, urls }) =>
        representVerification(await readLatestVerification(tenant.db, findPactByContent(tenant.db, params)), urls),
    );
  }

  app.get(
    `${PACTS}/version/:number/verification-results/latest`,
    {
      schema: {
        operationId: 'getLatestVerificationResultOfPact',
        summary: 'The latest result for the pact of a consumer version',
        tags,
        params: Type.Object({ ...Integration, number: Type.String() }),
        response: result,
      },
      config: read,
    },
    async ({ tenant, params, urls }) =>
      representVerification(await readLatestVerification(tenant.db, findPactOfVersion(tenant.db, params)), urls),
  );

  app.get(
    `${PACTS}/latest/verification-results/latest`,
    {
      schema: {
        operationId: 'getLatestVerificationResultOfLatestPact',
        summary: 'The latest result for the latest pact',
        tags,
        params: Type.Object(Integration),
        response: result,
      },
      config: read,
    },
    async ({ tenant, params, urls }) =>
      representVerification(await readLatestVerification(tenant.db, findLatestPact(tenant.db, params)), urls),
  );

  app.get(
    '/verification-results/consumer/:consumer/version/:number/latest',
    {
      schema: {
        operationId: 'getLatestVerificationResultsOfConsumerVersion',
        summary: 'The latest results for each pact of a consumer version',
        tags,
        params: Type.Object({ consumer: Type.String(), number: Type.String() }),
        response: readAnswers('The results', VerificationResults),
      },
      config: read,
    },
    async ({ tenant, params: { consumer, number }, urls }) =>
      representResultsOfVersion(
        await readResultsOfVersion(tenant.db, consumer, number),
        urls.latestVerificationResultsOfConsumerVersion(consumer, number),
        urls,
      ),
  );
};
