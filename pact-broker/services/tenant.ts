import type { BrokerRules } from '../domain/broker-rules.ts';
import type { RetentionSettings } from '../domain/retention/retention-settings.ts';
import type { Db } from '../storage/database.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

/** What a use case works with: one tenant's store, the rules in force, and the outside world as functions. */
export interface Tenant {
  db: Db;
  rules: BrokerRules;
  retention: RetentionSettings;
  /** The time as ISO 8601 in UTC with milliseconds. */
  now: () => string;
  newUuid: () => string;
  /** Waits so many milliseconds, or until the signal. Never rejects. */
  rest: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  webhooks: Webhooks;
}

/** Addresses of what the tenant holds, for others to follow. */
export interface Links {
  pactVersionWithMetadata: (consumer: string, provider: string, sha: string, metadata: string) => string;
  verificationResult: (consumer: string, provider: string, sha: string, number: number) => string;
}

/** A tenant as a caller reached it: what is sent on because of that call has addresses that begin as the caller's own did. */
export interface ReachedTenant extends Tenant {
  links: Links;
}
