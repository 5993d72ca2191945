import {
  countDashboardRows,
  type DashboardRow,
  type DeliveryStatus,
  findDashboardRows,
  findLastDeliveries,
  findPactTagsHeadedBy,
} from '../../storage/dashboard.ts';
import type { Db } from '../../storage/database.ts';
import type { Page } from '../../storage/paging.ts';
import { findVersionDetails, type ShownEnvironment, type VersionDetails } from '../../storage/version-details.ts';
import { requirePacticipant } from '../pacticipants/require-pacticipant.ts';
import { together } from '../together.ts';

export interface DashboardItem extends DashboardRow {
  /** Branches that the version is the head of. */
  consumerBranches: string[];
  providerBranches: string[];
  /** Where the consumer version is deployed or released now. */
  consumerEnvironments: ShownEnvironment[];
  /** Tags that this pact is the newest with. */
  pactTags: string[];
  /** Tags that the verifying provider version is the newest with. */
  providerTags: string[];
  /** How the webhooks that this pact triggered stand, the worst of them; none where it triggered none. */
  webhookStatus: DeliveryStatus | 'none';
  lastTriggeredAt: string | null;
}

export interface Dashboard {
  items: DashboardItem[];
  /** On all pages. */
  total: number;
}

/** A page of what a dashboard shows, in five questions whatever is on it. Throws PacticipantNotFound for names that do not exist. */
export async function readDashboard(
  db: Db,
  integration: { consumer: string; provider: string } | undefined,
  { number, size }: Page,
): Promise<Dashboard> {
  const named = integration ?? { consumer: '', provider: '' };
  if (integration) for (const name of [integration.consumer, integration.provider]) await requirePacticipant(db, name);
  const [rows, total] = await together([
    findDashboardRows(db, { ...named, limit: size, offset: (number - 1) * size }),
    countDashboardRows(db, named),
  ]);
  const consumerVersionIds = rows.map((row) => row.consumer_version_id);
  const providerVersionIds = rows.flatMap(({ provider_version_id }) => provider_version_id ?? []);
  const [details, pactTagged, delivered] = await together([
    findVersionDetails(db, [...new Set([...consumerVersionIds, ...providerVersionIds])]),
    findPactTagsHeadedBy(db, consumerVersionIds),
    findLastDeliveries(db, consumerVersionIds),
  ]);
  const pactTags = Map.groupBy(pactTagged, pactOf);
  const deliveries = Map.groupBy(delivered, contentOf);
  const items = rows.map((row) => {
    const consumer = details.get(row.consumer_version_id) ?? NO_DETAILS;
    const provider = details.get(row.provider_version_id ?? 0) ?? NO_DETAILS;
    return {
      ...row,
      ...webhooksOf(deliveries.get(contentOf(row)) ?? []),
      consumerBranches: latestOf(consumer.branches),
      consumerEnvironments: consumer.environments,
      providerBranches: latestOf(provider.branches),
      pactTags: (pactTags.get(pactOf(row)) ?? []).map(({ name }) => name),
      providerTags: latestOf(provider.tags),
    };
  });
  return { items, total };
}

const NO_DETAILS: VersionDetails = { branches: [], tags: [], environments: [] };
const pactOf = (pact: { consumer_version_id: number; provider_id: number }) => `${pact.consumer_version_id} ${pact.provider_id}`;
const latestOf = (marks: { name: string; latest: boolean }[]) => marks.filter(({ latest }) => latest).map(({ name }) => name);

const contentOf = (pact: { consumer_version_id: number; pact_version_id: number }) => `${pact.consumer_version_id} ${pact.pact_version_id}`;

const WORST_FIRST = ['failure', 'retrying', 'not_run', 'success'] as const;

function webhooksOf(deliveries: { status: DeliveryStatus; created_at: string }[]) {
  const worst = WORST_FIRST.find((status) => deliveries.some((delivery) => delivery.status === status));
  const times = deliveries.map(({ created_at }) => created_at).sort();
  return { webhookStatus: worst ?? ('none' as const), lastTriggeredAt: times.at(-1) ?? null };
}
