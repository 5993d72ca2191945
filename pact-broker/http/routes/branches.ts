import { Type } from 'typebox';
import { deleteBranch, deleteBranches } from '../../services/branches/delete-branches.ts';
import { readBranch, readBranches } from '../../services/branches/read-branches.ts';
import { readLatestVersion, readVersionsOnBranch } from '../../services/versions/read-versions.ts';
import { answers, deletedAnswers, readAnswers } from '../answers.ts';
import { firstPage, PageQuery, pageAskedFor } from '../paging.ts';
import { representBranch, representBranches, representDeletedBranches } from '../representations/branches.ts';
import { representVersion, representVersions } from '../representations/versions.ts';
import { Branch, Branches, Deleted, Version, Versions } from '../schemas/versions.ts';
import { sendNothing } from '../send-nothing.ts';
import type { Routes } from './routes.ts';

const tags = ['Branches'];
const read = { permission: 'read' } as const;
const write = { permission: 'write' } as const;
const BRANCHES = '/pacticipants/:pacticipant/branches';
const PacticipantParams = Type.Object({ pacticipant: Type.String() });
const BranchParams = Type.Object({ pacticipant: Type.String(), branch: Type.String() });
const ListQuery = Type.Object({ ...PageQuery.properties, q: Type.Optional(Type.String({ description: 'Part of the name' })) });
const ExcludeQuery = Type.Object({ exclude: Type.Optional(Type.Array(Type.String(), { description: 'Branches to keep' })) });

export const branchRoutes: Routes = (app) => {
  app.get(
    BRANCHES,
    {
      schema: {
        operationId: 'listBranches',
        summary: 'Branches of a pacticipant, most recently updated first',
        tags,
        params: PacticipantParams,
        querystring: ListQuery,
        response: readAnswers('The branches', Branches),
      },
      config: read,
    },
    async ({ tenant, params: { pacticipant }, query, urls, url }) => {
      const page = pageAskedFor(query) ?? firstPage;
      const list = await readBranches(tenant.db, { pacticipant, q: query.q, page });
      return representBranches({ ...list, pacticipant, page, q: query.q, self: urls.asked(url) }, urls);
    },
  );

  app.delete(
    BRANCHES,
    {
      schema: {
        operationId: 'deleteBranches',
        summary: 'Delete all branches but the main branch and the excluded ones; versions stay',
        tags,
        params: PacticipantParams,
        querystring: ExcludeQuery,
        response: answers({ 202: 'Deleted; notices say how many', 404: 'There is no such pacticipant.' }, Deleted),
      },
      config: write,
    },
    async ({ tenant, params: { pacticipant }, query }, reply) => {
      reply.code(202);
      return representDeletedBranches(pacticipant, await deleteBranches(tenant, { pacticipant, exclude: query.exclude ?? [] }));
    },
  );

  app.get(
    `${BRANCHES}/:branch`,
    {
      schema: { operationId: 'getBranch', summary: 'A branch', tags, params: BranchParams, response: readAnswers('The branch', Branch) },
      config: read,
    },
    async ({ tenant, params: { pacticipant, branch }, urls }) =>
      representBranch(pacticipant, await readBranch(tenant.db, pacticipant, branch), urls),
  );

  app.delete(
    `${BRANCHES}/:branch`,
    {
      schema: {
        operationId: 'deleteBranch',
        summary: 'Delete a branch; its versions stay',
        tags,
        params: BranchParams,
        response: deletedAnswers,
      },
      config: write,
    },
    async ({ tenant, params: { pacticipant, branch } }, reply) => {
      await deleteBranch(tenant, pacticipant, branch);
      return sendNothing(reply);
    },
  );

  app.get(
    `${BRANCHES}/:branch/latest-version`,
    {
      schema: {
        operationId: 'getLatestVersionOfBranch',
        summary: 'The latest version on a branch',
        tags,
        params: BranchParams,
        response: readAnswers('The version', Version),
      },
      config: read,
    },
    async ({ tenant, params: { pacticipant, branch }, urls, url }) =>
      representVersion(await readLatestVersion(tenant.db, pacticipant, { branch }), urls, urls.asked(url)),
  );

  app.get(
    `${BRANCHES}/:branch/versions`,
    {
      schema: {
        operationId: 'listVersionsOfBranch',
        summary: 'Versions on a branch, newest first',
        tags,
        params: BranchParams,
        querystring: PageQuery,
        response: readAnswers('The versions', Versions),
      },
      config: read,
    },
    async ({ tenant, params, query, urls, url: asked }) => {
      const { pacticipant, branch } = params;
      const page = pageAskedFor(query);
      const list = await readVersionsOnBranch(tenant.db, params, page);
      const title = `Versions of ${pacticipant} on branch ${branch}`;
      const url = urls.versionsOfBranch(pacticipant, branch);
      return representVersions(list, { pacticipant, title, self: urls.asked(asked), url, page }, urls);
    },
  );
};
