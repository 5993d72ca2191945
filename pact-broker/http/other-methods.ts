import type { FastifyInstance, HTTPMethods } from 'fastify';
import { prefersByName } from './accept.ts';
import { HAL_JSON, PROBLEM_JSON } from './media-types.ts';
import { sendProblem } from './problem.ts';

const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Watches which methods each address has, and hands back what gives the rest an answer: OPTIONS names the methods,
 * any other is a 405 with the same list. Call the result once every route is registered.
 */
export function answerOtherMethods(app: FastifyInstance): () => void {
  const known = new Map<string, Set<string>>();
  let watching = true;
  app.addHook('onRoute', ({ url, method }) => {
    if (!watching) return;
    const methods = known.get(url) ?? new Set();
    for (const m of [method].flat()) methods.add(m);
    known.set(url, methods);
  });
  return () => {
    watching = false;
    for (const [url, methods] of known) {
      const allow = [...METHODS.filter((m) => methods.has(m) && m !== 'OPTIONS'), 'OPTIONS'].join(', ');
      app.route({
        url,
        // HEAD goes with GET by itself.
        method: METHODS.filter((m) => !methods.has(m) && m !== 'HEAD'),
        schema: { hide: true },
        config: { permission: 'none' },
        // A body is not looked at: the answer does not depend on it.
        onRequest: async (request, reply) => {
          reply.header('allow', allow).removeHeader('content-type');
          if (request.method === 'OPTIONS') return reply.code(200).send();
          if (!prefersByName(request.headers.accept, PROBLEM_JSON, HAL_JSON)) return reply.code(405).send();
          const detail = `${request.method} does nothing here. This address has: ${allow}.`;
          return sendProblem({ status: 405, type: HAL_JSON, code: 'method-not-allowed', detail }, request, reply);
        },
        handler: async () => undefined,
      });
    }
  };
}
