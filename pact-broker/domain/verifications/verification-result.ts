import { type FieldErrors, refuseIfAny } from '../errors.ts';
import { nameProblem } from '../names.ts';
import { isPlainObject } from '../pacts/faithful-json.ts';

export interface VerificationResult {
  success: boolean;
  providerVersion: string;
  buildUrl: string | undefined;
  /** Kept as it was reported: testResults, verifiedBy, properties. */
  report: Record<string, unknown>;
}

/** Reads a published result. Throws ValidationFailed. */
export function readVerificationResult(body: unknown): VerificationResult {
  const fields = isPlainObject(body) ? body : {};
  const { success, providerApplicationVersion, buildUrl, testResults, verifiedBy, properties } = fields;
  const errors: FieldErrors = {};
  if (typeof success !== 'boolean') errors.success = ['success is missing. Give true or false.'];
  const problem = nameProblem(providerApplicationVersion, 'providerApplicationVersion');
  if (problem) errors.providerApplicationVersion = [problem];
  if (buildUrl !== undefined && buildUrl !== null && typeof buildUrl !== 'string') errors.buildUrl = ['buildUrl must be a text.'];
  refuseIfAny(errors);
  return {
    success: success as boolean,
    providerVersion: providerApplicationVersion as string,
    buildUrl: (buildUrl as string | null | undefined) ?? undefined,
    report: { testResults, verifiedBy, properties },
  };
}
