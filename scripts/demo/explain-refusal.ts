import colour from 'picocolors';
import { get } from './broker-answers.ts';
import { breaking, broken } from './cast.ts';
import { UnexpectedOutcome } from './programs.ts';

interface Row {
  consumer: { name: string; version: { number: string } };
  verificationResult: { success: boolean; _links: { self: { href: string } } } | null;
}

interface VerificationResult {
  testResults?: { interactionDescription: string; success: boolean; mismatches?: { identifier?: string; description: string }[] }[];
}

/** Why the gate refused: its reason, then consumer by consumer the interactions that failed, from the published result. */
export async function explainRefusal(brokerUrl: string, gateSaid: string): Promise<string[]> {
  const query = new URLSearchParams({ pacticipant: breaking.name, version: breaking.version, environment: 'production' });
  const { matrix, summary } = await get<{ matrix: Row[]; summary: { reason: string } }>(`${brokerUrl}/can-i-deploy?${query}`);
  const lines = [summary.reason, ...(await Promise.all(matrix.map(explainRow))).flat()];
  const { consumer, interaction } = broken;
  const named =
    [consumer.name, consumer.version].every((part) => gateSaid.includes(part)) && lines.some((line) => line.includes(interaction));
  if (!named) throw new UnexpectedOutcome('The refusal does not name consumer, version and interaction', [gateSaid, ...lines].join('\n'));
  return lines;
}

async function explainRow({ consumer, verificationResult }: Row): Promise<string[]> {
  const name = `${consumer.name} ${consumer.version.number}`;
  if (verificationResult?.success) return [`${colour.green('✓')} ${name} is not affected`];
  if (!verificationResult) return [`${colour.yellow('?')} ${name}: not verified`];
  const { testResults = [] } = await get<VerificationResult>(verificationResult._links.self.href);
  const failed = testResults.filter(({ success }) => !success);
  return [`${colour.red('✗')} ${name} would break:`, ...failed.flatMap(describe)];
}

function describe({ interactionDescription, mismatches = [] }: NonNullable<VerificationResult['testResults']>[number]): string[] {
  const details = mismatches.map(({ identifier, description }) => `      ${colour.dim(`${identifier ?? ''}: ${description}`)}`).sort();
  return [`    ${interactionDescription}`, ...details];
}
