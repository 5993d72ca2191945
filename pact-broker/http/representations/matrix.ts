import { reasonOf } from '../../domain/matrix/explain.ts';
import type { MatrixRow } from '../../domain/matrix/matrix-row.ts';
import { encodeMetadata } from '../../domain/pacts/selection-metadata.ts';
import { verificationNumber } from '../../domain/verifications/verification-number.ts';
import type { MatrixAnswer } from '../../services/matrix/answer-matrix.ts';
import type { VersionDetail } from '../../storage/version-details.ts';
import type { Urls } from '../urls.ts';
import { wireTime } from './time.ts';

export function representMatrix({ deployable, counts, ignored, notices, rows, details }: MatrixAnswer, urls: Urls) {
  const versions = new Versions(details, urls);
  return {
    summary: { deployable, reason: reasonOf(notices), ...counts, ...(ignored === undefined ? {} : { ignored }) },
    notices,
    matrix: rows.map((row) => representRow(row, versions, urls)),
  };
}

function representRow(row: MatrixRow, versions: Versions, urls: Urls) {
  const { consumer, provider, consumer_version: number } = row;
  return {
    consumer: {
      name: consumer,
      version: versions.represent(consumer, number, row.consumer_version_id),
      _links: { self: { href: urls.pacticipant(consumer) } },
    },
    provider: {
      name: provider,
      // The protocol names a provider version only with its result; which one is awaited stands in the notices.
      version:
        row.verification_id === null
          ? null
          : versions.represent(provider, row.provider_version as string, row.provider_version_id as number),
      _links: { self: { href: urls.pacticipant(provider) } },
    },
    pact: { createdAt: wireTime(row.published_at), _links: { self: { href: urls.pact(consumer, number, provider) } } },
    verificationResult: row.verification_id === null ? null : representResult(row, row.verification_id, urls),
    ...(row.ignored ? { ignored: true } : {}),
  };
}

function representResult(row: MatrixRow, id: number, urls: Urls) {
  const { consumer, provider, sha } = row;
  const metadata = encodeMetadata({ consumerVersions: [row.consumer_version] });
  const href = `${urls.pactVersionWithMetadata(consumer, provider, sha, metadata)}/verification-results/${verificationNumber(id)}`;
  return { success: row.success === 1, verifiedAt: wireTime(row.verified_at as string), _links: { self: { href } } };
}

/** A version stands in many rows and is represented once. */
class Versions {
  readonly #details = new Map<number, VersionDetail[]>();
  readonly #represented = new Map<number, object>();
  readonly #urls: Urls;

  constructor(details: VersionDetail[], urls: Urls) {
    this.#urls = urls;
    for (const detail of details) {
      const known = this.#details.get(detail.version_id);
      if (known) known.push(detail);
      else this.#details.set(detail.version_id, [detail]);
    }
  }

  represent(pacticipant: string, number: string, id: number): object {
    const known = this.#represented.get(id);
    if (known) return known;
    const details = this.#details.get(id) ?? [];
    const represented = representVersion(pacticipant, number, details, this.#urls);
    this.#represented.set(id, represented);
    return represented;
  }
}

function representVersion(pacticipant: string, number: string, details: VersionDetail[], urls: Urls) {
  const of = (kind: VersionDetail['kind']) => details.filter((detail) => detail.kind === kind);
  const branches = of('branch').map(({ name, latest }) => ({
    name,
    latest: latest === 1,
    _links: { self: { title: 'Branch version', name, href: urls.branchVersion(pacticipant, name, number) } },
  }));
  return {
    number,
    ...(branches[0] ? { branch: branches[0].name } : {}),
    branches,
    branchVersions: branches,
    environments: of('environment').map((detail) => representEnvironmentOf(detail, urls)),
    _links: { self: { href: urls.version(pacticipant, number) } },
    tags: of('tag').map(({ name, latest }) => ({
      name,
      latest: latest === 1,
      _links: { self: { href: urls.tag(pacticipant, number, name) } },
    })),
  };
}

function representEnvironmentOf({ uuid, name, display_name, production, created_at }: VersionDetail, urls: Urls) {
  return {
    uuid,
    name,
    displayName: display_name ?? titled(name),
    production: production === 1,
    createdAt: wireTime(created_at as string),
    _links: { self: { title: 'Environment', name, href: urls.environment(uuid as string) } },
  };
}

/** What an environment without a display name is called: "production" → "Production". */
const titled = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
