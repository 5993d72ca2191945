import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { readCanIDeployBadge, readCanIMergeBadge, readMatrixBadge, readPactBadge } from '../../services/badges/read-badges.ts';
import type { PactsMarked } from '../../storage/badges.ts';
import { answers, withHeaders } from '../answers.ts';
import { EnvironmentName } from '../document/parameters.ts';
import { SVG } from '../media-types.ts';
import { sendBadge } from '../send-badge.ts';
import type { Routes } from './routes.ts';

const tags = ['Badges'];
// Pages show badges to people who have no account here: what they reveal is whether a named pair works.
const config = { permission: 'read', produces: [SVG] } as const;
const response = {
  ...withHeaders({ etag: 'Names this drawing' }, answers({ 200: 'The badge, drawn', 304: 'It is still the one that the client has.' })),
  ...withHeaders({ location: 'Where it is drawn' }, answers({ 307: 'This server does not draw badges' })),
};

const Integration = { consumer: Type.String(), provider: Type.String() };
const Style = Type.Object({
  label: Type.Optional(Type.String({ description: 'consumer or provider: only that name' })),
  initials: Type.Optional(Type.Boolean({ description: 'First letters instead of names' })),
});
const Label = Type.Object({
  label: Type.Optional(Type.String({ maxLength: 100, description: 'Stands on the left instead of can-i-deploy' })),
});

const styleOf = ({ label, initials }: Static<typeof Style>) => ({
  label: label === 'consumer' || label === 'provider' ? (label as 'consumer' | 'provider') : undefined,
  initials,
});

interface PactParams {
  consumer: string;
  provider: string;
  tag?: string;
  branch?: string;
}

const pactBadges: { path: string; operationId: string; summary: string; marked: (params: PactParams) => PactsMarked }[] = [
  { path: 'latest', operationId: 'getBadgeOfLatestPact', summary: 'Badge of the latest pact', marked: () => ({ by: 'all' }) },
  {
    path: 'latest/:tag',
    operationId: 'getBadgeOfLatestPactWithTag',
    summary: 'Badge of the latest pact with a tag',
    marked: ({ tag = '' }) => ({ by: 'tag', name: tag }),
  },
  {
    path: 'latest-untagged',
    operationId: 'getBadgeOfLatestUntaggedPact',
    summary: 'Badge of the latest pact without a tag',
    marked: () => ({ by: 'untagged' }),
  },
  {
    path: 'branch/:branch/latest',
    operationId: 'getBadgeOfLatestPactOfBranch',
    summary: 'Badge of the latest pact of a consumer branch',
    marked: ({ branch = '' }) => ({ by: 'branch', name: branch }),
  },
];

const parametersOf = (path: string) =>
  Type.Object({
    ...Integration,
    ...(path.includes(':tag') ? { tag: Type.String() } : {}),
    ...(path.includes(':branch') ? { branch: Type.String() } : {}),
  });

/** Every badge has a second address, whose ending some pages want to see. */
const endings = [
  { ending: 'badge', suffix: '' },
  { ending: 'badge.svg', suffix: 'AsSvg' },
];

export const badgeRoutes: Routes = (app) => {
  for (const { ending, suffix } of endings) {
    for (const { path, operationId, summary, marked } of pactBadges) {
      app.get<{ Params: PactParams; Querystring: Static<typeof Style> }>(
        `/pacts/provider/:provider/consumer/:consumer/${path}/${ending}`,
        { schema: { operationId: operationId + suffix, summary, tags, params: parametersOf(path), querystring: Style, response }, config },
        async (request, reply) =>
          sendBadge(await readPactBadge(request.tenant.db, request.params, marked(request.params), styleOf(request.query)), request, reply),
      );
    }

    app.get(
      `/matrix/provider/:provider/latest/:providerTag/consumer/:consumer/latest/:consumerTag/${ending}`,
      {
        schema: {
          operationId: `getBadgeOfMatrix${suffix}`,
          summary: 'Badge: does the latest consumer version with a tag work with the latest provider version with a tag?',
          tags,
          params: Type.Object({ ...Integration, providerTag: Type.String(), consumerTag: Type.String() }),
          querystring: Style,
          response,
        },
        config,
      },
      async (request, reply) => sendBadge(await readMatrixBadge(request.tenant.db, request.params, styleOf(request.query)), request, reply),
    );

    app.get(
      `/pacticipants/:pacticipant/branches/:branch/latest-version/can-i-deploy/to-environment/:environment/${ending}`,
      {
        schema: {
          operationId: `getBadgeOfBranchToEnvironment${suffix}`,
          summary: 'Badge: can the latest version of a branch be deployed?',
          tags,
          params: Type.Object({ pacticipant: Type.String(), branch: Type.String(), environment: EnvironmentName }),
          querystring: Label,
          response,
        },
        config,
      },
      async (request, reply) => {
        const { pacticipant, branch, environment } = request.params;
        const target = { kind: 'environment', environment } as const;
        return sendGate(request, reply, { selector: { pacticipant, branch, latest: true }, target, from: branch, to: environment });
      },
    );

    app.get(
      `/pacticipants/:pacticipant/latest-version/:tag/can-i-deploy/to/:to/${ending}`,
      {
        schema: {
          operationId: `getBadgeOfTagToTag${suffix}`,
          summary: 'Badge: does the latest version with a tag work with those of another?',
          tags,
          params: Type.Object({ pacticipant: Type.String(), tag: Type.String(), to: Type.String() }),
          querystring: Label,
          response,
        },
        config,
      },
      async (request, reply) => {
        const { pacticipant, tag, to } = request.params;
        const target = { kind: 'tag', tag: to, latest: true } as const;
        return sendGate(request, reply, { selector: { pacticipant, tag, latest: true }, target, from: tag, to });
      },
    );

    app.get(
      `/pacticipants/:pacticipant/main-branch/can-i-merge/${ending}`,
      {
        schema: {
          operationId: `getBadgeOfCanIMerge${suffix}`,
          summary: 'Badge: does the main branch work with the main branches of all others?',
          tags,
          params: Type.Object({ pacticipant: Type.String() }),
          response,
        },
        config,
      },
      async (request, reply) => sendBadge(await readCanIMergeBadge(request.tenant.db, request.params.pacticipant), request, reply),
    );
  }
};

async function sendGate(request: FastifyRequest, reply: FastifyReply, asked: Omit<Parameters<typeof readCanIDeployBadge>[1], 'label'>) {
  const { label } = request.query as Static<typeof Label>;
  return sendBadge(await readCanIDeployBadge(request.tenant.db, { ...asked, label }), request, reply);
}
