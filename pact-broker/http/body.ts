import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ValidationFailed } from '../domain/errors.ts';

const DEEPEST = 500;

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
    if (tooDeep(body)) throw new ValidationFailed({ '': [`The body is nested more than ${DEEPEST} levels deep.`] });
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

/** Counts brackets outside of texts. JSON.parse itself would overflow the stack of whoever walks the value later. */
function tooDeep(json: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const character = json.charCodeAt(at);
    if (inText) {
      if (character === 92) at++;
      else if (character === 34) inText = false;
    } else if (character === 34) inText = true;
    else if (character === 123 || character === 91) {
      if (++depth > DEEPEST) return true;
    } else if (character === 125 || character === 93) depth--;
  }
  return false;
}
