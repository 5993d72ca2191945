import type { FastifyReply } from 'fastify';

/** Answers that it is done. Without a media type: the official client would read a body of it, and fail for want of one. */
export const sendNothing = (reply: FastifyReply) => reply.code(204).removeHeader('content-type').send();
