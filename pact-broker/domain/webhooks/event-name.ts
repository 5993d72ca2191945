/** What can happen that a webhook waits for. */
export const eventNames = [
  'contract_published',
  'contract_content_changed',
  'contract_requiring_verification_published',
  'provider_verification_published',
  'provider_verification_succeeded',
  'provider_verification_failed',
] as const;

export type EventName = (typeof eventNames)[number];

/** What a webhook waits for that names nothing, as older clients create them. */
export const DEFAULT_EVENT: EventName = 'contract_content_changed';

/** The name under which a webhook is tried out. */
export const TEST_EVENT = 'test';

export const isEventName = (name: unknown): name is EventName => (eventNames as readonly unknown[]).includes(name);

export const eventsOfContract = ({ contentChanged }: { contentChanged: boolean }): EventName[] =>
  contentChanged ? ['contract_published', 'contract_content_changed'] : ['contract_published'];

export const eventsOfVerification = ({ success }: { success: boolean }): EventName[] => [
  'provider_verification_published',
  success ? 'provider_verification_succeeded' : 'provider_verification_failed',
];
