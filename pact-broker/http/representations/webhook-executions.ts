import type { Execution } from '../../services/webhooks/execute-webhook.ts';
import type { Urls } from '../urls.ts';
import { executeUrl, webhookUrl } from '../webhook-urls.ts';

/** What was sent and answered; `uuid` is of the webhook where it is saved. */
export function representExecution({ request, answer, success, log }: Execution, uuid: string | undefined, urls: Urls) {
  const { pathname, search } = URL.canParse(request.url) ? new URL(request.url) : { pathname: request.url, search: '' };
  return {
    request: { headers: request.headers, ...bodyOf(request.body), url: `${pathname}${search}` },
    ...(answer ? { response: { status: answer.status, headers: answer.headers, ...bodyOf(answer.body) } } : {}),
    logs: log,
    success,
    _links: {
      ...(uuid === undefined ? {} : { webhook: { href: webhookUrl(urls, uuid) } }),
      'try-again': { title: 'POST here to execute it again', href: executeUrl(urls, uuid) },
    },
  };
}

/** As JSON where it is. */
function bodyOf(body: string | undefined): { body?: unknown } {
  if (body === undefined || body === '') return {};
  try {
    return { body: JSON.parse(body) };
  } catch {
    return { body };
  }
}
