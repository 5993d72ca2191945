import { Type } from 'typebox';
import { readVersionChanges, readVersionReplacement } from '../../domain/versions/version-fields.ts';
import { deleteVersion } from '../../services/versions/delete-version.ts';
import { readLatestVersion, readVersion, readVersions } from '../../services/versions/read-versions.ts';
import { saveVersion } from '../../services/versions/save-version.ts';
import { deletedAnswers, readAnswers, savedAnswers, similarName } from '../answers.ts';
import { PageQuery, pageAskedFor } from '../paging.ts';
import { representVersion, representVersions } from '../representations/versions.ts';
import { Version, VersionBody, Versions } from '../schemas/versions.ts';
import { sendNothing } from '../send-nothing.ts';
import type { Routes } from './routes.ts';

const tags = ['Versions'];
const read = { permission: 'read' } as const;
const write = { permission: 'write' } as const;
const PacticipantParams = Type.Object({ pacticipant: Type.String() });
const VERSION = '/pacticipants/:pacticipant/versions/:number';
const VersionParams = Type.Object({ pacticipant: Type.String(), number: Type.String() });

export const versionRoutes: Routes = (app) => {
  app.get(
    '/pacticipants/:pacticipant/versions',
    {
      schema: {
        operationId: 'listVersions',
        summary: 'Versions of a pacticipant, newest first',
        tags,
        params: PacticipantParams,
        querystring: PageQuery,
        response: readAnswers('The versions', Versions),
      },
      config: read,
    },
    async ({ tenant, params, query, urls, url: asked }) => {
      const { pacticipant } = params;
      const page = pageAskedFor(query);
      const list = await readVersions(tenant.db, pacticipant, page);
      const url = urls.versions(pacticipant);
      return representVersions(list, { pacticipant, title: `Versions of ${pacticipant}`, self: urls.asked(asked), url, page }, urls);
    },
  );

  app.get(
    '/pacticipants/:pacticipant/latest-version',
    {
      schema: {
        operationId: 'getLatestVersion',
        summary: 'The latest version of a pacticipant',
        tags,
        params: PacticipantParams,
        response: readAnswers('The version', Version),
      },
      config: read,
    },
    async ({ tenant, params, urls, url }) =>
      representVersion(await readLatestVersion(tenant.db, params.pacticipant), urls, urls.asked(url)),
  );

  app.get(
    '/pacticipants/:pacticipant/latest-version/:tag',
    {
      schema: {
        operationId: 'getLatestVersionWithTag',
        summary: 'The latest version with a tag',
        tags,
        params: Type.Object({ pacticipant: Type.String(), tag: Type.String() }),
        response: readAnswers('The version', Version),
      },
      config: read,
    },
    async ({ tenant, params: { pacticipant, tag }, urls, url }) =>
      representVersion(await readLatestVersion(tenant.db, pacticipant, { tag }), urls, urls.asked(url)),
  );

  app.get(
    VERSION,
    {
      schema: {
        operationId: 'getVersion',
        summary: 'A version',
        tags,
        params: VersionParams,
        response: readAnswers('The version', Version),
      },
      config: read,
    },
    async ({ tenant, params, urls }) => representVersion(await readVersion(tenant.db, params.pacticipant, params.number), urls),
  );

  for (const { method, operationId, summary, readBody } of [
    { method: 'PUT', operationId: 'replaceVersion', summary: 'Create or replace a version', readBody: readVersionReplacement },
    { method: 'PATCH', operationId: 'updateVersion', summary: 'Create or change a version', readBody: readVersionChanges },
  ]) {
    app.route<{ Params: { pacticipant: string; number: string } }>({
      method,
      url: VERSION,
      schema: {
        operationId,
        summary,
        tags,
        params: VersionParams,
        body: VersionBody,
        response: { ...savedAnswers('The version', Version), ...similarName },
      },
      config: write,
      handler: async ({ tenant, params, body, urls }, reply) => {
        const { created, saved } = await saveVersion(tenant, params, readBody(params, body));
        if (created) reply.code(201).header('location', urls.version(params.pacticipant, params.number));
        return representVersion(saved, urls);
      },
    });
  }

  app.delete(
    VERSION,
    {
      schema: {
        operationId: 'deleteVersion',
        summary: 'Delete a version with its pacts and results',
        tags,
        params: VersionParams,
        response: deletedAnswers,
      },
      config: write,
    },
    async ({ tenant, params }, reply) => {
      await deleteVersion(tenant, params);
      return sendNothing(reply);
    },
  );
};
