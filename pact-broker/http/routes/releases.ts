import { Type } from 'typebox';
import { endsSupport } from '../../domain/deployments/deployment-fields.ts';
import { endSupport, readReleasedVersion, recordRelease } from '../../services/deployments/record-release.ts';
import { readCurrentlySupported, readReleasesOfVersion } from '../../services/environments/read-environment-contents.ts';
import { changedAnswers, readAnswers, savedAnswers, unknown, withHeaders } from '../answers.ts';
import { representReleasedVersion, representReleasedVersions } from '../representations/deployments.ts';
import { environmentTitle } from '../representations/environments.ts';
import { EndOfSupport, ReleasedVersion, ReleasedVersions } from '../schemas/deployments.ts';
import { Unread } from '../schemas/names.ts';
import type { Routes } from './routes.ts';

const tags = ['Releases'];
const read = { permission: 'read' } as const;
const write = { permission: 'write' } as const;
const RELEASED = '/pacticipants/:pacticipant/versions/:number/released-versions/environment/:environment';
const ReleasedParams = Type.Object({ pacticipant: Type.String(), number: Type.String(), environment: Type.String() });
const UuidParams = Type.Object({ uuid: Type.String() });
const CurrentQuery = Type.Object({ pacticipant: Type.Optional(Type.String()), version: Type.Optional(Type.String()) });

export const releaseRoutes: Routes = (app) => {
  app.post(
    RELEASED,
    {
      schema: {
        operationId: 'recordRelease',
        summary: 'Record that a version is released and supported, beside others',
        tags,
        params: ReleasedParams,
        body: Unread,
        response: { ...withHeaders({ location: 'Its address' }, savedAnswers('The released version', ReleasedVersion)), ...unknown },
      },
      config: write,
    },
    async ({ tenant, params, urls }, reply) => {
      const released = await recordRelease(tenant, params);
      reply.code(released.created ? 201 : 200).header('location', urls.releasedVersion(released.releasedVersion.uuid));
      return representReleasedVersion(released, urls);
    },
  );

  app.get(
    RELEASED,
    {
      schema: {
        operationId: 'listReleasesOfVersion',
        summary: 'When a version was released to an environment, newest first',
        tags,
        params: ReleasedParams,
        response: readAnswers('The released versions', ReleasedVersions),
      },
      config: read,
    },
    async ({ tenant, params, urls, url }) => {
      const { environment, releasedVersions } = await readReleasesOfVersion(tenant.db, params);
      const title = `Releases of ${params.pacticipant} version ${params.number} to ${environmentTitle(environment)}`;
      return representReleasedVersions(releasedVersions, { self: urls.asked(url), title }, urls);
    },
  );

  app.get(
    '/environments/:environment/released-versions/currently-supported',
    {
      schema: {
        operationId: 'listCurrentlySupportedVersions',
        summary: 'What is released to an environment and supported now, oldest first',
        tags,
        params: Type.Object({ environment: Type.String() }),
        querystring: CurrentQuery,
        response: readAnswers('The released versions', ReleasedVersions),
      },
      config: read,
    },
    async ({ tenant, params, query, urls, url }) => {
      const { environment, releasedVersions } = await readCurrentlySupported(tenant.db, params.environment, query);
      const title = `Released to ${environmentTitle(environment)} and supported now`;
      return representReleasedVersions(releasedVersions, { self: urls.asked(url), title }, urls);
    },
  );

  app.get(
    '/released-versions/:uuid',
    {
      schema: {
        operationId: 'getReleasedVersion',
        summary: 'A released version',
        tags,
        params: UuidParams,
        response: readAnswers('The released version', ReleasedVersion),
      },
      config: read,
    },
    async ({ tenant, params, urls }) => representReleasedVersion(await readReleasedVersion(tenant.db, params.uuid), urls),
  );

  app.patch(
    '/released-versions/:uuid',
    {
      schema: {
        operationId: 'endSupport',
        summary: 'Record that a released version is supported no longer',
        tags,
        params: UuidParams,
        body: EndOfSupport,
        response: changedAnswers('The released version', ReleasedVersion),
      },
      config: write,
    },
    async ({ tenant, params, body, urls }) => representReleasedVersion(await endSupport(tenant, params.uuid, endsSupport(body)), urls),
  );
};
