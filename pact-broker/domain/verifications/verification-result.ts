import { Fields } from '../fields.ts';

export interface VerificationResult {
  success: boolean;
  providerVersion: string;
  buildUrl: string | undefined;
  /** Kept as it was reported: testResults, verifiedBy, properties. */
  report: Record<string, unknown>;
}

/** Reads a published result. Throws ValidationFailed. */
export function readVerificationResult(body: unknown): VerificationResult {
  const fields = new Fields(body);
  const success = fields.flag('success');
  const providerVersion = fields.name('providerApplicationVersion');
  const buildUrl = fields.optionalText('buildUrl') ?? undefined;
  fields.done();
  const [testResults, verifiedBy, properties] = ['testResults', 'verifiedBy', 'properties'].map((field) => fields.value(field));
  return { success, providerVersion, buildUrl, report: { testResults, verifiedBy, properties } };
}
