import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ValidationFailed } from '../domain/errors.ts';
import type { ReachedTenant, Tenant } from '../services/tenant.ts';
import { jsonTypeFor } from './accept.ts';
import { refusedQuery } from './query-string.ts';
import { Urls } from './urls.ts';

/** What a caller must be allowed to do. `none` needs nothing: health checks and answers that reveal nothing. */
export type Permission = 'none' | 'read' | 'write' | 'admin';

declare module 'fastify' {
  interface FastifyContextConfig {
    permission: Permission;
    /** What it answers, where that is something else than JSON. */
    produces?: readonly string[];
  }
  interface FastifyRequest {
    tenant: ReachedTenant;
    urls: Urls;
  }
}

/** Hands each request its tenant and the addresses to link to, and sets what every answer carries. */
export function addRequestContext(app: FastifyInstance, { tenant, baseUrl }: { tenant: Tenant; baseUrl: string | undefined }): void {
  app.decorateRequest('tenant');
  app.decorateRequest('urls');
  const byBase = new Map<string, Urls>();
  const urlsFor = (request: FastifyRequest) => {
    const base = baseUrl ?? `${request.protocol}://${request.host}`;
    const known = byBase.get(base);
    if (known) return known;
    // A client may send any Host: the cache must not grow with that.
    if (byBase.size > 100) byBase.clear();
    const urls = new Urls(base);
    byBase.set(base, urls);
    return urls;
  };
  app.addHook('onRequest', async (request, reply) => {
    // No name holds it, and PostgreSQL takes no text with it.
    if (request.url.includes('%00')) throw new ValidationFailed({ '': ['The address holds a NUL character (%00).'] });
    const refused = refusedQuery(request.query);
    if (refused) throw refused;
    request.urls = urlsFor(request);
    request.tenant = { ...tenant, links: request.urls };
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff').type(jsonTypeFor(request.headers.accept));
  });
}
