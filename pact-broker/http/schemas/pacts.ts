import { Type } from 'typebox';
import { links, Page, paging, self, Time } from './hal.ts';
import { Name, OptionalName, OptionalText } from './names.ts';
import { Notice } from './notices.ts';

const example = {
  consumer: { name: 'Order Web' },
  provider: { name: 'Order API' },
  interactions: [
    {
      description: 'a request for an order',
      providerState: 'order 1 exists',
      request: { method: 'GET', path: '/orders/1' },
      response: { status: 200, body: { id: 1 } },
    },
  ],
  metadata: { pactSpecification: { version: '2.0.0' } },
};

const content = {
  consumer: Type.Optional(Type.Unknown({ description: 'With a name, which is that of the address' })),
  provider: Type.Optional(Type.Unknown({ description: 'With a name, which is that of the address' })),
  interactions: Type.Optional(Type.Unknown({ description: 'A list: requests and their answers' })),
  messages: Type.Optional(Type.Unknown({ description: 'A list: messages' })),
  metadata: Type.Optional(Type.Unknown({ description: 'Among others the version of the Pact specification' })),
};

export const PactBody = Type.Object(content, {
  $id: 'PactBody',
  additionalProperties: true,
  description: 'A pact as a consumer test wrote it, of any version of the Pact specification. Nothing of it is lost.',
  examples: [example],
});

/** The header that every answer with a pact has. */
export const CONSUMER_VERSION = { 'x-pact-consumer-version': 'The number of the consumer version, percent-encoded' };

export const PublishedPact = Type.Object(
  {
    ...content,
    createdAt: Time('When it was published'),
    _links: links([
      'self',
      'pb:consumer',
      'pb:consumer-version',
      'pb:consumer-versions[]?',
      'pb:provider',
      'pb:pact-version',
      'pb:latest-pact-version',
      'pb:all-pact-versions',
      'pb:latest-untagged-pact-version',
      'pb:latest-tagged-pact-version',
      'pb:previous-distinct',
      'pb:diff-previous-distinct',
      'pb:diff',
      'pb:pact-webhooks',
      'pb:consumer-webhooks',
      'pb:tag-prod-version',
      'pb:tag-version',
      'pb:publish-verification-results',
      'pb:latest-verification-results',
      'pb:triggered-webhooks',
      'pb:matrix-for-consumer-version',
      'curies[]',
    ]),
  },
  { $id: 'Pact', additionalProperties: true, description: 'A pact as it was published, with the time and the links of its publication' },
);

const Contract = Type.Object(
  {
    consumerName: Name('As pacticipantName', ['Order Web']),
    providerName: Name('The provider; only one contract with each', ['Order API']),
    specification: Type.Literal('pact'),
    contentType: Type.Literal('application/json'),
    content: Type.String({ minLength: 1, contentEncoding: 'base64', description: 'The pact as JSON, in base64' }),
    onConflict: Type.Optional(
      Type.Union([Type.Literal('overwrite'), Type.Literal('merge'), Type.Null()], {
        description: 'Whether interactions are added to what is there already under this version, or have to be the same',
      }),
    ),
  },
  { $id: 'Contract' },
);

export const Publication = Type.Object(
  {
    pacticipantName: Name('The consumer', ['Order Web']),
    pacticipantVersionNumber: Name('Its version: usually the commit', ['1.0.0']),
    branch: OptionalName('Its branch', ['main']),
    tags: Type.Optional(Type.Union([Type.Array(Name('A tag')), Type.Null()])),
    buildUrl: OptionalText('Where it was built'),
    contracts: Type.Array(Contract, { minItems: 1 }),
  },
  {
    $id: 'Publication',
    examples: [
      {
        pacticipantName: 'Order Web',
        pacticipantVersionNumber: '1.0.0',
        branch: 'main',
        tags: ['dev'],
        buildUrl: 'https://ci.example.org/5',
        contracts: [
          {
            consumerName: 'Order Web',
            providerName: 'Order API',
            specification: 'pact',
            contentType: 'application/json',
            content: Buffer.from(JSON.stringify(example)).toString('base64'),
          },
        ],
      },
    ],
  },
);

export const Published = Type.Object(
  {
    notices: Type.Array(Notice),
    logs: Type.Array(Type.Object({ level: Type.String(), message: Type.String(), deprecationWarning: Type.String() }), {
      deprecated: true,
      description: 'The notices for clients from before there were notices',
    }),
    _embedded: Type.Object({
      pacticipant: Type.Object({ name: Type.String(), _links: self }),
      version: Type.Object({ number: Type.String(), _links: self }),
    }),
    _links: links(['pb:pacticipant', 'pb:pacticipant-version', 'pb:pacticipant-version-tags[]', 'pb:contracts[]']),
  },
  { $id: 'Published' },
);

export const PactsDeleted = Type.Object({ _links: links(['index', 'pb:latest-pact-version']) }, { $id: 'PactsDeleted' });

export const PactsOfProvider = Type.Object(
  {
    page: Type.Optional(Page),
    _links: links(['self', ...paging, 'pb:provider', 'pb:pacts[]', 'provider', 'pacts[]', 'curies[]']),
  },
  { $id: 'PactsOfProvider' },
);

const VersionInPact = Type.Object({ number: Type.String(), _links: self });

export const PactVersions = Type.Object(
  {
    page: Type.Optional(Page),
    _embedded: Type.Object({
      pacts: Type.Array(
        Type.Object({
          createdAt: Time('When it was published'),
          _embedded: Type.Object({ consumerVersion: VersionInPact }),
          _links: self,
        }),
      ),
    }),
    _links: links([
      'self',
      ...paging,
      'pb:consumer',
      'pb:provider',
      'pb:pact-versions[]',
      'pb:pacts[]',
      'consumer',
      'provider',
      'pact-versions[]',
      'curies[]',
    ]),
  },
  { $id: 'PactVersions' },
);

const LatestPact = Type.Object({
  createdAt: Time('When it was published'),
  _embedded: Type.Object({
    consumer: Type.Object({ name: Type.String(), _embedded: Type.Object({ version: VersionInPact }), _links: self }),
    provider: Type.Object({ name: Type.String(), _links: self }),
  }),
  _links: links(['self[]']),
});

export const LatestPacts = Type.Object(
  { page: Type.Optional(Page), pacts: Type.Array(LatestPact), _links: links(['self', ...paging, 'pb:pacts[]', 'pacts[]', 'curies[]']) },
  { $id: 'LatestPacts' },
);

export const ProviderStates = Type.Object(
  {
    providerStates: Type.Array(Type.Object({ name: Type.String(), consumers: Type.Array(Type.String(), { description: 'Who needs it' }) })),
  },
  { $id: 'ProviderStates' },
);

export const PactDiff = Type.Object(
  {
    differenceCount: Type.Integer(),
    differences: Type.Array(
      Type.Object({
        type: Type.Enum(['added', 'removed', 'changed'], { type: 'string' }),
        path: Type.String({ description: 'A JSON pointer; into the older pact for what was removed, else into the newer' }),
        before: Type.Optional(Type.Unknown()),
        after: Type.Optional(Type.Unknown()),
        truncated: Type.Optional(Type.Literal(true, { description: 'A value was too long, and is left out' })),
      }),
    ),
    _links: links(['self', 'pact-version', 'comparison-pact-version']),
  },
  { $id: 'PactDiff' },
);
