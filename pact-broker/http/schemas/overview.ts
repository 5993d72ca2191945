import { Type } from 'typebox';
import { EnvironmentOfVersion } from './environments.ts';
import { Link, links, orNull, Page, paging, self, Time } from './hal.ts';

export const Index = Type.Object(
  { _links: Type.Record(Type.String(), Type.Union([Link, Type.Array(Link)])) },
  { $id: 'Index', description: 'Where every client begins: a link for each thing that can be done' },
);

export const Heartbeat = Type.Object({ ok: Type.Boolean(), _links: self }, { $id: 'Heartbeat' });

export const Dependencies = Type.Object({ database: Type.Object({ ok: Type.Boolean() }), _links: self }, { $id: 'Dependencies' });

const Named = Type.Object({ name: Type.String() });

export const Integrations = Type.Object(
  {
    page: Type.Optional(Page),
    _embedded: Type.Object({
      integrations: Type.Array(
        Type.Object({
          consumer: Named,
          provider: Named,
          _links: links(['pb:dashboard', 'pb:matrix', 'pb:group', 'pb:delete_integration']),
        }),
      ),
    }),
    _links: links(['self', ...paging, 'curies[]']),
  },
  { $id: 'Integrations' },
);

const version = { number: Type.String(), branch: orNull(Type.String()), headBranchNames: Type.Array(Type.String()) };
const ConsumerVersion = Type.Object({
  ...version,
  environments: Type.Array(EnvironmentOfVersion, { description: 'Where it is deployed or released now' }),
  _links: self,
});
const Tag = Type.Object({ name: Type.String(), latest: Type.Boolean(), _links: self });

const DashboardItem = Type.Object(
  {
    consumer: Type.Object({ name: Type.String(), version: ConsumerVersion, _links: self }),
    provider: Type.Object({ name: Type.String(), version: orNull(Type.Object(version)), _links: self }),
    pact: Type.Object({ createdAt: Time('When it was published'), _links: self }),
    pactTags: Type.Array(Tag),
    latestVerificationResult: orNull(Type.Object({ success: Type.Boolean(), verifiedAt: Time('When it was verified'), _links: self })),
    latestVerificationResultTags: Type.Array(Tag),
    verificationStatus: Type.Enum(['never', 'success', 'failed'], { type: 'string' }),
    webhookStatus: Type.Enum(['none', 'not_run', 'retrying', 'success', 'failure'], { type: 'string', description: 'The worst of them' }),
    latestWebhookExecution: orNull(Type.Object({ triggeredAt: Time('When it was triggered') })),
    _links: links(['pb:webhook-status']),
  },
  { $id: 'DashboardItem' },
);

export const Dashboard = Type.Object(
  { page: Page, items: Type.Array(DashboardItem), _links: links(['self', ...paging, 'curies[]']) },
  { $id: 'Dashboard' },
);

const Count = Type.Object({ count: Type.Integer() });
const countsOf = (...names: string[]) => Type.Object(Object.fromEntries(['count', ...names].map((name) => [name, Type.Integer()])));
const span = { first: orNull(Time('The oldest')), last: orNull(Time('The newest')) };
const Distribution = Type.Object({ distribution: Type.Record(Type.String(), Type.Integer()) });

export const Metrics = Type.Object(
  {
    interactions: Type.Object({
      latestInteractionsCount: Type.Integer(),
      latestMessagesCount: Type.Integer(),
      latestInteractionsAndMessagesCount: Type.Integer(),
    }),
    pacticipants: countsOf('withMainBranchSetCount'),
    integrations: Count,
    pactPublications: Type.Object({ ...Count.properties, ...span }),
    pactVersions: Count,
    pactRevisionsPerConsumerVersion: Distribution,
    verificationResults: Type.Object({ ...countsOf('successCount', 'failureCount', 'distinctCount').properties, ...span }),
    verificationResultsPerPactVersion: Distribution,
    pacticipantVersions: countsOf('withUserCreatedBranchCount', 'withBranchCount', 'withBranchSetCount'),
    webhooks: Count,
    tags: countsOf('distinctCount', 'distinctWithPacticipantCount'),
    triggeredWebhooks: Type.Object({ ...Count.properties, failureCount: Type.Integer({ description: 'Given up, not delivered' }) }),
    webhookExecutions: Count,
    matrix: Type.Object({ count: Type.Literal(-1, { description: 'Not counted' }) }),
    environments: Count,
    deployedVersions: countsOf('userCreatedCount', 'currentlyDeployedCount'),
    releasedVersions: countsOf('currentlySupportedCount'),
  },
  { $id: 'Metrics', description: 'How much there is of everything' },
);
