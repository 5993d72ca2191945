import { Type } from 'typebox';
import { links, self, Time } from './hal.ts';
import { Name, OptionalText } from './names.ts';

const SelectorText = (description: string, example: string) =>
  Type.Optional(Type.String({ minLength: 1, description, examples: [example] }));
const Flag = (description: string) => Type.Optional(Type.Boolean({ description }));

const Selector = Type.Object(
  {
    mainBranch: Flag('The head of the main branch of each consumer'),
    matchingBranch: Flag('The head of the branch that is named as providerVersionBranch'),
    branch: SelectorText('The head of this branch', 'feat/x'),
    fallbackBranch: SelectorText('Where the branch does not exist', 'main'),
    tag: SelectorText('All versions with this tag; with latest, the newest', 'prod'),
    fallbackTag: SelectorText('Where there is no version with the tag', 'main'),
    latest: Flag('The newest version: of all, or of those with the tag'),
    deployed: Flag('What is deployed now'),
    released: Flag('What is released and supported now'),
    deployedOrReleased: Flag('Both'),
    environment: SelectorText('Only in this environment', 'production'),
    consumer: SelectorText('Only of this consumer', 'Order Web'),
  },
  {
    $id: 'ConsumerVersionSelector',
    description: 'Which consumer versions’ pacts are wanted. Each selector is of one kind.',
    examples: [{ mainBranch: true }],
  },
);

export const VerificationRequest = Type.Object(
  {
    consumerVersionSelectors: Type.Optional(
      Type.Union([Type.Array(Selector), Type.Null()], { description: 'Without any: the newest pact of each consumer' }),
    ),
    providerVersionBranch: Type.Optional(
      Type.Union([Name('The branch of the provider version that will verify', ['main']), Type.Literal(''), Type.Null()], {
        description: 'The branch of the provider version that will verify; an empty one is none',
      }),
    ),
    providerVersionTags: Type.Optional(Type.Union([Type.Array(Name('A tag', ['main'])), Type.Null()])),
    includeWipPactsSince: OptionalText('New heads published since this day or time come along as work in progress', ['2026-01-31']),
    includePendingStatus: Type.Optional(
      Type.Unknown({ description: 'Where it is false, no selected pact is pending: every failure is to fail the build' }),
    ),
  },
  {
    $id: 'VerificationRequest',
    examples: [
      {
        consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
        providerVersionBranch: 'main',
        includePendingStatus: true,
        includeWipPactsSince: '2026-01-31',
      },
    ],
  },
);

const VerificationNotice = Type.Object(
  {
    when: Type.String({
      description: 'When to print it',
      examples: ['before_verification', 'after_verification:success_true_published_true'],
    }),
    text: Type.String(),
  },
  { $id: 'VerificationNotice' },
);

export const PactsForVerification = Type.Object(
  {
    _embedded: Type.Object({
      pacts: Type.Array(
        Type.Object({
          shortDescription: Type.String({ description: 'Why it is to be verified, in a few words' }),
          verificationProperties: Type.Object({
            pending: Type.Boolean({ description: 'A failure must not fail the build' }),
            wip: Type.Optional(Type.Boolean({ description: 'Work in progress: nobody selected it' })),
            notices: Type.Array(VerificationNotice),
          }),
          _links: self,
        }),
      ),
    }),
    _links: self,
  },
  { $id: 'PactsForVerification' },
);

export const VerificationBody = Type.Object(
  {
    success: Type.Boolean(),
    providerApplicationVersion: Name('The provider version that verified', ['2.0.0']),
    buildUrl: OptionalText('Where it was verified'),
    testResults: Type.Optional(Type.Unknown({ description: 'What the verifier found, kept as it is' })),
    verifiedBy: Type.Optional(Type.Unknown({ description: 'Which verifier, kept as it is' })),
    properties: Type.Optional(Type.Unknown({ description: 'Whatever else, kept as it is' })),
  },
  {
    $id: 'VerificationBody',
    examples: [
      {
        success: true,
        providerApplicationVersion: '2.0.0',
        buildUrl: 'https://ci.example.org/7',
        verifiedBy: { implementation: 'Pact-Rust', version: '1.3.2' },
      },
    ],
  },
);

export const VerificationResult = Type.Object(
  {
    providerName: Type.String(),
    providerApplicationVersion: Type.String(),
    success: Type.Boolean(),
    verificationDate: Time('When it was published'),
    buildUrl: Type.Optional(Type.String()),
    testResults: Type.Optional(Type.Unknown()),
    interactionsWithoutResult: Type.Optional(
      Type.Array(Type.String(), { description: 'Interactions of the pact, by their descriptions, of which the verifier told no result' }),
    ),
    verifiedBy: Type.Unknown(),
    properties: Type.Optional(Type.Unknown()),
    _links: links(['self', 'pb:pact-version', 'pb:triggered-webhooks']),
  },
  { $id: 'VerificationResult', description: 'What one provider version made of one content of a pact' },
);

export const VerificationResults = Type.Object(
  {
    success: Type.Boolean({ description: 'Whether every pact of the version has a result, and each is successful' }),
    providerSummary: Type.Object({
      successful: Type.Array(Type.String()),
      failed: Type.Array(Type.String()),
      unknown: Type.Array(Type.String()),
    }),
    _embedded: Type.Object({ verificationResults: Type.Array(VerificationResult) }),
    _links: self,
  },
  { $id: 'VerificationResults' },
);
