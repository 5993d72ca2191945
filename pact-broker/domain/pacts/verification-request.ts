import { type FieldErrors, refuseIfAny } from '../errors.ts';
import { type ConsumerVersionSelector, readSelectors } from './consumer-version-selector.ts';
import { isPlainObject } from './faithful-json.ts';

/** What a verifier says of itself and wants when it asks for pacts. */
export interface VerificationRequest {
  selectors: ConsumerVersionSelector[];
  providerVersionBranch: string | undefined;
  providerVersionTags: string[];
  /** Heads published after this ISO time come along as work in progress. */
  includeWipPactsSince: string | undefined;
}

/** Reads the body of for-verification. Throws ValidationFailed. */
export function readVerificationRequest(body: unknown): VerificationRequest {
  const fields = isPlainObject(body) ? body : {};
  const errors: FieldErrors = {};
  const text = (name: string) => {
    const value = fields[name] ?? undefined;
    if (value !== undefined && typeof value !== 'string') errors[name] = [`${name} must be a text.`];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const providerVersionBranch = text('providerVersionBranch');
  const tags = fields.providerVersionTags ?? [];
  const providerVersionTags = [tags].flat().filter((tag): tag is string => typeof tag === 'string');
  if (providerVersionTags.length !== [tags].flat().length) errors.providerVersionTags = ['providerVersionTags must be a list of texts.'];
  const { selectors, problems } = readSelectors(fields.consumerVersionSelectors, { providerVersionBranch });
  if (problems.length > 0) errors.consumerVersionSelectors = problems;
  const since = text('includeWipPactsSince');
  const includeWipPactsSince = since === undefined ? undefined : isoTime(since);
  if (since !== undefined && includeWipPactsSince === undefined) {
    errors.includeWipPactsSince = [`"${since}" is not a date. Give one such as 2026-01-31 or 2026-01-31T12:00:00Z.`];
  }
  refuseIfAny(errors);
  return { selectors, providerVersionBranch, providerVersionTags, includeWipPactsSince };
}

function isoTime(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
