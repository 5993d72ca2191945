import { apiDocumentRoutes } from './api-document.ts';
import { branchVersionRoutes } from './branch-versions.ts';
import { branchRoutes } from './branches.ts';
import { deploymentRoutes } from './deployments.ts';
import { environmentRoutes } from './environments.ts';
import { indexRoutes } from './index-page.ts';
import { labelRoutes } from './labels.ts';
import { matrixRoutes } from './matrix.ts';
import { pacticipantRoutes } from './pacticipants.ts';
import { pactRoutes } from './pacts.ts';
import { pactsForVerificationRoutes } from './pacts-for-verification.ts';
import { releaseRoutes } from './releases.ts';
import type { Routes } from './routes.ts';
import { tagRoutes } from './tags.ts';
import { verificationRoutes } from './verifications.ts';
import { versionRoutes } from './versions.ts';

/** Every route there is, by noun. */
export const registerRoutes: Routes = (app) => {
  apiDocumentRoutes(app);
  matrixRoutes(app);
  pactRoutes(app);
  pactsForVerificationRoutes(app);
  verificationRoutes(app);
  branchVersionRoutes(app);
  branchRoutes(app);
  deploymentRoutes(app);
  environmentRoutes(app);
  indexRoutes(app);
  labelRoutes(app);
  pacticipantRoutes(app);
  releaseRoutes(app);
  tagRoutes(app);
  versionRoutes(app);
};
