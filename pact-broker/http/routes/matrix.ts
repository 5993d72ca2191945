import { Type } from 'typebox';
import { gateQuery, readCanIDeployQuery } from '../../domain/matrix/can-i-deploy-query.ts';
import { readMatrixQuery } from '../../domain/matrix/matrix-query.ts';
import { answerIntegrationMatrix, answerMatrix } from '../../services/matrix/answer-matrix.ts';
import { canIMerge } from '../../services/matrix/can-i-merge.ts';
import { readAnswers } from '../answers.ts';
import { HAL_JSON, TEXT } from '../media-types.ts';
import { representMatrix } from '../representations/matrix.ts';
import { matrixAsText } from '../representations/matrix-as-text.ts';
import type { Routes } from './routes.ts';

const read = { permission: 'read' } as const;
const tags = ['Matrix'];

const Text = (description: string) => Type.Optional(Type.Any({ description }));
const MatrixParameters = Type.Object({
  q: Text('Selectors, as q[][pacticipant]=NAME and, for each, version, branch, tag, environment, mainBranch or latest'),
  latestby: Text('cvpv, cvp or cp: only the newest by consumer version and provider version, by consumer version and provider, by pair'),
  environment: Text('The target: an environment'),
  tag: Text('The target: versions with a tag'),
  branch: Text('The target: the newest version of a branch'),
  mainBranch: Text('The target: the newest versions of main branches'),
  latest: Text('The target: the newest versions'),
  success: Text('Only rows with this result, as success[]=true, false or null; null is what has not succeeded'),
  ignore: Text('Left out of the verdict, as ignore[][pacticipant]=NAME and perhaps ignore[][version]=NUMBER'),
  limit: Text('Rows at the most'),
});

const GateParameters = Type.Object({
  pacticipant: Text('The name of what is to be deployed'),
  version: Text('Its version number'),
  environment: Text('The environment that it is to be deployed to'),
  to: Text('The tag of the versions that it must work with, where no environments are used'),
  ignore: Text('Left out of the verdict, as ignore[][pacticipant]=NAME'),
});

export const matrixRoutes: Routes = (app) => {
  app.get(
    '/matrix',
    {
      schema: { operationId: 'getMatrix', summary: 'What works with what', tags, querystring: MatrixParameters },
      config: { permission: 'read', produces: [HAL_JSON, TEXT] },
    },
    async ({ tenant, query, urls, headers }, reply) => {
      const answer = await answerMatrix(tenant.db, readMatrixQuery(query));
      if (headers.accept?.includes('text/plain')) return reply.type(TEXT).send(matrixAsText(answer));
      return representMatrix(answer, urls);
    },
  );

  app.get(
    '/matrix/provider/:provider/consumer/:consumer',
    {
      schema: {
        operationId: 'getMatrixOfIntegration',
        summary: 'The matrix of a consumer and a provider',
        tags,
        params: Type.Object({ consumer: Type.String(), provider: Type.String() }),
      },
      config: read,
    },
    async ({ tenant, params: { consumer, provider }, urls }) =>
      representMatrix(await answerIntegrationMatrix(tenant.db, consumer, provider), urls),
  );

  app.get(
    '/can-i-deploy',
    {
      schema: { operationId: 'canIDeploy', summary: 'Whether a version can be deployed', tags, querystring: GateParameters },
      config: read,
    },
    async ({ tenant, query, urls }) => representMatrix(await answerMatrix(tenant.db, readCanIDeployQuery(query)), urls),
  );

  app.get(
    '/pacticipants/:pacticipant/branches/:branch/latest-version/can-i-deploy/to-environment/:environment',
    {
      schema: {
        operationId: 'canIDeployBranchToEnvironment',
        summary: 'Whether the newest version of a branch can be deployed',
        tags,
        params: Type.Object({ pacticipant: Type.String(), branch: Type.String(), environment: Type.String() }),
      },
      config: read,
    },
    async ({ tenant, params: { pacticipant, branch, environment }, urls }) =>
      representMatrix(
        await answerMatrix(tenant.db, gateQuery({ pacticipant, branch, latest: true }, { kind: 'environment', environment })),
        urls,
      ),
  );

  app.get(
    '/pacticipants/:pacticipant/latest-version/:tag/can-i-deploy/to/:to',
    {
      schema: {
        operationId: 'canIDeployTagToTag',
        summary: 'Whether the newest version with a tag works with those of another',
        tags,
        params: Type.Object({ pacticipant: Type.String(), tag: Type.String(), to: Type.String() }),
      },
      config: read,
    },
    async ({ tenant, params: { pacticipant, tag, to }, urls }) =>
      representMatrix(
        await answerMatrix(tenant.db, gateQuery({ pacticipant, tag, latest: true }, { kind: 'tag', tag: to, latest: true })),
        urls,
      ),
  );

  app.get(
    '/pacticipants/:pacticipant/main-branch/can-i-merge',
    {
      schema: {
        operationId: 'canIMerge',
        summary: 'Whether the main branch works with the main branches of all others',
        tags,
        params: Type.Object({ pacticipant: Type.String() }),
        response: readAnswers('The verdict, with the rows that it was made of'),
      },
      config: read,
    },
    async ({ tenant, params: { pacticipant }, urls }) => representMatrix((await canIMerge(tenant.db, pacticipant)).answer, urls),
  );
};
