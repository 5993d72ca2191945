import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { comparePacts, readPreviousDistinct } from '../../services/pacts/compare-pacts.ts';
import { findPactByContent, findPactOfVersion } from '../../storage/pact-lookups.ts';
import { negotiate } from '../accept.ts';
import { answers, withHeaders } from '../answers.ts';
import { HAL_JSON, TEXT } from '../media-types.ts';
import { pactDiffAsText, representPactDiff } from '../representations/pact-diffs.ts';
import { representPact } from '../representations/pacts.ts';
import { CONSUMER_VERSION, PactDiff, PublishedPact } from '../schemas/pacts.ts';
import type { Routes } from './routes.ts';

const Integration = { consumer: Type.String(), provider: Type.String() };
const VersionParams = Type.Object({ ...Integration, number: Type.String() });
const PACTS = '/pacts/provider/:provider/consumer/:consumer';

const tags = ['Pacts'];
const config = { permission: 'read', produces: [TEXT, HAL_JSON] } as const;
const response = answers(
  {
    200: 'The changes, as text; as JSON where that is accepted and text is not',
    404: 'There is no such pact, or none with other content before it.',
    422: 'The pacts are too large to be compared.',
  },
  PactDiff,
);

type Compared = Omit<Parameters<typeof comparePacts>[1], 'as'>;

async function sendDiff(request: FastifyRequest, reply: FastifyReply, compared: Compared) {
  const { tenant, urls, headers } = request;
  const asText = negotiate(headers.accept, config.produces) === TEXT;
  const diff = await comparePacts(tenant.db, { ...compared, as: asText ? 'lines' : 'list' });
  if (asText) return reply.type(TEXT).send(pactDiffAsText(diff, urls, tenant.now()));
  return reply.send(representPactDiff(diff, urls.asked(request.url), urls));
}

export const pactDiffRoutes: Routes = (app) => {
  app.get(
    `${PACTS}/version/:number/previous-distinct`,
    {
      schema: {
        operationId: 'getPreviousDistinctPact',
        summary: 'The newest pact before this one with other content',
        tags,
        params: VersionParams,
        response: withHeaders(CONSUMER_VERSION, answers({ 200: 'The pact', 404: 'There is none, or no such pact.' }, PublishedPact)),
      },
      config: { permission: 'read' },
    },
    async ({ tenant, params, urls }, reply) => {
      const pact = await readPreviousDistinct(tenant.db, findPactOfVersion(tenant.db, params), 'such pact');
      reply.header('x-pact-consumer-version', encodeURIComponent(pact.consumer_version));
      return reply.send(representPact(pact, urls));
    },
  );

  app.get(
    `${PACTS}/version/:number/diff/previous-distinct`,
    {
      schema: {
        operationId: 'diffPactWithPreviousDistinct',
        summary: 'What changed since the newest pact before with other content',
        tags,
        params: VersionParams,
        response,
      },
      config,
    },
    async (request, reply) =>
      sendDiff(request, reply, { found: findPactOfVersion.withContent(request.tenant.db, request.params), with: 'previous distinct' }),
  );

  app.get(
    `${PACTS}/version/:number/diff/version/:otherNumber`,
    {
      schema: {
        operationId: 'diffPactWithVersion',
        summary: 'What changed from the pact of another consumer version to this one',
        tags,
        params: Type.Object({ ...Integration, number: Type.String(), otherNumber: Type.String() }),
        response,
      },
      config,
    },
    async (request, reply) => {
      const { otherNumber, ...named } = request.params;
      const { db } = request.tenant;
      return sendDiff(request, reply, {
        found: findPactOfVersion.withContent(db, named),
        with: findPactOfVersion.withContent(db, { ...named, number: otherNumber }),
      });
    },
  );

  app.get(
    `${PACTS}/pact-version/:sha/diff/pact-version/:otherSha`,
    {
      schema: {
        operationId: 'diffPactContents',
        summary: 'What changed from another content to this one',
        tags,
        params: Type.Object({ ...Integration, sha: Type.String(), otherSha: Type.String() }),
        response,
      },
      config,
    },
    async (request, reply) => {
      const { otherSha, ...named } = request.params;
      const { db } = request.tenant;
      return sendDiff(request, reply, {
        found: findPactByContent.withContent(db, named),
        with: findPactByContent.withContent(db, { ...named, sha: otherSha }),
      });
    },
  );
};
