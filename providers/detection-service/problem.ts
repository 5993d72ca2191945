import type { FastifyError } from 'fastify';
import type { FieldError, Problem } from './types.ts';

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

export const notFound = (kind: 'detector' | 'detection' | 'dataset', id: string) =>
  new Refusal(404, { error: `${kind}-not-found`, message: `There is no ${kind} ${id}.` });

export function validationProblem(fields: FieldError[]): Problem {
  return { error: 'validation-failed', message: fields.map(({ field, message }) => `${field} ${message}`).join('; '), fields };
}

type Violation = NonNullable<FastifyError['validation']>[number];

function fieldErrorOf({ instancePath, keyword, params, message }: Violation): FieldError {
  const field = instancePath.slice(1);
  if (keyword === 'required') return { field: String(params.missingProperty), message: 'is required' };
  if (keyword === 'enum') return { field, message: `must be one of ${String(params.allowedValues).replaceAll(',', ', ')}` };
  return { field: field || 'body', message: message ?? 'is invalid' };
}

export function problemOf(error: FastifyError | Refusal): { status: number; problem: Problem } {
  if (error instanceof Refusal) return error;
  if (error.validation) return { status: 400, problem: validationProblem(error.validation.map(fieldErrorOf)) };
  const status = error.statusCode ?? 500;
  if (status >= 500)
    return { status, problem: { error: 'internal-error', message: 'Something failed inside the service; its log says what.' } };
  return { status, problem: { error: 'bad-request', message: error.message } };
}
