import type { FastifyInstance, HTTPMethods } from 'fastify';

const METHODS: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

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
        method: METHODS.filter((m) => !methods.has(m)),
        schema: { hide: true },
        config: { permission: 'none' },
        // A body is not looked at: the answer does not depend on it.
        onRequest: async (request, reply) => {
          reply.header('allow', allow).code(request.method === 'OPTIONS' ? 200 : 405);
          return reply.send();
        },
        handler: async () => undefined,
      });
    }
  };
}
