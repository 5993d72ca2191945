import { Type } from 'typebox';
import { checkNames } from '../../domain/fields.ts';
import { removeVersionFromBranch } from '../../services/branches/delete-branches.ts';
import { putVersionOnBranch } from '../../services/branches/put-version-on-branch.ts';
import { readBranchVersion } from '../../services/branches/read-branches.ts';
import { deletedAnswers, readAnswers, savedAnswers, similarName } from '../answers.ts';
import { representBranchVersion } from '../representations/branches.ts';
import { Unread } from '../schemas/names.ts';
import { BranchVersion } from '../schemas/versions.ts';
import { sendNothing } from '../send-nothing.ts';
import type { Routes } from './routes.ts';

const tags = ['Branches'];
const BRANCH_VERSION = '/pacticipants/:pacticipant/branches/:branch/versions/:number';
const BranchVersionParams = Type.Object({ pacticipant: Type.String(), branch: Type.String(), number: Type.String() });

export const branchVersionRoutes: Routes = (app) => {
  app.get(
    BRANCH_VERSION,
    {
      schema: {
        operationId: 'getBranchVersion',
        summary: 'A version on a branch',
        tags,
        params: BranchVersionParams,
        response: readAnswers('Since when it is there', BranchVersion),
      },
      config: { permission: 'read' },
    },
    async ({ tenant, params, urls }) => representBranchVersion(params, await readBranchVersion(tenant.db, params), urls),
  );

  app.put(
    BRANCH_VERSION,
    {
      schema: {
        operationId: 'putBranchVersion',
        summary: 'Put a version on a branch; what is new of them is created',
        tags,
        params: BranchVersionParams,
        body: Unread,
        response: { ...savedAnswers('The version on the branch', BranchVersion), ...similarName },
      },
      config: { permission: 'write' },
    },
    async ({ tenant, params, urls }, reply) => {
      checkNames(params);
      const { branchVersion, created } = await putVersionOnBranch(tenant, params);
      if (created) reply.code(201).header('location', urls.branchVersion(params.pacticipant, params.branch, params.number));
      return representBranchVersion(params, branchVersion, urls);
    },
  );

  app.delete(
    BRANCH_VERSION,
    {
      schema: {
        operationId: 'removeBranchVersion',
        summary: 'Take a version off a branch',
        tags,
        params: BranchVersionParams,
        response: deletedAnswers,
      },
      config: { permission: 'write' },
    },
    async ({ tenant, params }, reply) => {
      await removeVersionFromBranch(tenant, params);
      return sendNothing(reply);
    },
  );
};
