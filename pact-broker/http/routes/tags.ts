import { Type } from 'typebox';
import { checkNames } from '../../domain/fields.ts';
import { putTag, readTag, removeTag } from '../../services/tags/tags-of-version.ts';
import { readVersionsWithTag } from '../../services/versions/read-versions.ts';
import { deletedAnswers, readAnswers, savedAnswers, similarName } from '../answers.ts';
import { PageQuery, pageAskedFor } from '../paging.ts';
import { representTag } from '../representations/tags.ts';
import { representVersions } from '../representations/versions.ts';
import { Unread } from '../schemas/names.ts';
import { Tag, Versions } from '../schemas/versions.ts';
import { sendNothing } from '../send-nothing.ts';
import type { Routes } from './routes.ts';

const tags = ['Tags'];
const read = { permission: 'read' } as const;
const write = { permission: 'write' } as const;
const TAG = '/pacticipants/:pacticipant/versions/:number/tags/:tag';
const TagParams = Type.Object({ pacticipant: Type.String(), number: Type.String(), tag: Type.String() });

export const tagRoutes: Routes = (app) => {
  app.get(
    TAG,
    {
      schema: { operationId: 'getTag', summary: 'A tag of a version', tags, params: TagParams, response: readAnswers('The tag', Tag) },
      config: read,
    },
    async ({ tenant, params, urls }) => representTag(params, await readTag(tenant.db, params), urls),
  );

  app.put(
    TAG,
    {
      schema: {
        operationId: 'putTag',
        summary: 'Tag a version, created where it is new',
        tags,
        params: TagParams,
        body: Unread,
        response: { ...savedAnswers('The tag', Tag), ...similarName },
      },
      config: write,
    },
    async ({ tenant, params, urls }, reply) => {
      checkNames(params);
      const { tag, created } = await putTag(tenant, params);
      if (created) reply.code(201).header('location', urls.tag(params.pacticipant, params.number, params.tag));
      return representTag(params, tag, urls);
    },
  );

  app.delete(
    TAG,
    {
      schema: { operationId: 'removeTag', summary: 'Take a tag off a version', tags, params: TagParams, response: deletedAnswers },
      config: write,
    },
    async ({ tenant, params }, reply) => {
      await removeTag(tenant, params);
      return sendNothing(reply);
    },
  );

  app.get(
    '/pacticipants/:pacticipant/tags/:tag/versions',
    {
      schema: {
        operationId: 'listVersionsWithTag',
        summary: 'Versions with a tag, newest first',
        tags,
        params: Type.Object({ pacticipant: Type.String(), tag: Type.String() }),
        querystring: PageQuery,
        response: readAnswers('The versions', Versions),
      },
      config: read,
    },
    async ({ tenant, params, query, urls, url: asked }) => {
      const { pacticipant, tag } = params;
      const page = pageAskedFor(query);
      const list = await readVersionsWithTag(tenant.db, params, page);
      const title = `Versions of ${pacticipant} with tag ${tag}`;
      const url = urls.versionsWithTag(pacticipant, tag);
      return representVersions(list, { pacticipant, title, self: urls.asked(asked), url, page }, urls);
    },
  );
};
