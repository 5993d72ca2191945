import type { FastifyInstance } from 'fastify';

/** One line for each answer, beside the request's id that every line of a request carries. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async ({ method, url, log }, { statusCode, elapsedTime }) => {
    log.info({ method, url, status: statusCode, ms: Math.round(elapsedTime * 10) / 10 }, 'answered');
  });
}
