import type { BrokerRules } from '../domain/broker-rules.ts';
import type { Db } from '../storage/database.ts';

/** What a use case works with: one tenant's store, the rules in force, and the outside world as functions. */
export interface Tenant {
  db: Db;
  rules: BrokerRules;
  /** The time as ISO 8601 in UTC with milliseconds. */
  now: () => string;
  newUuid: () => string;
}
