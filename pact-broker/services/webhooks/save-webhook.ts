import { type FieldErrors, refuseIfAny, ValidationFailed } from '../../domain/errors.ts';
import { checkNames } from '../../domain/fields.ts';
import { isPlainObject } from '../../domain/pacts/faithful-json.ts';
import { webhookNotFound } from '../../domain/webhooks/errors.ts';
import { mergePatch } from '../../domain/webhooks/merge-patch.ts';
import { holdsMask, unmasked, withoutSecrets } from '../../domain/webhooks/secrets.ts';
import type { Side, WebhookFields, WebhookRequest } from '../../domain/webhooks/webhook.ts';
import { readWebhook } from '../../domain/webhooks/webhook-fields.ts';
import type { Db } from '../../storage/database.ts';
import { findPacticipant } from '../../storage/pacticipants.ts';
import { inTransaction, stillThere } from '../../storage/transaction.ts';
import { endDeliveriesOf } from '../../storage/webhook-deliveries.ts';
import { deleteWebhook as deleteRow, findWebhook, lockWebhook, putWebhook, type Webhook } from '../../storage/webhooks.ts';
import { requirePacticipant } from '../pacticipants/require-pacticipant.ts';
import type { Tenant } from '../tenant.ts';
import { deletedMeanwhile } from './deliver.ts';
import { ownerOf, type SavedWebhook, savedWebhook, secretsOf } from './saved-webhook.ts';

/** The pacticipants that an address names, for a webhook that is created there. */
export interface Scope {
  consumer?: string;
  provider?: string;
}

/** Throws ValidationFailed, SecretKeyMissing, and PacticipantNotFound for the scope. */
export async function createWebhook(tenant: Tenant, fields: WebhookFields, scope: Scope = {}): Promise<SavedWebhook> {
  for (const name of Object.values(scope)) await requirePacticipant(tenant.db, name);
  const { webhook } = await saveWebhook(tenant, tenant.newUuid(), { ...fields, ...sidesOf(scope) });
  return webhook;
}

const sidesOf = (scope: Scope): Partial<Record<keyof Scope, Side>> =>
  Object.fromEntries(Object.entries(scope).map(([role, name]) => [role, { name }]));

interface ToSave {
  uuid: string;
  fields: WebhookFields;
  /** What it replaces. */
  before: Webhook | undefined;
}

/** Creates the webhook, or replaces the one of that uuid; a mask keeps the secret that it stands for. Throws ValidationFailed, SecretKeyMissing. */
export function saveWebhook(tenant: Tenant, uuid: string, fields: WebhookFields): Promise<{ webhook: SavedWebhook; created: boolean }> {
  return inTransaction(tenant.db, async (trx) => putInTransaction(trx, tenant, { uuid, fields, before: await lockWebhook(trx, uuid) }));
}

/** Changes what a merge patch names, and leaves the rest as it is. Throws NotFound, ValidationFailed, SecretKeyMissing. */
export function changeWebhook(tenant: Tenant, uuid: string, patch: unknown): Promise<SavedWebhook> {
  return inTransaction(tenant.db, async (trx) => {
    const before = await lockWebhook(trx, uuid);
    if (!before) throw webhookNotFound(uuid);
    const requestIsKept = isPlainObject(patch) && !Object.hasOwn(patch, 'request');
    const fields = readWebhook(mergePatch(asBody(savedWebhook(before)), patch), { requestIsKept });
    return (await putInTransaction(trx, tenant, { uuid, fields, before })).webhook;
  });
}

async function putInTransaction(trx: Db, tenant: Tenant, { uuid, fields, before }: ToSave) {
  checkTarget(tenant, fields.request);
  const { shown, secrets } = withoutSecrets(withKnownSecrets(tenant, fields.request, before));
  const now = tenant.now();
  const created = await putWebhook(
    trx,
    {
      uuid,
      description: fields.description,
      enabled: fields.enabled ? 1 : 0,
      ...(await sideColumns(trx, fields)),
      ...requestColumns(shown),
      secrets: secrets ? tenant.webhooks.vault.seal(JSON.stringify(secrets), ownerOf(uuid)) : null,
      created_at: now,
      updated_at: null,
    },
    fields.events,
    now,
  );
  return { webhook: savedWebhook(stillThere(await findWebhook(trx, uuid))), created };
}

const asBody = ({ events, ...webhook }: SavedWebhook) => ({ ...webhook, events: events.map((name) => ({ name })) });

/** Deletes a webhook and gives up what it has not delivered yet; the record of what it did stays. Throws NotFound. */
export function deleteWebhook(tenant: Tenant, uuid: string): Promise<void> {
  return inTransaction(tenant.db, async (trx) => {
    const webhook = await lockWebhook(trx, uuid);
    if (!webhook) throw webhookNotFound(uuid);
    await endDeliveriesOf(trx, webhook.id, deletedMeanwhile(tenant.now()));
    await deleteRow(trx, webhook.id);
  });
}

/** Refuses a request that the operator's rules forbid. Throws ValidationFailed. */
export function checkTarget({ webhooks }: Tenant, request: WebhookRequest): void {
  const errors: FieldErrors = {};
  for (const [part, problem] of Object.entries(webhooks.problemsOf(request))) errors[`request.${part}`] = [problem];
  refuseIfAny(errors);
}

const withKnownSecrets = ({ webhooks }: Tenant, request: WebhookRequest, before: Webhook | undefined): WebhookRequest =>
  holdsMask(request) ? unmasked(request, before ? secretsOf(before, webhooks.vault) : {}) : request;

const requestColumns = ({ method, url, headers, body, username, password }: WebhookRequest) => ({
  method,
  url,
  headers: JSON.stringify(headers),
  body: body === null ? null : JSON.stringify(body),
  username,
  password,
});

async function sideColumns(trx: Db, { consumer, provider }: WebhookFields) {
  return {
    consumer_id: await idOf(trx, 'consumer', consumer),
    consumer_label: consumer && 'label' in consumer ? consumer.label : null,
    provider_id: await idOf(trx, 'provider', provider),
    provider_label: provider && 'label' in provider ? provider.label : null,
  };
}

async function idOf(trx: Db, role: string, side: Side): Promise<number | null> {
  if (side === null || 'label' in side) return null;
  checkNames({ [`${role}.name`]: side.name });
  const found = await findPacticipant(trx, side.name);
  if (!found) throw new ValidationFailed({ [`${role}.name`]: [`No pacticipant is named "${side.name}". Names compare exactly.`] });
  return found.id;
}
