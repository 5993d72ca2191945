import type { Family } from '../step.ts';
import { deployments } from './deployments.ts';
import { environments } from './environments.ts';
import { other } from './other.ts';
import { pacticipants } from './pacticipants.ts';
import { pacts } from './pacts.ts';
import { publishing, publishingAgain } from './publishing.ts';
import { verdicts } from './verdicts.ts';
import { versions } from './versions.ts';
import { webhooks } from './webhooks.ts';

export const families: Family[] = [
  verdicts,
  pacts,
  versions,
  publishing,
  environments,
  webhooks,
  deployments,
  pacticipants,
  publishingAgain,
  other,
];
