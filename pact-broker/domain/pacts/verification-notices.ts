import { type PactToVerify, shortDescription } from './selected-pact.ts';

export interface VerificationNotice {
  /** When the verifier prints it. */
  when: string;
  text: string;
}

export interface NoticeContext {
  provider: string;
  pending: boolean;
  wip: boolean;
  /** Whether the verifier asked what is pending: if not, nothing is said of it. */
  asksForPending: boolean;
  /** For whom pending was worked out, such as "branch main". Undefined where the verifier did not say. */
  verifiedBy: string | undefined;
  pactUrl: string;
}

/** What the verifier prints around one pact: why it was chosen, and what its result will mean. */
export function verificationNotices(pact: PactToVerify, context: NoticeContext): VerificationNotice[] {
  const isTold = context.asksForPending || context.wip;
  const before = [chosen(pact, context), ...(isTold ? [meaning(context)] : [])].map((text) => ({ when: 'before_verification', text }));
  return isTold && context.pending ? [...before, ...afterPending(context)] : before;
}

function chosen(pact: PactToVerify, { provider, pactUrl }: NoticeContext): string {
  const versions = [...new Set(pact.reasons.map(({ consumerVersion }) => consumerVersion))].join(', ');
  return `The pact at ${pactUrl} is verified, because it is the pact of ${pact.consumer} (${versions}) with ${provider}: ${shortDescription(pact)}.`;
}

function meaning({ provider, pending, wip, verifiedBy }: NoticeContext): string {
  const whom = verifiedBy ? `${provider} (${verifiedBy})` : provider;
  if (wip) return `It is work in progress: new, and not yet verified by ${whom}. A failure will not fail this build.`;
  if (pending) return `It is pending: ${whom} has not verified this content with success yet. A failure will not fail this build.`;
  return `It is not pending: ${whom} has verified this content with success before, or another branch had before that one began. A failure will fail this build.`;
}

function afterPending({ provider, wip, verifiedBy }: NoticeContext): VerificationNotice[] {
  const whom = verifiedBy ? `${provider} (${verifiedBy})` : provider;
  const after = (success: boolean, published: boolean, text: string) => ({
    when: `after_verification:success_${success}_published_${published}`,
    text,
  });
  if (wip) {
    const until = 'It stays work in progress until it is selected explicitly, as when its consumer has merged it';
    return [true, false].flatMap((published) => [
      after(true, published, `Verified. ${until}; from then on ${whom} must keep it.`),
      after(false, published, `Failed, which does not fail the build. ${until}; from then on a failure counts unless it is pending.`),
    ]);
  }
  return [
    after(true, false, `Verified. Publish this result, and the pact is no longer pending for ${whom}.`),
    after(false, false, 'Failed. The pact stays pending, so this does not fail the build.'),
    after(true, true, `Verified. The pact is no longer pending for ${whom}: from now on a failure fails the build.`),
    after(false, true, `Failed. The pact stays pending until ${whom} verifies it with success, so this does not fail the build.`),
  ];
}
