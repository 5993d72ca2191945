import { reasonOf } from '../../domain/matrix/explain.ts';
import type { MatrixRow } from '../../domain/matrix/matrix-row.ts';
import { encodeMetadata } from '../../domain/pacts/selection-metadata.ts';
import { verificationNumber } from '../../domain/verifications/verification-number.ts';
import type { MatrixAnswer } from '../../services/matrix/answer-matrix.ts';
import type { Urls } from '../urls.ts';
import { MatrixSides, self } from './matrix-sides.ts';
import { wireTime } from './time.ts';

/** The answer of the matrix and the gate, as JSON text. */
export function representMatrix({ deployable, counts, ignored, notices, rows, details }: MatrixAnswer, urls: Urls): string {
  const sides = new MatrixSides(details, urls);
  const summary = { deployable, reason: reasonOf(notices), ...counts, ...(ignored === undefined ? {} : { ignored }) };
  let rowTexts = '';
  // Joined, each row would be copied on its own before the whole is.
  for (const row of rows) rowTexts += `${rowTexts === '' ? '' : ','}${representRow(row, sides, urls)}`;
  return `{"summary":${JSON.stringify(summary)},"notices":${JSON.stringify(notices)},"matrix":[${rowTexts}]}`;
}

function representRow(row: MatrixRow, sides: MatrixSides, urls: Urls): string {
  const { consumer, provider, consumer_version: number, verification_id } = row;
  const consumerSide = sides.withVersion(consumer, number, row.consumer_version_id);
  // The protocol names a provider version only with its result; which one is awaited stands in the notices.
  const providerSide =
    verification_id === null
      ? sides.withoutVersion(provider)
      : sides.withVersion(provider, row.provider_version as string, row.provider_version_id as number);
  const pact = `{"createdAt":"${wireTime(row.published_at)}","_links":${self(urls.pact(consumer, number, provider))}}`;
  const result = verification_id === null ? 'null' : representResult(row, verification_id, urls);
  const ignored = row.ignored ? ',"ignored":true' : '';
  return `{"consumer":${consumerSide},"provider":${providerSide},"pact":${pact},"verificationResult":${result}${ignored}}`;
}

function representResult(row: MatrixRow, id: number, urls: Urls): string {
  const { consumer, provider, sha } = row;
  const metadata = encodeMetadata({ consumerVersions: [row.consumer_version] });
  const href = `${urls.pactVersionWithMetadata(consumer, provider, sha, metadata)}/verification-results/${verificationNumber(id)}`;
  return `{"success":${row.success === 1},"verifiedAt":"${wireTime(row.verified_at as string)}","_links":${self(href)}}`;
}
