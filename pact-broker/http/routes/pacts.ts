import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { readPublication } from '../../domain/pacts/publication.ts';
import { readPutContent } from '../../domain/pacts/put-content.ts';
import { decodeMetadata, encodeMetadata } from '../../domain/pacts/selection-metadata.ts';
import { publishContracts } from '../../services/pacts/publish-contracts.ts';
import { mergePact, putPact } from '../../services/pacts/put-pact.ts';
import { readPact } from '../../services/pacts/read-pact.ts';
import {
  findLatestPact,
  findLatestPactOfBranch,
  findLatestPactWithTag,
  findLatestUntaggedPact,
  findPactByContent,
  findPactOfVersion,
  type PactWithContent,
} from '../../storage/pact-lookups.ts';
import { answers, readAnswers, withHeaders } from '../answers.ts';
import { type PactView, representPact } from '../representations/pacts.ts';
import { representPublication } from '../representations/publications.ts';
import { CONSUMER_VERSION, PactBody, Publication, Published, PublishedPact } from '../schemas/pacts.ts';
import type { Routes } from './routes.ts';

const Integration = { consumer: Type.String(), provider: Type.String() };
const IntegrationParams = Type.Object(Integration);
const VersionParams = Type.Object({ ...Integration, number: Type.String() });
const ContentParams = Type.Object({ ...Integration, sha: Type.String() });

const found = withHeaders(CONSUMER_VERSION, readAnswers('The pact', PublishedPact));
const saved = withHeaders(
  CONSUMER_VERSION,
  answers({ 200: 'The pact, there already or changed', 201: 'The pact, created', 409: 'Other content is there already.' }, PublishedPact),
);

const tags = ['Pacts'];
const read = { permission: 'read' } as const;
const write = { permission: 'write' } as const;
const PACTS = '/pacts/provider/:provider/consumer/:consumer';

async function sendPact(
  request: FastifyRequest,
  reply: FastifyReply,
  { found, what, ...asked }: { found: Promise<PactWithContent | undefined>; what: string; view?: PactView; latest?: true },
) {
  const pact = await readPact(found, what);
  // Whoever asked for the newest did not name a version: a result remembers which one it was.
  const view = asked.latest ? { metadata: encodeMetadata({ consumerVersions: [pact.consumer_version] }) } : asked.view;
  reply.header('x-pact-consumer-version', encodeURIComponent(pact.consumer_version));
  return reply.send(representPact(pact, request.urls, view));
}

async function writePact(
  request: FastifyRequest,
  reply: FastifyReply,
  { consumer, provider, number, write }: { consumer: string; provider: string; number: string; write: typeof putPact },
) {
  const content = readPutContent(request.jsonText, { consumer, provider, version: number });
  const { created } = await write(request.tenant, { consumer, provider, version: number, content });
  reply.code(created ? 201 : 200);
  return sendPact(request, reply, {
    found: findPactOfVersion.withContent(request.tenant.db, { consumer, provider, number }),
    what: 'such pact',
  });
}

export const pactRoutes: Routes = (app) => {
  app.post(
    '/contracts/publish',
    {
      schema: {
        operationId: 'publishContracts',
        summary: 'Publish the contracts of a consumer version, all or none',
        tags,
        body: Publication,
        response: answers(
          { 200: 'What was done, as notices', 409: 'Other content is there already, or a name is much like another.' },
          Published,
        ),
      },
      config: write,
    },
    async ({ tenant, body, urls }) => {
      const publication = readPublication(body);
      return representPublication(publication, await publishContracts(tenant, publication), urls);
    },
  );

  app.put(
    `${PACTS}/version/:number`,
    {
      schema: { operationId: 'putPact', summary: 'Publish one pact', tags, params: VersionParams, body: PactBody, response: saved },
      config: write,
    },
    (request, reply) => writePact(request, reply, { ...request.params, write: putPact }),
  );

  app.patch(
    `${PACTS}/version/:number`,
    {
      schema: {
        operationId: 'mergePact',
        summary: 'Add interactions to a pact',
        tags,
        params: VersionParams,
        body: PactBody,
        response: saved,
      },
      config: write,
    },
    (request, reply) => writePact(request, reply, { ...request.params, write: mergePact }),
  );

  app.get(
    `${PACTS}/version/:number`,
    {
      schema: { operationId: 'getPact', summary: 'The pact of a consumer version', tags, params: VersionParams, response: found },
      config: read,
    },
    async (request, reply) => {
      const { consumer, provider, number } = request.params;
      const what = `pact between ${consumer} version ${number} and ${provider}`;
      return sendPact(request, reply, { found: findPactOfVersion.withContent(request.tenant.db, request.params), what });
    },
  );

  app.get(
    `${PACTS}/latest`,
    {
      schema: { operationId: 'getLatestPact', summary: 'The latest pact', tags, params: IntegrationParams, response: found },
      config: read,
    },
    async (request, reply) => {
      const { consumer, provider } = request.params;
      return sendPact(request, reply, {
        found: findLatestPact.withContent(request.tenant.db, request.params),
        what: `pact between ${consumer} and ${provider}`,
        latest: true,
      });
    },
  );

  app.get(
    `${PACTS}/latest/:tag`,
    {
      schema: {
        operationId: 'getLatestPactWithTag',
        summary: 'The latest pact of the consumer versions with a tag',
        tags,
        params: Type.Object({ ...Integration, tag: Type.String() }),
        response: found,
      },
      config: read,
    },
    async (request, reply) => {
      const { consumer, provider, tag } = request.params;
      const what = `pact between ${consumer} and ${provider} whose consumer version has the tag ${tag}`;
      return sendPact(request, reply, { found: findLatestPactWithTag.withContent(request.tenant.db, request.params), what, latest: true });
    },
  );

  app.get(
    `${PACTS}/latest-untagged`,
    {
      schema: {
        operationId: 'getLatestUntaggedPact',
        summary: 'The latest pact of the consumer versions without a tag',
        tags,
        params: IntegrationParams,
        response: found,
      },
      config: read,
    },
    async (request, reply) => {
      const { consumer, provider } = request.params;
      const what = `pact between ${consumer} and ${provider} whose consumer version has no tag`;
      return sendPact(request, reply, { found: findLatestUntaggedPact.withContent(request.tenant.db, request.params), what, latest: true });
    },
  );

  app.get(
    `${PACTS}/branch/:branch/latest`,
    {
      schema: {
        operationId: 'getLatestPactOfBranch',
        summary: 'The latest pact of a consumer branch',
        tags,
        params: Type.Object({ ...Integration, branch: Type.String() }),
        response: found,
      },
      config: read,
    },
    async (request, reply) => {
      const { consumer, provider, branch } = request.params;
      const what = `pact between ${consumer} and ${provider} on the branch ${branch}`;
      return sendPact(request, reply, { found: findLatestPactOfBranch.withContent(request.tenant.db, request.params), what, latest: true });
    },
  );

  app.get(
    `${PACTS}/pact-version/:sha`,
    {
      schema: { operationId: 'getPactByContent', summary: 'A pact by its content', tags, params: ContentParams, response: found },
      config: read,
    },
    async (request, reply) => {
      const { consumer, provider, sha } = request.params;
      const what = `pact between ${consumer} and ${provider} with the content ${sha}`;
      return sendPact(request, reply, { found: findPactByContent.withContent(request.tenant.db, request.params), what });
    },
  );

  app.get(
    `${PACTS}/pact-version/:sha/metadata/:metadata`,
    {
      schema: {
        operationId: 'getPactByContentWithMetadata',
        summary: 'A pact by its content, as it was selected for verification',
        tags,
        params: Type.Object({ ...Integration, sha: Type.String(), metadata: Type.String() }),
        response: found,
      },
      config: read,
    },
    async (request, reply) => {
      const { consumer, provider, sha, metadata } = request.params;
      const what = `pact between ${consumer} and ${provider} with the content ${sha}`;
      const { consumerVersions } = decodeMetadata(metadata);
      const view = { metadata, consumerVersions };
      return sendPact(request, reply, { found: findPactByContent.withContent(request.tenant.db, request.params), what, view });
    },
  );
};
