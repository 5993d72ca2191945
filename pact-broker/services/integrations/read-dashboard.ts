import {
  type DashboardRow,
  type DeliveryStatus,
  findBranchesHeadedBy,
  findDashboardRows,
  findLastDeliveries,
  findPactTagsHeadedBy,
  findTagsHeadedBy,
} from '../../storage/dashboard.ts';
import type { Db } from '../../storage/database.ts';
import type { Page } from '../../storage/paging.ts';
import { requirePacticipant } from '../pacticipants/require-pacticipant.ts';
import { together } from '../together.ts';

export interface DashboardItem extends DashboardRow {
  /** Branches that the version is the head of. */
  consumerBranches: string[];
  providerBranches: string[];
  /** Tags that this pact is the newest with. */
  pactTags: string[];
  /** Tags that the verifying provider version is the newest with. */
  providerTags: string[];
  /** How the webhooks that this pact triggered stand, the worst of them; none where it triggered none. */
  webhookStatus: DeliveryStatus | 'none';
  lastTriggeredAt: string | null;
}

// As many as any list could have: the statement always has a limit.
const ALL = 2 ** 31;

/** What a dashboard shows, in five questions however many integrations there are. Throws PacticipantNotFound for names that do not exist. */
export async function readDashboard(
  db: Db,
  integration: { consumer: string; provider: string } | undefined,
  page?: Page,
): Promise<DashboardItem[]> {
  const named = integration ?? { consumer: '', provider: '' };
  if (integration) for (const name of [integration.consumer, integration.provider]) await requirePacticipant(db, name);
  const size = page?.size ?? ALL;
  const rows = await findDashboardRows(db, { ...named, limit: size, offset: ((page?.number ?? 1) - 1) * (page?.size ?? 0) });
  const consumerVersionIds = rows.map((row) => row.consumer_version_id);
  const providerVersionIds = rows.flatMap(({ provider_version_id }) => provider_version_id ?? []);
  const [headed, pactTagged, tagged, delivered] = await together([
    findBranchesHeadedBy(db, [...consumerVersionIds, ...providerVersionIds]),
    findPactTagsHeadedBy(db, consumerVersionIds),
    findTagsHeadedBy(db, providerVersionIds),
    findLastDeliveries(db, consumerVersionIds),
  ]);
  const branches = Map.groupBy(headed, ofVersion);
  const pactTags = Map.groupBy(pactTagged, pactOf);
  const providerTags = Map.groupBy(tagged, ofVersion);
  const deliveries = Map.groupBy(delivered, contentOf);
  return rows.map((row) => ({
    ...row,
    ...webhooksOf(deliveries.get(contentOf(row)) ?? []),
    consumerBranches: names(branches.get(row.consumer_version_id)),
    providerBranches: names(branches.get(row.provider_version_id ?? 0)),
    pactTags: names(pactTags.get(pactOf(row))),
    providerTags: names(providerTags.get(row.provider_version_id ?? 0)),
  }));
}

const ofVersion = ({ version_id }: { version_id: number }) => version_id;
const pactOf = (pact: { consumer_version_id: number; provider_id: number }) => `${pact.consumer_version_id} ${pact.provider_id}`;
const names = (rows: { name: string }[] | undefined) => rows?.map(({ name }) => name) ?? [];

const contentOf = (pact: { consumer_version_id: number; pact_version_id: number }) => `${pact.consumer_version_id} ${pact.pact_version_id}`;

const WORST_FIRST = ['failure', 'retrying', 'not_run', 'success'] as const;

function webhooksOf(deliveries: { status: DeliveryStatus; created_at: string }[]) {
  const worst = WORST_FIRST.find((status) => deliveries.some((delivery) => delivery.status === status));
  const times = deliveries.map(({ created_at }) => created_at).sort();
  return { webhookStatus: worst ?? ('none' as const), lastTriggeredAt: times.at(-1) ?? null };
}
