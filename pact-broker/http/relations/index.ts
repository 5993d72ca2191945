import { cleanUpRelations } from './clean-up.ts';
import { environmentRelations } from './environments.ts';
import { overviewRelations } from './overview.ts';
import { pacticipantRelations } from './pacticipants.ts';
import { pactRelations } from './pacts.ts';
import type { Relations } from './relation.ts';
import { webhookRelations } from './webhooks.ts';

/** Every link relation of ours, without its prefix. */
export const relations: Relations = {
  ...pactRelations,
  ...pacticipantRelations,
  ...environmentRelations,
  ...overviewRelations,
  ...webhookRelations,
  ...cleanUpRelations,
};
