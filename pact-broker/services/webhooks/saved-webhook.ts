import { isEventName } from '../../domain/webhooks/event-name.ts';
import { type Secrets, withSecrets } from '../../domain/webhooks/secrets.ts';
import type { Side, WebhookFields, WebhookRequest } from '../../domain/webhooks/webhook.ts';
import type { Vault } from '../../storage/vault.ts';
import type { Webhook } from '../../storage/webhooks.ts';

/** A webhook as it may be shown: the mask stands for its secrets. */
export interface SavedWebhook extends WebhookFields {
  uuid: string;
  createdAt: string;
  updatedAt: string | null;
}

export function savedWebhook(row: Webhook): SavedWebhook {
  return {
    uuid: row.uuid,
    description: row.description,
    enabled: row.enabled === 1,
    events: row.events.filter(isEventName),
    consumer: sideOf(row.consumer, row.consumer_label),
    provider: sideOf(row.provider, row.provider_label),
    request: {
      method: row.method,
      url: row.url,
      headers: JSON.parse(row.headers),
      body: row.body === null ? null : JSON.parse(row.body),
      username: row.username,
      password: row.password,
    },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

const sideOf = (name: string | null, label: string | null): Side => (name !== null ? { name } : label !== null ? { label } : null);

/** Throws SecretsUnreadable. */
export const secretsOf = ({ secrets, uuid }: Webhook, vault: Vault): Secrets =>
  secrets === null ? {} : JSON.parse(vault.open(secrets, ownerOf(uuid)));

/** The request as it is to be sent. Throws SecretsUnreadable. */
export const requestToSend = (row: Webhook, vault: Vault): WebhookRequest => withSecrets(savedWebhook(row).request, secretsOf(row, vault));

/** What its secrets are sealed for. */
export const ownerOf = (uuid: string): string => `webhook ${uuid}`;
