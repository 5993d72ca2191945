import type { VersionSelector } from './matrix-query.ts';
import type { MatrixRow } from './matrix-row.ts';

export interface MatrixEvidence {
  /** What was asked about and does not exist. */
  missing: { selector: VersionSelector }[];
  /** Without those that are ignored. Every pact that must be verified has a row, if need be one without a result. */
  rows: MatrixRow[];
  /** Integrations that must be verified, and of which no pact was found. */
  unanswered: unknown[];
}

/** `null` means "not known yet"; the wire keeps it apart from `false`. The order of the questions is protocol. */
export function deployable({ missing, rows, unanswered }: MatrixEvidence): boolean | null {
  if (missing.length > 0) return false;
  if (rows.some(({ success }) => success === null) || unanswered.length > 0) return null;
  return rows.every(({ success }) => success === 1);
}

export function countResults({ rows, unanswered }: Pick<MatrixEvidence, 'rows' | 'unanswered'>): {
  success: number;
  failed: number;
  unknown: number;
} {
  const count = (success: MatrixRow['success']) => rows.filter((row) => row.success === success).length;
  return { success: count(1), failed: count(0), unknown: count(null) + unanswered.length };
}
