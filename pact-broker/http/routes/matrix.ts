import { Type } from 'typebox';
import { gateQuery, readCanIDeployQuery } from '../../domain/matrix/can-i-deploy-query.ts';
import { readMatrixQuery } from '../../domain/matrix/matrix-query.ts';
import { answerIntegrationMatrix, answerMatrix } from '../../services/matrix/answer-matrix.ts';
import { canIMerge } from '../../services/matrix/can-i-merge.ts';
import { negotiate } from '../accept.ts';
import { answers, readAnswers } from '../answers.ts';
import { EnvironmentName } from '../document/parameters.ts';
import { HAL_JSON, TEXT } from '../media-types.ts';
import { representMatrix } from '../representations/matrix.ts';
import { matrixAsText } from '../representations/matrix-as-text.ts';
import { Matrix } from '../schemas/matrix.ts';
import type { Routes } from './routes.ts';

const read = { permission: 'read' } as const;
const tags = ['Matrix'];

const Text = (description: string, example: string) => Type.Optional(Type.String({ description, examples: [example] }));
const Texts = (description: string, example: string) => Type.Optional(Type.Array(Type.String(), { description, examples: [[example]] }));

// The names with brackets are written as they stand on the wire, where each pacticipant begins a selector that the others add to.
const ignored = {
  'ignore[][pacticipant]': Texts('Left out of the verdict', 'Order API'),
  'ignore[][version]': Texts('Only this version of it is left out', '1.0.0'),
};
const MatrixParameters = Type.Object({
  'q[][pacticipant]': Type.Array(Type.String(), { description: 'Whose versions are meant', examples: [['Order Web']] }),
  'q[][version]': Texts('The version with this number', '1.0.0'),
  'q[][branch]': Texts('Versions on this branch', 'main'),
  'q[][tag]': Texts('Versions with this tag', 'prod'),
  'q[][environment]': Texts('Versions in this environment', 'production'),
  'q[][mainBranch]': Texts('true: versions on the main branch', 'true'),
  'q[][latest]': Texts('true: the newest of them only', 'true'),
  latestby: Text(
    'cvpv, cvp or cp: only the newest by consumer version and provider version, by consumer version and provider, by pair',
    'cvp',
  ),
  environment: Text('The target: an environment', 'production'),
  tag: Text('The target: versions with a tag', 'prod'),
  branch: Text('The target: the head of a branch', 'main'),
  mainBranch: Text('The target, where it is true: the heads of main branches', 'true'),
  latest: Text('The target, where it is true: the newest versions', 'true'),
  'success[]': Texts('Only rows with this result: true, false or null, which is what has not succeeded', 'true'),
  ...ignored,
  limit: Text('Rows at the most: 1 to 1000000', '100'),
});

const GateParameters = Type.Object({
  pacticipant: Type.String({ description: 'The name of what is to be deployed', examples: ['Order Web'] }),
  version: Type.String({ description: 'Its version number', examples: ['1.0.0'] }),
  environment: Text('The environment that it is to be deployed to', 'production'),
  to: Text('The tag of the versions that it must work with, where no environments are used', 'prod'),
  ...ignored,
});

const produces = [HAL_JSON, TEXT];
const response = answers({ 200: 'The verdict, with the rows that it was made of' }, Matrix);

export const matrixRoutes: Routes = (app) => {
  app.get(
    '/matrix',
    {
      schema: { operationId: 'getMatrix', summary: 'What works with what', tags, querystring: MatrixParameters, response },
      config: { permission: 'read', produces },
    },
    async ({ tenant, query, urls, headers }, reply) => {
      const answer = await answerMatrix(tenant.db, readMatrixQuery(query));
      if (negotiate(headers.accept, produces) === TEXT) return reply.type(TEXT).send(matrixAsText(answer));
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
        response: readAnswers('The rows', Matrix),
      },
      config: read,
    },
    async ({ tenant, params: { consumer, provider }, urls }) =>
      representMatrix(await answerIntegrationMatrix(tenant.db, consumer, provider), urls),
  );

  app.get(
    '/can-i-deploy',
    {
      schema: { operationId: 'canIDeploy', summary: 'Whether a version can be deployed', tags, querystring: GateParameters, response },
      config: read,
    },
    async ({ tenant, query, urls }) => representMatrix(await answerMatrix(tenant.db, readCanIDeployQuery(query)), urls),
  );

  app.get(
    '/pacticipants/:pacticipant/branches/:branch/latest-version/can-i-deploy/to-environment/:environment',
    {
      schema: {
        operationId: 'canIDeployBranchToEnvironment',
        summary: 'Whether the head of a branch can be deployed',
        tags,
        params: Type.Object({ pacticipant: Type.String(), branch: Type.String(), environment: EnvironmentName }),
        response,
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
        response,
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
        response: readAnswers('The verdict, with the rows that it was made of', Matrix),
      },
      config: read,
    },
    async ({ tenant, params: { pacticipant }, urls }) => representMatrix((await canIMerge(tenant.db, pacticipant)).answer, urls),
  );
};
