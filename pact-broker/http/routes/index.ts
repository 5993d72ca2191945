import { pactRoutes } from './pacts.ts';
import type { Routes } from './routes.ts';

/** Every route there is, by noun. */
export const registerRoutes: Routes = (app) => {
  pactRoutes(app);
};
