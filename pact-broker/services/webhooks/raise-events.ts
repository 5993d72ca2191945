import { type EventName, eventsOfContract, eventsOfVerification } from '../../domain/webhooks/event-name.ts';
import { secondsAfter } from '../../domain/webhooks/retry-schedule.ts';
import { variablesOf } from '../../domain/webhooks/variables.ts';
import { requestName } from '../../domain/webhooks/webhook.ts';
import type { Db } from '../../storage/database.ts';
import { findVersionsWithoutResult, type VersionInUse } from '../../storage/required-verifications.ts';
import type { NewRow } from '../../storage/schema.ts';
import { findToldResults } from '../../storage/told-results.ts';
import { insertDeliveries } from '../../storage/webhook-deliveries.ts';
import { findMatchingWebhooks, type WebhookMatch } from '../../storage/webhook-matches.ts';
import type { ReachedTenant } from '../tenant.ts';
import { type EventSubject, type Facts, factsOf } from './event-facts.ts';

/** A webhook that an event triggered. */
export interface Triggered {
  uuid: string;
  webhook: { uuid: string; name: string };
  event: string;
  provider: string;
}

interface Occurrence {
  event: EventName;
  subject: EventSubject;
}

/** Writes to the outbox whom the publication of contracts is to be told to. The caller owns the transaction, and rings the bell after it. */
export async function raiseContractEvents(
  trx: Db,
  tenant: ReachedTenant,
  contracts: { subject: EventSubject; contentChanged: boolean }[],
): Promise<Triggered[]> {
  const matches = await matchesOf(
    trx,
    contracts.map(({ subject }) => subject),
  );
  const heard = contracts.filter(({ subject }) => awaitedEvents(matches, subject).size > 0);
  if (heard.length === 0) return [];
  const results = await findToldResults(trx, { pactVersionIds: heard.map(({ subject }) => subject.pactVersionId) });
  const occurrences: Occurrence[] = [];
  for (const { subject, contentChanged } of heard) {
    const told = { ...subject, verification: results.find(({ pact_version_id }) => pact_version_id === subject.pactVersionId) };
    for (const event of eventsOfContract({ contentChanged })) occurrences.push({ event, subject: told });
    if (awaitedEvents(matches, subject).has('contract_requiring_verification_published'))
      occurrences.push(...(await requiredVerifications(trx, subject)));
  }
  return trigger(trx, tenant, matches, occurrences);
}

/**
 * The same for a verification result, for each consumer version that it is about: their commits each wait for a status. Which those are
 * is asked for only where a webhook waits.
 */
export async function raiseVerificationEvents(
  trx: Db,
  tenant: ReachedTenant,
  subject: Omit<EventSubject, 'consumerVersion'>,
  consumerVersions: () => Promise<EventSubject['consumerVersion'][]>,
): Promise<Triggered[]> {
  const events = eventsOfVerification({ success: subject.verification?.success === 1 });
  const matches = (await matchesOf(trx, [subject])).filter(({ event }) => events.some((name) => name === event));
  if (matches.length === 0) return [];
  const subjects = (await consumerVersions()).map((consumerVersion) => ({ ...subject, consumerVersion }));
  return trigger(
    trx,
    tenant,
    matches,
    subjects.flatMap((about) => events.map((event) => ({ event, subject: about }))),
  );
}

type Between = Pick<EventSubject, 'consumer' | 'provider'>;

async function matchesOf(trx: Db, subjects: Between[]): Promise<WebhookMatch[]> {
  const [first] = subjects;
  if (!first) return [];
  return findMatchingWebhooks(trx, { consumerId: first.consumer.id, providerIds: subjects.map(({ provider }) => provider.id) });
}

const awaitedEvents = (matches: WebhookMatch[], { provider }: Between): Set<string> =>
  new Set(matches.filter(({ provider_id }) => provider_id === provider.id).map(({ event }) => event));

/** Once for each provider version in use that has no result for the content, however many uses it has. */
async function requiredVerifications(trx: Db, subject: EventSubject): Promise<Occurrence[]> {
  const rows = await findVersionsWithoutResult(trx, { providerId: subject.provider.id, pactVersionId: subject.pactVersionId });
  return [...Map.groupBy(rows, ({ version_id }) => version_id)].map(([id, uses]) => ({
    event: 'contract_requiring_verification_published',
    subject: { ...subject, requiredVersion: { id, number: (uses[0] as VersionInUse).number, descriptions: uses.map(describeUse) } },
  }));
}

function describeUse({ use, name }: VersionInUse): string {
  if (use === 'main-branch') return `latest from main branch ${name}`;
  return use === 'deployed' ? `deployed in ${name}` : `released in ${name}`;
}

async function trigger(trx: Db, tenant: ReachedTenant, matches: WebhookMatch[], occurrences: Occurrence[]): Promise<Triggered[]> {
  const woken = occurrences.flatMap((occurrence) =>
    matches.filter((match) => isFor(match, occurrence)).map((webhook) => ({ ...occurrence, webhook })),
  );
  if (woken.length === 0) return [];
  const subjects = [...new Set(woken.map(({ subject }) => subject))];
  const facts = await factsOf(trx, tenant, subjects);
  const known = new Map(subjects.map((subject, index) => [subject, facts[index] as Facts]));
  const deliveries = woken.map((one) => {
    const values = variablesOf({ ...(known.get(one.subject) as Facts), event: one.event });
    return { ...one, delivery: newDelivery(tenant, { ...one, variables: JSON.stringify(values) }) };
  });
  await insertDeliveries(
    trx,
    deliveries.map(({ delivery }) => delivery),
  );
  return deliveries.map(({ delivery: { uuid }, webhook, event, subject }) => ({
    uuid,
    webhook: { uuid: webhook.uuid, name: webhook.description ?? requestName(webhook) },
    event,
    provider: subject.provider.name,
  }));
}

const isFor = (match: WebhookMatch, { event, subject }: Occurrence): boolean =>
  match.event === event && match.provider_id === subject.provider.id;

interface ToDeliver extends Occurrence {
  webhook: WebhookMatch;
  variables: string;
}

function newDelivery({ now, newUuid, webhooks }: ReachedTenant, { webhook, event, subject, variables }: ToDeliver) {
  const reports = event.startsWith('provider_verification');
  return {
    uuid: newUuid(),
    webhook_id: webhook.webhook_id,
    name: requestName(webhook),
    event,
    trigger_type: 'resource_creation',
    pact_version_id: subject.pactVersionId,
    consumer_version_id: subject.consumerVersion.id,
    verification_id: reports ? (subject.verification?.id ?? null) : null,
    required_version_id: subject.requiredVersion?.id ?? null,
    variables,
    status: 'not_run',
    attempts_made: 0,
    next_attempt_at: secondsAfter(now(), webhooks.delay),
    lease: null,
    created_at: now(),
  } satisfies NewRow<'webhook_deliveries'>;
}
