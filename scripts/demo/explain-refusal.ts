import colour from 'picocolors';
import { get } from './broker-answers.ts';
import { breaking, broken } from './cast.ts';
import { UnexpectedOutcome } from './programs.ts';

interface Refusal {
  notices: { type: string; text: string }[];
  matrix: { consumer: { name: string; version: { number: string } }; verificationResult: { success: boolean } | null }[];
}

/** Why the gate refused, as it says so itself, and who would not be affected. */
export async function explainRefusal(brokerUrl: string, gateSaid: string): Promise<string[]> {
  const query = new URLSearchParams({ pacticipant: breaking.name, version: breaking.version, environment: 'production' });
  const { notices, matrix } = await get<Refusal>(`${brokerUrl}/can-i-deploy?${query}`);
  const { consumer, interaction } = broken;
  const unnamed = [consumer.name, consumer.version, interaction].filter((part) => !gateSaid.includes(part));
  if (unnamed.length > 0) throw new UnexpectedOutcome(`The refusal does not name ${unnamed.join(', ')}`, gateSaid);
  const unaffected = matrix.filter(({ verificationResult }) => verificationResult?.success);
  return [
    ...notices.map(({ type, text }) => (type === 'info' ? colour.dim(`  ${text}`) : text)),
    ...unaffected.map(({ consumer: { name, version } }) => `${colour.green('✓')} ${name} ${version.number} is not affected`),
  ];
}
