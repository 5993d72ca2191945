import { failed, type InteractionResult, linesOf, type Verification } from './results.ts';

/** Consumer by consumer, what passed, what failed and how. */
export function report(provider: string, { success, interactionResults, errors, complaints }: Verification): string {
  const consumers = [...new Set(interactionResults.map(({ consumer }) => consumer))];
  const failures = interactionResults.filter(failed).length;
  return [
    ...consumers.flatMap((consumer) => [
      `${consumer} → ${provider}`,
      ...interactionResults.filter((each) => each.consumer === consumer).flatMap(interactionLines),
    ]),
    // Failures that belong to no interaction: a broker that does not answer, a pact that is none.
    ...(failures === 0 ? errors.flatMap(({ interaction, mismatch }) => [interaction, ...linesOf(mismatch)]) : []),
    ...complaints,
    `${success ? 'Verified' : 'FAILED'}: ${interactionResults.length - failures} of ${interactionResults.length} interactions passed.`,
  ].join('\n');
}

function interactionLines(interaction: InteractionResult): string[] {
  const { description, providerStates, pending, mismatch } = interaction;
  const given = providerStates.length > 0 ? ` (given ${providerStates.join(' and ')})` : '';
  const mark = failed(interaction) ? (pending ? '○ pending:' : '✗') : '✓';
  return [`  ${mark} ${description}${given}`, ...(mismatch ? linesOf(mismatch).map((line) => `      ${line}`) : [])];
}
