import { NotFound } from '../../domain/errors.ts';
import { readTestResults } from '../../domain/verifications/test-results.ts';
import { untestedInteractions } from '../../domain/verifications/untested-interactions.ts';
import type { VerificationResult } from '../../domain/verifications/verification-result.ts';
import { recordBranchSuccesses } from '../../storage/branches.ts';
import type { Db } from '../../storage/database.ts';
import { findPactByContent } from '../../storage/pact-lookups.ts';
import { contentText } from '../../storage/pacts.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { insertVerification, type VerificationDocument } from '../../storage/verifications.ts';
import { lockVersion } from '../../storage/versions.ts';
import type { ReachedTenant } from '../tenant.ts';
import { raiseVerificationEvents } from '../webhooks/raise-events.ts';
import { verifiedVersions } from './verified-versions.ts';

export interface ResultToPublish {
  consumer: string;
  provider: string;
  sha: string;
  /** Numbers of the consumer versions that the pact was selected for. */
  consumerVersions: string[];
  /** Whether it was handed out as work in progress. */
  wip: boolean;
  result: VerificationResult;
}

/** Keeps what a provider version made of a pact content, and creates that version if need be. Throws NotFound. */
export async function publishVerification(
  tenant: ReachedTenant,
  { consumer, provider, sha, consumerVersions, wip, result }: ResultToPublish,
): Promise<VerificationDocument> {
  const { document, triggered } = await inTransaction(tenant.db, async (trx) => {
    const { pact, untested } = await findVerified(trx, { consumer, provider, sha }, result);
    if (!pact) throw new NotFound(`pact between ${consumer} and ${provider} with the content ${sha}`);
    const now = tenant.now();
    const { version } = await lockVersion(trx, { pacticipantId: pact.provider_id, number: result.providerVersion, now });
    const verification = {
      pact_version_id: pact.pact_version_id,
      consumer_id: pact.consumer_id,
      provider_id: pact.provider_id,
      provider_version_id: version.id,
      success: result.success ? (1 as const) : (0 as const),
      wip: wip ? (1 as const) : (0 as const),
      untested: untested.length,
      build_url: result.buildUrl ?? null,
      created_at: now,
    };
    const report = { report: result.report, consumerVersions, untested };
    const id = await insertVerification(trx, verification, report);
    if (result.success) await recordBranchSuccesses(trx, { providerVersionId: version.id, pactVersionId: pact.pact_version_id });
    const subject = {
      consumer: { id: pact.consumer_id, name: consumer },
      provider: { id: pact.provider_id, name: provider },
      pactVersionId: pact.pact_version_id,
      sha,
      buildUrl: verification.build_url,
      verification: { id, success: verification.success, provider_version_id: version.id, provider_version: version.number },
    };
    const triggered = await raiseVerificationEvents(trx, tenant, subject, () => verifiedVersions(trx, pact, consumerVersions));
    const names = { consumer, provider, sha, provider_version: version.number, consumer_version: pact.consumer_version };
    return { document: { ...verification, ...report, ...names, id }, triggered };
  });
  if (triggered.length > 0) tenant.webhooks.bell.ring();
  return document;
}

/** The pact, and the interactions of it of which a success tells nothing; its content is read only for a success that tells of some. */
async function findVerified(db: Db, content: { consumer: string; provider: string; sha: string }, { success, report }: VerificationResult) {
  const results = success ? readTestResults(report.testResults) : [];
  if (!results.some(({ id }) => id !== undefined)) return { pact: await findPactByContent(db, content), untested: [] };
  const pact = await findPactByContent.withContent(db, content);
  return { pact, untested: pact ? untestedInteractions(JSON.parse(contentText(pact)), results) : [] };
}
