import type { MatrixRow } from './matrix-row.ts';

/** The pact of Web 1 with API, verified by API 5 unless `more` says otherwise. */
export function matrixRow(more: Partial<MatrixRow> = {}): MatrixRow {
  const row: MatrixRow = {
    consumer_id: 1,
    consumer: 'Web',
    consumer_version_id: 10,
    consumer_version: '1',
    provider_id: 2,
    provider: 'API',
    provider_version_id: 20,
    provider_version: '5',
    publication_id: 1,
    sha: 'abc',
    published_at: '2026-01-01T00:00:00.000Z',
    revision: 1,
    verification_id: 1,
    success: 1,
    untested: 0,
    verified_at: '2026-01-02T00:00:00.000Z',
    ...more,
  };
  return row.success === null ? { ...row, verification_id: null, verified_at: null } : row;
}
