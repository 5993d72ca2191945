import type { EventName } from './event-name.ts';

/** One side of the pacts that a webhook is for; null for any. */
export type Side = { name: string } | { label: string } | null;

export interface WebhookRequest {
  method: string;
  /** May hold template variables in its path and query. */
  url: string;
  /** By lower-case name. */
  headers: Record<string, string>;
  /** A JSON value, or a text that is sent as it is; null for none. */
  body: unknown;
  username: string | null;
  password: string | null;
}

export interface WebhookFields {
  description: string | null;
  enabled: boolean;
  events: EventName[];
  consumer: Side;
  provider: Side;
  request: WebhookRequest;
}

/** What a webhook is called in lists of what it did. */
export const requestName = ({ method, url }: Pick<WebhookRequest, 'method' | 'url'>): string =>
  `${method} ${URL.canParse(url) ? new URL(url).hostname : url}`;

/** Says which pacts a webhook is for, to follow "A webhook for". */
export function describeScope({ consumer, provider }: Pick<WebhookFields, 'consumer' | 'provider'>): string {
  if (consumer === null && provider === null) return 'all pacts';
  if (consumer && provider && 'name' in consumer && 'name' in provider) return `the pact between ${consumer.name} and ${provider.name}`;
  const sides = [describeSide('consumer', consumer), describeSide('provider', provider)].filter((side) => side !== undefined);
  return `all pacts with ${sides.join(' and ')}`;
}

const describeSide = (role: string, side: Side): string | undefined =>
  side === null ? undefined : 'name' in side ? `${role} ${side.name}` : `a ${role} labelled ${side.label}`;
