import { reasonOf } from '../../domain/matrix/explain.ts';
import { verificationNumber } from '../../domain/verifications/verification-number.ts';
import type { MatrixAnswer } from '../../services/matrix/answer-matrix.ts';

const HEADER = ['CONSUMER', 'C_VERSION', 'REVISION', 'PROVIDER', 'P_VERSION', 'NUMBER', 'SUCCESS'];

/** The matrix as a table for a terminal. */
export function matrixAsText({ rows, deployable, notices }: MatrixAnswer): string {
  const cells = rows.map((row) => [
    row.consumer,
    row.consumer_version,
    String(row.revision),
    row.provider,
    row.provider_version ?? '',
    row.verification_id === null ? '' : String(verificationNumber(row.verification_id)),
    row.success === null ? '' : String(row.success === 1),
  ]);
  const widths = HEADER.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] as number)).join(' | ');
  const rule = widths.map((width, column) => '-'.repeat(width + (column === 0 || column === widths.length - 1 ? 1 : 2))).join('|');
  return `${[line(HEADER), rule, ...cells.map(line)].join('\n')}\n\nDeployable: ${deployable ?? 'unknown'}\nReason: ${reasonOf(notices)}\n`;
}
