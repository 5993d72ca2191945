export interface CleanOptions {
  /** Without a trailing slash. */
  brokerBaseUrl: string;
  /** JSON; the rules that are set at the broker, where it is absent. */
  keep?: string;
  limit?: number;
  json?: boolean;
}
