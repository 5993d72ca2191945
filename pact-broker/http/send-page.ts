import type { FastifyReply } from 'fastify';
import { HTML } from './media-types.ts';

/** Nothing from elsewhere, and no script but those of our pages. */
const ONLY_OURS =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

export const sendPage = (reply: FastifyReply, text: string) => reply.type(HTML).header('content-security-policy', ONLY_OURS).send(text);
