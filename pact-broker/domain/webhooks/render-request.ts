import { isPlainObject } from '../pacts/faithful-json.ts';
import type { OutboundRequest } from './outbound.ts';
import { escapeFor, formOf, inHeader, isForm, renderJson, renderText, renderUrl, type Variables } from './template.ts';
import type { WebhookRequest } from './webhook.ts';

/** What is sent for a webhook: its request with every variable replaced. */
export function renderRequest(request: WebhookRequest, variables: Variables, userAgent: string): OutboundRequest {
  const given = Object.entries(request.headers).map(([name, value]) => [name, renderText(inHeader(value), variables, inHeader)]);
  const body = renderBody(request, variables);
  const headers: Record<string, string> = {
    accept: '*/*',
    'user-agent': userAgent,
    ...(body === undefined ? {} : { 'content-type': typeof request.body === 'string' ? 'text/plain;charset=utf-8' : 'application/json' }),
    ...Object.fromEntries(given),
  };
  // As the reference has it: a user name wins over an Authorization header.
  if (request.username !== null) headers.authorization = basicAuthorization(request.username, request.password ?? '');
  return { method: request.method, url: renderUrl(request.url, variables), headers, body };
}

export const basicAuthorization = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

function renderBody({ body, headers }: WebhookRequest, variables: Variables): string | undefined {
  if (body === null || body === undefined) return undefined;
  if (typeof body === 'string') return renderText(body, variables, escapeFor(headers['content-type'])) || undefined;
  const rendered = renderJson(body, variables);
  return isForm(headers['content-type']) && isPlainObject(rendered) ? formOf(rendered) : JSON.stringify(rendered);
}
