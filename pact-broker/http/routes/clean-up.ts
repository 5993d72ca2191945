import { Type } from 'typebox';
import { readCleanUpRequest, readPlanQuery } from '../../domain/retention/clean-up-request.ts';
import { planCleanUp } from '../../services/retention/plan-clean-up.ts';
import { cleanUpOnRequest, readCleanUp } from '../../services/retention/run-clean-up.ts';
import { answers } from '../answers.ts';
import { representCleanUp, representOutcome, representPlan } from '../representations/clean-up.ts';
import { CleanUp, CleanUpBody, CleanUpOutcome, CleanUpPlan } from '../schemas/clean-up.ts';
import type { Routes } from './routes.ts';

const tags = ['Clean-up'];
const read = { permission: 'read' } as const;
const PlanQuery = Type.Object({
  keep: Type.Optional(
    Type.String({ description: 'Rules as a JSON list; those that are set, if it is left out', examples: ['[{"max_age":90}]'] }),
  ),
  after: Type.Optional(Type.String({ description: 'Where to go on, as next has it', examples: ['3-1200'] })),
  limit: Type.Optional(Type.String({ description: 'Versions at the most: 1 to 1000, and 100 unless it is said', examples: ['100'] })),
});

export const cleanUpRoutes: Routes = (app) => {
  app.get(
    '/clean-up',
    {
      schema: {
        operationId: 'getCleanUp',
        summary: 'The rules by which versions are kept, and what came of the last scheduled clean-up',
        tags,
        response: answers({ 200: 'The rules, the schedule and the last clean-up' }, CleanUp),
      },
      config: read,
    },
    async ({ tenant, urls }) => representCleanUp(await readCleanUp(tenant), urls),
  );

  app.get(
    '/clean-up/plan',
    {
      schema: {
        operationId: 'planCleanUp',
        summary: 'What a clean-up would do, version by version, and why; changes nothing',
        tags,
        querystring: PlanQuery,
        response: answers({ 200: 'Versions, with why each stays; next where there are more' }, CleanUpPlan),
      },
      config: read,
    },
    async ({ tenant, query, urls, url }) => {
      const plan = await planCleanUp(tenant, readPlanQuery(query, tenant.retention.rules));
      const { keep, limit } = query;
      return representPlan(
        plan,
        { query: { ...(keep === undefined ? {} : { keep }), ...(limit === undefined ? {} : { limit }) }, self: urls.asked(url) },
        urls,
      );
    },
  );

  app.post(
    '/clean-up',
    {
      schema: {
        operationId: 'cleanUp',
        summary: 'Delete versions that no rule keeps and that are not in use, for a few seconds at the most; next says where to go on',
        tags,
        body: CleanUpBody,
        response: answers(
          { 200: 'The deleted versions; next where there are more to look at', 409: 'A clean-up is under way already.' },
          CleanUpOutcome,
        ),
      },
      config: { permission: 'admin' },
    },
    async ({ tenant, body, urls }) =>
      representOutcome(await cleanUpOnRequest(tenant, readCleanUpRequest(body, tenant.retention.rules)), urls),
  );
};
