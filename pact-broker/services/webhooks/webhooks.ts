import type { OutboundRequest, OutboundResult } from '../../domain/webhooks/outbound.ts';
import type { Vault } from '../../storage/vault.ts';
import type { Bell } from './bell.ts';

/** What delivering webhooks needs beside the store: the way out, the operator's rules, and the times. */
export interface Webhooks {
  /** Sends within the operator's rules. Never rejects. */
  send: (request: OutboundRequest) => Promise<OutboundResult>;
  /** What the operator's rules have against a request, by part of it, so far as can be said without connecting. */
  problemsOf: (request: { method: string; url: string }) => { method?: string; url?: string };
  vault: Vault;
  /** Seconds before the first attempt. */
  delay: number;
  /** Seconds before each further attempt. */
  schedule: number[];
  /** Seconds after which a delivery that somebody took and did not finish is anybody's again; longer than sending may take. */
  lease: number;
  userAgent: string;
  /** Rung when deliveries have been committed. */
  bell: Bell;
}
