import { ValidationFailed } from '../errors.ts';
import type { WebhookRequest } from './webhook.ts';

/** Stands for a secret wherever one would be shown. */
export const MASK = '**********';

/** Whether a header's value is for its receiver alone. */
export const isSecretHeader = (name: string): boolean => /authorization|token|secret|password|cookie|api-?key/i.test(name);

/** The parts of a request that are kept encrypted. */
export interface Secrets {
  password?: string;
  headers?: Record<string, string>;
}

/** Parts a request from its secrets; in the request that is left, the mask stands for each. */
export function withoutSecrets(request: WebhookRequest): { shown: WebhookRequest; secrets: Secrets | undefined } {
  const secretHeaders = Object.entries(request.headers).filter(([name]) => isSecretHeader(name));
  const secrets: Secrets = {
    ...(request.password === null ? {} : { password: request.password }),
    ...(secretHeaders.length === 0 ? {} : { headers: Object.fromEntries(secretHeaders) }),
  };
  return { shown: masked(request), secrets: Object.keys(secrets).length > 0 ? secrets : undefined };
}

export const masked = (request: WebhookRequest): WebhookRequest => ({
  ...request,
  headers: maskedHeaders(request.headers),
  password: request.password === null ? null : MASK,
});

export const maskedHeaders = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, isSecretHeader(name) ? MASK : value]));

/** The request as it is to be sent. */
export const withSecrets = (shown: WebhookRequest, { password, headers }: Secrets): WebhookRequest => ({
  ...shown,
  headers: { ...shown.headers, ...headers },
  password: password ?? null,
});

export const holdsMask = ({ headers, password }: WebhookRequest): boolean =>
  password === MASK || Object.entries(headers).some(([name, value]) => value === MASK && isSecretHeader(name));

/** Puts the secrets that are known already where the mask stands. Throws ValidationFailed where none is known. */
export function unmasked(request: WebhookRequest, known: Secrets): WebhookRequest {
  const errors: Record<string, string[]> = {};
  const kept = (field: string, value: string, secret: string | undefined): string => {
    if (value !== MASK) return value;
    if (secret === undefined) errors[field] = [`${field} is the mask that stands for a secret, and none is known. Give the secret itself.`];
    return secret ?? value;
  };
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    isSecretHeader(name) ? kept(`request.headers.${name}`, value, known.headers?.[name]) : value,
  ]);
  const password = request.password === null ? null : kept('request.password', request.password, known.password);
  if (Object.keys(errors).length > 0) throw new ValidationFailed(errors);
  return { ...request, headers: Object.fromEntries(headers), password };
}
