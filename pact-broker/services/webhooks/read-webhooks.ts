import { webhookNotFound } from '../../domain/webhooks/errors.ts';
import type { Db } from '../../storage/database.ts';
import { findWebhook, findWebhooks } from '../../storage/webhooks.ts';
import { requirePacticipant } from '../pacticipants/require-pacticipant.ts';
import type { Scope } from './save-webhook.ts';
import { type SavedWebhook, savedWebhook } from './saved-webhook.ts';

/** Throws NotFound. */
export async function readWebhook(db: Db, uuid: string): Promise<SavedWebhook> {
  const webhook = await findWebhook(db, uuid);
  if (!webhook) throw webhookNotFound(uuid);
  return savedWebhook(webhook);
}

export const readWebhooks = async (db: Db): Promise<SavedWebhook[]> => (await findWebhooks(db)).map(savedWebhook);

/** The webhooks for exactly these pacticipants: not those that are for them among others. Throws PacticipantNotFound. */
export async function readWebhooksOf(db: Db, { consumer, provider }: Scope): Promise<SavedWebhook[]> {
  const idOf = async (name: string | undefined) => (name === undefined ? null : (await requirePacticipant(db, name)).id);
  return (await findWebhooks(db, { consumerId: await idOf(consumer), providerId: await idOf(provider) })).map(savedWebhook);
}
