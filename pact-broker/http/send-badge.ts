import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Badge } from '../domain/badges/badge.ts';
import { SVG } from './media-types.ts';
import { badgeAsSvg, shieldsIoUrl } from './representations/badge-svg.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Where badges are drawn instead of here. */
    shieldsIoUrl: string | undefined;
  }
}

/** Draws a badge, or sends the client where it is drawn. Whoever has it already asks with its ETag whether it still holds. */
export function sendBadge(badge: Badge, { headers, server }: FastifyRequest, reply: FastifyReply) {
  reply.type(SVG).header('cache-control', 'no-cache');
  if (server.shieldsIoUrl !== undefined) return reply.code(307).header('location', shieldsIoUrl(server.shieldsIoUrl, badge)).send();
  const svg = badgeAsSvg(badge);
  const etag = `"${createHash('sha1').update(svg).digest('base64url')}"`;
  reply.header('etag', etag);
  const known = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.some((tag) => tag === etag || tag === '*')) return reply.code(304).send();
  return reply.send(svg);
}
