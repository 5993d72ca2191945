import type { FastifyError, FastifyRequest } from 'fastify';

interface Refusal {
  /** Stable, where Fastify's own codes and sentences may change with it. */
  code: string;
  detail: (request: FastifyRequest) => string;
}

/** What Fastify refuses before a route is reached, by its code for it: our code, and what to do. */
const refusals: Record<string, Refusal> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'body-too-large',
    detail: ({ server }) =>
      `The body is larger than the ${server.initialConfig.bodyLimit} bytes that this server takes. Send less at once, or have CONCORDAT_BODY_LIMIT raised.`,
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'unsupported-media-type',
    detail: ({ headers }) => `The body is ${headers['content-type']}, and has to be JSON. Send it with Content-Type: application/json.`,
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'body-incomplete',
    detail: () => 'The body is not as long as Content-Length says. Send it whole.',
  },
  FST_ERR_BAD_URL: {
    code: 'address-not-valid',
    detail: ({ url }) => `${url} holds a % that encodes nothing. Encode each name by itself: a % in it becomes %25.`,
  },
  FST_ERR_MAX_PARAM_LENGTH: {
    code: 'address-too-long',
    detail: () => 'A part of the address is longer than any name may be.',
  },
};

/** The code and the sentence for what Fastify itself refuses; its own where we know no better. */
export function refusalOf({ code, message }: FastifyError, request: FastifyRequest): { code: string; detail: string } {
  const refusal = refusals[code];
  return refusal
    ? { code: refusal.code, detail: refusal.detail(request) }
    : { code: code?.toLowerCase() ?? 'bad-request', detail: message };
}
