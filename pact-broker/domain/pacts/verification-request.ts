import { Fields } from '../fields.ts';
import { type ConsumerVersionSelector, readSelectors } from './consumer-version-selector.ts';

/** What a verifier says of itself and wants when it asks for pacts. */
export interface VerificationRequest {
  selectors: ConsumerVersionSelector[];
  providerVersionBranch: string | undefined;
  providerVersionTags: string[];
  /** Whether a selected pact may be pending: not where the verifier says that it does not know of that, so that every failure counts. */
  mayBePending: boolean;
  /** Whether the verifier asked what is pending, so that it means something to whoever reads its output. */
  asksForPending: boolean;
  /** Heads published after this ISO time come along as work in progress. */
  includeWipPactsSince: string | undefined;
}

/** Reads the body of for-verification. Throws ValidationFailed. */
export function readVerificationRequest(body: unknown): VerificationRequest {
  const fields = new Fields(body);
  // The verifier of Pact JS sends an empty branch where it knows of none.
  const providerVersionBranch = (fields.value('providerVersionBranch') !== '' && fields.optionalName('providerVersionBranch')) || undefined;
  const providerVersionTags = fields.names('providerVersionTags', 'A tag');
  const { selectors, problems } = readSelectors(fields.value('consumerVersionSelectors'), { providerVersionBranch });
  for (const problem of problems) fields.refuse('consumerVersionSelectors', problem);
  const since = fields.optionalText('includeWipPactsSince') ?? undefined;
  const includeWipPactsSince = since === undefined ? undefined : isoTime(since);
  if (since !== undefined && includeWipPactsSince === undefined) {
    fields.refuse('includeWipPactsSince', `"${since}" is not a date. Give one such as 2026-01-31 or 2026-01-31T12:00:00Z.`);
  }
  // Absent, it is told: that is protocol.
  const mayBePending = fields.value('includePendingStatus') !== false;
  const asksForPending = fields.value('includePendingStatus') === true;
  fields.done();
  return { selectors, providerVersionBranch, providerVersionTags, mayBePending, asksForPending, includeWipPactsSince };
}

function isoTime(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
