export type BadgeColor = 'brightgreen' | 'red' | 'orange' | 'lightgrey';

/** What a badge says: a label on the left, a message on the right. Labels, messages and colours are the reference's: pages show them side by side. */
export interface Badge {
  label: string;
  message: string;
  color: BadgeColor;
}

/** How a pact stands. `changed`: an earlier content was verified, this one was not yet. */
export type PactStatus = 'verified' | 'failed' | 'changed' | 'unknown';

const colors: Record<PactStatus, BadgeColor> = { verified: 'brightgreen', failed: 'red', changed: 'orange', unknown: 'lightgrey' };

/** How the newest pact stands, by the last result of any content before it. */
export function pactStatus(pactVersionId: number, last: { pact_version_id: number; success: 0 | 1 } | undefined): PactStatus {
  if (!last) return 'unknown';
  if (last.success === 0) return 'failed';
  return last.pact_version_id === pactVersionId ? 'verified' : 'changed';
}

export interface BadgeNames {
  consumer: string;
  provider: string;
  consumerTag?: string | undefined;
  providerTag?: string | undefined;
}

export interface BadgeStyle {
  /** Only one of the names. */
  label?: 'consumer' | 'provider' | undefined;
  /** First letters instead of names. */
  initials?: boolean | undefined;
}

export function pactBadge(names: BadgeNames, status: PactStatus, { label, initials = false }: BadgeStyle = {}): Badge {
  const consumer = named(names.consumer, names.consumerTag, initials);
  const provider = named(names.provider, names.providerTag, initials);
  const parts = label === 'consumer' ? [consumer] : label === 'provider' ? [provider] : [consumer, provider];
  return { label: `${parts.join('/')} pact`, message: status, color: colors[status] };
}

function named(name: string, tag: string | undefined, initials: boolean): string {
  const shown = initials ? initialsOf(name) : name.toLowerCase();
  return tag === undefined ? shown : `${shown} (${tag})`;
}

/** "Order Web", "order-web", "OrderWeb" → "ow"; a single word stays. */
function initialsOf(name: string): string {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
  return (words.length === 1 ? name : words.map((word) => word.charAt(0)).join('')).toLowerCase();
}

export const canIDeployBadge = (from: string, to: string, deployable: boolean | null, label = 'can-i-deploy'): Badge => ({
  label,
  message: `${from} to ${to}`,
  color: deployable ? 'brightgreen' : 'red',
});

/** Whether what is on the main branch works with the main branches of all others. */
export const canIMergeBadge = (version: string, deployable: boolean | null): Badge =>
  deployable === null
    ? { label: 'can-i-merge', message: 'unknown', color: 'lightgrey' }
    : { label: 'can-i-merge', message: version, color: deployable ? 'brightgreen' : 'red' };

/** A badge is shown where nobody reads an error: what is missing is said by the badge. */
export const notFoundBadge = (label: string): Badge => ({ label, message: 'not found', color: 'lightgrey' });
