import { matrixRoutes } from './matrix.ts';
import { pactRoutes } from './pacts.ts';
import { pactsForVerificationRoutes } from './pacts-for-verification.ts';
import type { Routes } from './routes.ts';
import { verificationRoutes } from './verifications.ts';

/** Every route there is, by noun. */
export const registerRoutes: Routes = (app) => {
  matrixRoutes(app);
  pactRoutes(app);
  pactsForVerificationRoutes(app);
  verificationRoutes(app);
};
