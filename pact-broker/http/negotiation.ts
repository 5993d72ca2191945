import type { FastifyInstance } from 'fastify';
import { negotiate } from './accept.ts';
import { HAL_JSON } from './media-types.ts';

class NotAcceptable extends Error {
  readonly statusCode = 406;
  readonly code = 'not-acceptable';
}

/** Answers that have no body of a type anyone could mind. */
const INDIFFERENT = new Set(['DELETE', 'OPTIONS']);

/** Refuses a request whose Accept admits nothing of what its address answers, before anything is done. */
export function refuseUnacceptable(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, headers, routeOptions, is404 }) => {
    if (is404 || INDIFFERENT.has(method) || routeOptions.schema?.hide) return;
    const produces = routeOptions.config.produces ?? [HAL_JSON];
    if (negotiate(headers.accept, produces) !== undefined) return;
    throw new NotAcceptable(`This address answers ${produces.join(', ')}, and Accept admits none of it: ${headers.accept}`);
  });
}

/** Takes a body without a media type for JSON: some clients leave it out, and nothing else is understood anyway. */
export function presumeJson(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers }) => {
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (hasBody && headers['content-type'] === undefined) headers['content-type'] = 'application/json';
  });
}
