import type { FastifyInstance } from 'fastify';

const LARGE = 32_768;

/** A large text becomes bytes once, where Node would first go through it to count them and then again to write them. */
export function sendLargeTextsAsBytes(app: FastifyInstance): void {
  app.addHook('onSend', (_request, _reply, payload, done) =>
    done(null, typeof payload === 'string' && payload.length > LARGE ? Buffer.from(payload) : payload),
  );
}
