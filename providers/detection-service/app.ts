import { type FastifyError, fastify } from 'fastify';
import type { AlertStream } from './alert-stream.ts';
import { createDetector } from './create-detector.ts';
import type { FetchDataset } from './dataset-client.ts';
import type { DetectionStore } from './detection-store.ts';
import { notFound, problemOf, type Refusal } from './problem.ts';
import { representDetection, representSummary } from './represent-detection.ts';
import { runDetection } from './run-detection.ts';
import { detectionListSchema, detectionSchema, detectorSchema } from './schemas.ts';
import type { Behaviour, DetectionList, DetectionRequest, DetectorRequest } from './types.ts';

export interface AppOptions {
  store: DetectionStore;
  fetchDataset: FetchDataset;
  alerts: AlertStream;
  version: string;
  behaviour: Behaviour;
}

/** The HTTP service, not yet listening. */
export function createApp({ store, fetchDataset, alerts, version, behaviour }: AppOptions) {
  const app = fastify({ ajv: { customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false } } });

  app.setErrorHandler<FastifyError | Refusal>((error, _request, reply) => {
    const { status, problem } = problemOf(error);
    if (status === 500) console.error(error);
    return reply.status(status).send(problem);
  });
  app.setNotFoundHandler((request, reply) =>
    reply.status(404).send({ error: 'route-not-found', message: `There is no ${request.method} ${request.url} here.` }),
  );
  app.addHook('preClose', async () => alerts.end());

  app.get('/health', () => ({ status: 'ok', version, behaviour }));

  app.post<{ Body: DetectorRequest }>('/detectors', { schema: { body: detectorSchema(behaviour) } }, ({ body }, reply) => {
    const detector = createDetector(body, store);
    return reply.status(201).header('location', `/detectors/${detector.id}`).send(detector);
  });

  app.get<{ Params: { id: string } }>('/detectors/:id', ({ params }) => {
    const detector = store.findDetector(params.id);
    if (!detector) throw notFound('detector', params.id);
    return detector;
  });

  app.post<{ Body: DetectionRequest }>('/detections', { schema: { body: detectionSchema } }, async ({ body }, reply) => {
    const detection = await runDetection(body, { store, fetchDataset, publish: alerts.publish, behaviour });
    return reply.status(201).header('location', `/detections/${detection.id}`).send(representDetection(detection, behaviour));
  });

  app.get<{ Querystring: { datasetId: string } }>(
    '/detections',
    { schema: { querystring: detectionListSchema } },
    ({ query }): DetectionList => ({
      items: store.detectionsOf(query.datasetId).map(representSummary),
    }),
  );

  app.get<{ Params: { id: string } }>('/detections/:id', ({ params }) => {
    const detection = store.findDetection(params.id);
    if (!detection) throw notFound('detection', params.id);
    return representDetection(detection, behaviour);
  });

  app.get('/alerts', (_request, reply) => reply.type('text/event-stream').header('cache-control', 'no-store').send(alerts.listen()));

  return app;
}
