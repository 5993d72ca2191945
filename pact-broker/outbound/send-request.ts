import { Agent, type Dispatcher, request as send } from 'undici';
import type { Exchange, OutboundAnswer, OutboundRequest, OutboundResult } from '../domain/webhooks/outbound.ts';
import { isSecretHeader } from '../domain/webhooks/secrets.ts';
import { checkedLookup } from './checked-lookup.ts';
import { problemsOf, type WebhookPolicy } from './webhook-policy.ts';

export interface SenderOptions {
  policy: WebhookPolicy;
  /** Seconds for everything: connecting, redirects and reading the answer. */
  timeout: number;
  /** How names are resolved and checked; for tests. */
  lookup?: ReturnType<typeof checkedLookup>;
}

const MOST_REDIRECTS = 3;
const LONGEST_ANSWER = 64 * 1024;
const LARGEST_HEADERS = 16 * 1024;
/** 303 is not among them: it asks for another method, which nobody allowed. */
const REDIRECTS = [301, 302, 307, 308];

/** Makes what sends requests within the policy. It never rejects: what goes wrong is in the result. */
export function createSender({ policy, timeout, lookup = checkedLookup(policy.hosts) }: SenderOptions) {
  const agent = new Agent({
    connect: { lookup, timeout: timeout * 1000 },
    allowH2: false,
    // A connection for each request: one that was kept may be gone just when it is used, and deliveries are rare.
    pipelining: 0,
    maxHeaderSize: LARGEST_HEADERS,
  });
  return async (first: OutboundRequest): Promise<OutboundResult> => {
    const signal = AbortSignal.timeout(timeout * 1000);
    const exchanges: Exchange[] = [];
    for (let request: OutboundRequest | undefined = first; request; ) {
      const refusal = refusalOf(request, policy);
      if (refusal) return { exchanges: [...exchanges, { request, answer: undefined }], failure: refusal, refused: true };
      if (exchanges.length > MOST_REDIRECTS) return failed(exchanges, `More than ${MOST_REDIRECTS} redirects are not followed.`);
      const exchange: Exchange = { request: withLength(request), answer: undefined };
      exchanges.push(exchange);
      try {
        exchange.answer = await exchangeOf(agent, request, signal);
      } catch (error) {
        const { message, refused } = reasonOf(error as NodeJS.ErrnoException, timeout);
        return { exchanges, failure: message, refused };
      }
      request = redirectOf(request, exchange.answer);
    }
    return { exchanges, failure: undefined, refused: false };
  };
}

const failed = (exchanges: Exchange[], failure: string): OutboundResult => ({ exchanges, failure, refused: false });

function refusalOf(request: OutboundRequest, policy: WebhookPolicy): string | undefined {
  const { method, url } = problemsOf(request, policy);
  return method ?? url;
}

/** With the headers that the connection adds, so that the log shows what was sent. */
const withLength = (request: OutboundRequest): OutboundRequest => ({
  ...request,
  headers: {
    ...request.headers,
    host: new URL(request.url).host,
    ...(request.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(request.body)) }),
  },
});

async function exchangeOf(
  agent: Dispatcher,
  { method, url, headers, body }: OutboundRequest,
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  const answer = await send(url, {
    dispatcher: agent,
    method: method as Dispatcher.HttpMethod,
    headers,
    body: body ?? null,
    signal,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return { status: answer.statusCode, headers: plainHeaders(answer.headers), ...(await readBounded(answer.body)) };
}

async function readBounded(body: Dispatcher.ResponseData['body']): Promise<{ body: string; cut: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    // Leaving the loop ends the connection: what is left of the answer is never received.
    if (length > LONGEST_ANSWER) break;
  }
  return { body: Buffer.concat(chunks).subarray(0, LONGEST_ANSWER).toString('utf8'), cut: length > LONGEST_ANSWER };
}

const plainHeaders = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));

/** The same request at the address that the answer names; without its secrets where that is another's. */
function redirectOf(request: OutboundRequest, answer: OutboundAnswer): OutboundRequest | undefined {
  const { location } = answer.headers;
  if (!REDIRECTS.includes(answer.status) || !location || !URL.canParse(location, request.url)) return undefined;
  const url = new URL(location, request.url);
  if (url.origin === new URL(request.url).origin) return { ...request, url: url.href };
  const headers = Object.entries(request.headers).filter(([name]) => !isSecretHeader(name));
  return { ...request, url: url.href, headers: Object.fromEntries(headers) };
}

function reasonOf(error: NodeJS.ErrnoException, timeout: number): { message: string; refused: boolean } {
  if (error.name === 'TimeoutError') return { message: `There was no whole answer within ${timeout} seconds.`, refused: false };
  const cause = causeOf(error);
  return { message: cause.message || cause.code || 'The request failed.', refused: cause.code === 'ADDRESS_REFUSED' };
}

/** Several addresses make for several errors, and the first of them says why. */
function causeOf(error: unknown): NodeJS.ErrnoException {
  const { errors, cause } = error as AggregateError & { cause?: unknown };
  if (Array.isArray(errors) && errors[0]) return causeOf(errors[0]);
  return cause instanceof Error ? causeOf(cause) : (error as NodeJS.ErrnoException);
}
