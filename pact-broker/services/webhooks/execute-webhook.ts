import { deliveryLog } from '../../domain/webhooks/delivery-log.ts';
import { webhookNotFound } from '../../domain/webhooks/errors.ts';
import { TEST_EVENT } from '../../domain/webhooks/event-name.ts';
import { lastAnswer, type OutboundAnswer, type OutboundRequest, succeeded } from '../../domain/webhooks/outbound.ts';
import { redactedHeaders, redactor } from '../../domain/webhooks/redact.ts';
import { renderRequest } from '../../domain/webhooks/render-request.ts';
import { unmasked } from '../../domain/webhooks/secrets.ts';
import { variablesOf } from '../../domain/webhooks/variables.ts';
import type { WebhookFields, WebhookRequest } from '../../domain/webhooks/webhook.ts';
import type { Db } from '../../storage/database.ts';
import type { Pact } from '../../storage/pact-lookups.ts';
import { findToldResults } from '../../storage/told-results.ts';
import { findLatestPactInScope } from '../../storage/webhook-matches.ts';
import { findWebhook } from '../../storage/webhooks.ts';
import type { ReachedTenant } from '../tenant.ts';
import { type EventSubject, type Facts, factsOf } from './event-facts.ts';
import { checkTarget } from './save-webhook.ts';
import { requestToSend, savedWebhook } from './saved-webhook.ts';

/** What was sent and answered when a webhook was tried out, without secrets. */
export interface Execution {
  request: OutboundRequest;
  answer: OutboundAnswer | undefined;
  success: boolean;
  log: string;
}

/** Sends a webhook's request now, once, filled with the latest pact that it is for. Throws NotFound, SecretsUnreadable. */
export async function executeWebhook(tenant: ReachedTenant, uuid: string): Promise<Execution> {
  const webhook = await findWebhook(tenant.db, uuid);
  if (!webhook) throw webhookNotFound(uuid);
  return execute(tenant, savedWebhook(webhook), requestToSend(webhook, tenant.webhooks.vault));
}

/** The same for a webhook that is not saved. Throws ValidationFailed. */
export async function executeUnsavedWebhook(tenant: ReachedTenant, fields: WebhookFields): Promise<Execution> {
  checkTarget(tenant, fields.request);
  return execute(tenant, fields, unmasked(fields.request, {}));
}

async function execute(tenant: ReachedTenant, fields: WebhookFields, request: WebhookRequest): Promise<Execution> {
  const facts = await exampleFacts(tenant, fields);
  const at = tenant.now();
  const { userAgent, send } = tenant.webhooks;
  const result = await send(renderRequest(request, variablesOf({ ...facts, event: TEST_EVENT }), userAgent));
  const redact = redactor(request);
  const answer = lastAnswer(result);
  const sent = result.exchanges[0]?.request as OutboundRequest;
  return {
    request: withoutSecrets(sent, redact),
    answer: answer && { ...answer, headers: redactedHeaders(answer.headers, redact), body: redact(answer.body) },
    success: succeeded(result),
    log: deliveryLog({ result, at, redact }),
  };
}

const withoutSecrets = (request: OutboundRequest, redact: (text: string) => string): OutboundRequest => ({
  ...request,
  url: redact(request.url),
  headers: redactedHeaders(request.headers, redact),
  body: request.body === undefined ? undefined : redact(request.body),
});

async function exampleFacts(tenant: ReachedTenant, fields: WebhookFields): Promise<Facts> {
  const pact = await findLatestPactInScope(tenant.db, fields);
  const [facts] = pact ? await factsOf(tenant.db, tenant, [await subjectOf(tenant.db, pact)]) : [];
  return facts ?? inventedFacts(tenant, fields);
}

async function subjectOf(db: Db, pact: Pact & { provider_id: number }): Promise<EventSubject> {
  const [verification] = await findToldResults(db, { pactVersionIds: [pact.pact_version_id] });
  return {
    consumer: { id: pact.consumer_id, name: pact.consumer },
    provider: { id: pact.provider_id, name: pact.provider },
    consumerVersion: { id: pact.consumer_version_id, number: pact.consumer_version },
    pactVersionId: pact.pact_version_id,
    sha: pact.sha,
    buildUrl: null,
    verification,
  };
}

/** Where there is no pact yet to try a webhook with. */
function inventedFacts({ links }: ReachedTenant, { consumer, provider }: WebhookFields): Facts {
  const consumerName = consumer && 'name' in consumer ? consumer.name : 'Example consumer';
  const providerName = provider && 'name' in provider ? provider.name : 'Example provider';
  return {
    consumer: { name: consumerName, labels: [] },
    provider: { name: providerName, labels: [] },
    consumerVersion: { number: '1', branch: 'main', tags: [] },
    providerVersion: undefined,
    providerVersionDescriptions: [],
    pactUrl: links.pactVersionWithMetadata(consumerName, providerName, '0'.repeat(40), 'e30'),
    verification: undefined,
    buildUrl: null,
    deployedProviderVersions: [],
  };
}
