import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ValidationFailed } from '../domain/errors.ts';
import { DEEPEST, isTooDeep } from '../domain/pacts/json-depth.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, for what must be kept to the letter. */
    jsonText: string;
  }
}

/** JSON under any of its names; an empty body is an absent one. Refuses nesting that no contract has but an attack may. */
export function readBodies(app: FastifyInstance): void {
  app.decorateRequest('jsonText', '');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser(/^application\/([\w.-]+\+)?json/, { parseAs: 'string' }, async (request: FastifyRequest, body: string) => {
    request.jsonText = body;
    if (body.trim() === '') return undefined;
    if (isTooDeep(body)) throw new ValidationFailed({ '': [`The body is nested more than ${DEEPEST} levels deep.`] });
    return parse(body);
  });
}

class BodyNotJson extends Error {
  readonly statusCode = 400;
  readonly code = 'body-not-json';
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new BodyNotJson(`The body is not JSON: ${(error as Error).message}`);
  }
}
