import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.ts';
import { prefersByName } from './accept.ts';
import { refusalOf } from './framework-refusals.ts';
import { HAL_JSON, JSON_UTF8, PROBLEM_JSON } from './media-types.ts';

interface Status {
  status: number;
  /** Old clients look at the media type of an error; the reference answers each kind in its own. */
  type: string;
}

/** Error code → status. The only place that knows both. */
const statuses: Record<string, Status> = {
  'validation-failed': { status: 400, type: HAL_JSON },
  'pacticipant-not-found': { status: 404, type: HAL_JSON },
  'not-found': { status: 404, type: JSON_UTF8 },
  'publication-conflict': { status: 409, type: JSON_UTF8 },
  'diff-too-large': { status: 422, type: HAL_JSON },
  'pact-modification-refused': { status: 409, type: HAL_JSON },
  'similar-pacticipant-exists': { status: 409, type: HAL_JSON },
  'secret-key-missing': { status: 409, type: HAL_JSON },
  'secrets-unreadable': { status: 409, type: HAL_JSON },
  'redelivery-refused': { status: 409, type: HAL_JSON },
  'clean-up-under-way': { status: 409, type: HAL_JSON },
  'database-unavailable': { status: 503, type: HAL_JSON },
};

const RETRY_AFTER_SECONDS = 5;

interface Problem extends Status {
  code: string;
  detail: string;
  errors?: unknown;
  notices?: unknown;
}

export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request);
  if (problem.status >= 500) request.log.error({ err: error }, 'a request failed');
  sendProblem(problem, request, reply);
}

/** Answers in the protocol's own form, or as RFC 9457 problem details to a client that accepts those. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  reply.code(problem.status);
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
  if (prefersByName(request.headers.accept, PROBLEM_JSON, problem.type)) {
    const { status, code, detail, errors, notices } = problem;
    const body = { type: `urn:concordat:problem:${code}`, title: code.replaceAll('-', ' '), status, detail, errors, notices };
    reply.type(PROBLEM_JSON).send(body);
    return;
  }
  reply.type(problem.type);
  if (problem.status >= 500) reply.send({ error: { message: problem.detail, reference: request.id } });
  else if (problem.errors) reply.send({ notices: problem.notices, errors: problem.errors });
  else reply.send({ error: problem.detail });
}

function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof DomainError) {
    const errors = 'errors' in error ? error.errors : undefined;
    const notices = 'notices' in error ? error.notices : undefined;
    return { ...statusOf(error.code), code: error.code, detail: error.message, errors, notices };
  }
  return frameworkProblem(error as FastifyError, request);
}

/** What Fastify itself refuses: a body that cannot be read, a shape that a schema does not allow. */
function frameworkProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error.validation) {
    const errors: Record<string, string[]> = {};
    for (const { instancePath, message, params } of error.validation) {
      const missing = typeof params.missingProperty === 'string' ? params.missingProperty : '';
      const field = [...instancePath.split('/').slice(1), ...(missing ? [missing] : [])].join('.');
      errors[field] = [...(errors[field] ?? []), missing ? `${field} is missing.` : `${field || 'The body'} ${message}.`];
    }
    return { ...statusOf('validation-failed'), code: 'validation-failed', detail: 'The request is not valid.', errors };
  }
  const status = error.statusCode && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
  if (status < 500) return { status, type: HAL_JSON, ...refusalOf(error, request) };
  return {
    status,
    type: HAL_JSON,
    code: 'internal-error',
    detail: 'The request could not be completed because of a fault of this server. Its log names the cause under this reference.',
  };
}

const statusOf = (code: string): Status => statuses[code] ?? { status: 500, type: HAL_JSON };
