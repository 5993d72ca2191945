import type { FastifyError } from 'fastify';
import type { FieldError, Problem } from './types.ts';

/** A hostile body can hold thousands of errors; the first ones say enough. */
const mostFields = 20;

/** A refusal that the service itself decides; `status` is the HTTP status. */
export class Refusal extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.message);
    this.status = status;
    this.problem = problem;
  }
}

export function validationProblem(fields: FieldError[]): Problem {
  const named = fields.slice(0, mostFields);
  return { error: 'validation-failed', message: named.map(({ field, message }) => `${field} ${message}`).join('; '), fields: named };
}

/** `/points/3` and a missing `value` become `points[3].value`. */
function fieldOf({ instancePath, params }: NonNullable<FastifyError['validation']>[number]) {
  const missing = typeof params.missingProperty === 'string' ? `/${params.missingProperty}` : '';
  const path = `${instancePath}${missing}`.replace(/\/(\d+)(?=\/|$)/g, '[$1]').replace(/\//g, '.');
  return path.replace(/^\./, '') || 'body';
}

export function problemOf(error: FastifyError | Refusal): { status: number; problem: Problem } {
  if (error instanceof Refusal) return error;
  if (error.validation) {
    const fields = error.validation.map((each) => ({
      field: fieldOf(each),
      message: each.keyword === 'required' ? 'is required' : (each.message ?? 'is invalid'),
    }));
    return { status: 400, problem: validationProblem(fields) };
  }
  const status = error.statusCode ?? 500;
  if (status >= 500)
    return { status, problem: { error: 'internal-error', message: 'Something failed inside the service; its log says what.' } };
  return { status, problem: { error: 'bad-request', message: error.message } };
}
