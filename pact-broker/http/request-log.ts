import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/** One line for each answer, and none for a request, beside the request's id that all its lines carry. */
export class AnswerLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(
    error: Error | null | undefined,
    { method, url, log }: FastifyRequest,
    { statusCode, elapsedTime }: FastifyReply,
  ): void {
    const answer = { method, url, status: statusCode, ms: Math.round(elapsedTime * 10) / 10 };
    if (error) log.error({ ...answer, err: error }, 'the answer could not be sent');
    else log.info(answer, 'answered');
  }
}
