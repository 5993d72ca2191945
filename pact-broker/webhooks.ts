import { createSender } from './outbound/send-request.ts';
import { type AllowedHosts, problemsOf, readAllowedHosts } from './outbound/webhook-policy.ts';
import { createBell } from './services/webhooks/bell.ts';
import type { Webhooks } from './services/webhooks/webhooks.ts';
import { createVault } from './storage/vault.ts';

/** What an operator may set about webhooks. Times are seconds. */
export interface WebhookSettings {
  schemes: string[];
  hosts: AllowedHosts;
  methods: string[];
  timeout: number;
  delay: number;
  schedule: number[];
  /** The first encrypts, all of them decrypt. */
  secretKeys: Buffer[];
}

/** As the reference broker has them, but that the first attempt is made at once. */
export const defaultWebhookSettings: WebhookSettings = {
  schemes: ['https'],
  hosts: readAllowedHosts(''),
  methods: ['POST'],
  timeout: 10,
  delay: 0,
  schedule: [10, 60, 120, 300, 600, 1200],
  secretKeys: [],
};

/** A delivery belongs to whoever took it for longer than sending it may take, and the writing after it. */
const LEASE_IN_TIMEOUTS = 3;

/** Puts together what delivering webhooks needs beside the store. */
export function openWebhooks({ schemes, hosts, methods, timeout, delay, schedule, secretKeys }: WebhookSettings): Webhooks {
  const policy = { schemes, hosts, methods };
  return {
    send: createSender({ policy, timeout }),
    problemsOf: (request) => problemsOf(request, policy),
    vault: createVault(secretKeys),
    delay,
    schedule,
    lease: timeout * LEASE_IN_TIMEOUTS,
    userAgent: 'Concordat/0.1.0',
    bell: createBell(),
  };
}
