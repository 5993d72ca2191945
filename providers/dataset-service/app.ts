import { type FastifyError, fastify } from 'fastify';
import { checkOrder } from './check-order.ts';
import type { DatasetStore } from './dataset-store.ts';
import { problemOf, Refusal } from './problem.ts';
import { representDataset, representSummary } from './represent-dataset.ts';
import { pageQuerySchema, uploadSchema } from './schemas.ts';
import type { Behaviour, DatasetUpload } from './types.ts';

export interface AppOptions {
  store: DatasetStore;
  version: string;
  behaviour: Behaviour;
}

/** The HTTP service, not yet listening. */
export function createApp({ store, version, behaviour }: AppOptions) {
  const app = fastify({ ajv: { customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false } } });

  app.setErrorHandler<FastifyError | Refusal>((error, _request, reply) => {
    const { status, problem } = problemOf(error);
    if (status === 500) console.error(error);
    return reply.status(status).send(problem);
  });
  app.setNotFoundHandler((request, reply) =>
    reply.status(404).send({ error: 'route-not-found', message: `There is no ${request.method} ${request.url} here.` }),
  );

  app.get('/health', () => ({ status: 'ok', version, behaviour }));

  app.post<{ Body: DatasetUpload }>('/datasets', { schema: { body: uploadSchema(behaviour) } }, ({ body }, reply) => {
    checkOrder(body.points);
    const { name, unit, points } = body;
    const dataset = store.add({ name, unit, points: points.map(({ at, value }) => ({ at, value })) });
    return reply.status(201).header('location', `/datasets/${dataset.id}`).send(representSummary(dataset, behaviour));
  });

  app.get<{ Querystring: { page?: string; size?: string } }>('/datasets', { schema: { querystring: pageQuerySchema } }, ({ query }) => {
    const found = store.page(Number(query.page ?? 1), Number(query.size ?? 20));
    return { ...found, items: found.items.map((dataset) => representSummary(dataset, behaviour)) };
  });

  app.get<{ Params: { id: string } }>('/datasets/:id', ({ params }) => {
    const dataset = store.find(params.id);
    if (!dataset) throw new Refusal(404, { error: 'dataset-not-found', message: `There is no dataset ${params.id}.` });
    return representDataset(dataset, behaviour);
  });

  return app;
}
