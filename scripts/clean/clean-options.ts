import type { BrokerAccess } from './broker-access.ts';

export interface CleanOptions {
  broker: BrokerAccess;
  /** JSON; the rules that are set at the broker, where it is absent. */
  keep?: string | undefined;
  limit?: number | undefined;
  json?: boolean | undefined;
}
