import { Type } from 'typebox';
import { Link, links, Page, paging, self, Time } from './hal.ts';
import { Name, OptionalName, OptionalText } from './names.ts';
import { Notice } from './notices.ts';

const TagName = Name('A tag', ['dev']);

export const VersionBody = Type.Object(
  {
    buildUrl: OptionalText('Where it was built', ['https://ci.example.org/5']),
    branch: OptionalName('A branch that it is on; others that it is on stay', ['main']),
    tags: Type.Optional(
      Type.Union([Type.Array(Type.Union([TagName, Type.Object({ name: TagName })])), Type.Null()], {
        description: 'Tags to put on it, as names or as objects with a name; others that it has stay',
      }),
    ),
  },
  { $id: 'VersionBody', examples: [{ buildUrl: 'https://ci.example.org/5', branch: 'main', tags: ['dev'] }] },
);

const BranchOfVersion = Type.Object({
  name: Type.String(),
  latest: Type.Boolean({ description: 'Whether it is the newest version there' }),
  _links: self,
});

const DeployedEnvironment = Type.Object({
  ...Link.properties,
  currently_deployed: Type.Boolean(),
  application_instance: Type.Optional(Type.String()),
});
const ReleasedEnvironment = Type.Object({ ...Link.properties, currently_supported: Type.Boolean() });

export const Version = Type.Object(
  {
    number: Type.String(),
    buildUrl: Type.Optional(Type.String()),
    updatedAt: Time('When it was changed last'),
    createdAt: Time('When it was created'),
    _embedded: Type.Object({
      branchVersions: Type.Array(BranchOfVersion),
      tags: Type.Array(Type.Object({ name: Type.String(), _links: self })),
    }),
    _links: links(
      [
        'self',
        'pb:pacticipant',
        'pb:tag',
        'pb:latest-verification-results-where-pacticipant-is-consumer',
        'pb:pact-versions[]',
        'pb:record-deployment[]?',
        'pb:record-release[]?',
        'curies[]',
      ],
      { 'pb:deployed-environments': Type.Array(DeployedEnvironment), 'pb:released-environments': Type.Array(ReleasedEnvironment) },
    ),
  },
  { $id: 'Version', description: 'One build of a pacticipant. Versions are ordered by their creation.' },
);

export const Versions = Type.Object(
  {
    page: Type.Optional(Page),
    _embedded: Type.Object({ versions: Type.Array(Version) }),
    _links: links(['self', ...paging, 'pb:pacticipant', 'pb:versions[]', 'pacticipant', 'versions[]']),
  },
  { $id: 'Versions' },
);

export const Tag = Type.Object(
  { name: Type.String(), createdAt: Time('When it was put there'), _links: links(['self', 'version', 'pacticipant']) },
  { $id: 'Tag' },
);

export const Branch = Type.Object(
  {
    name: Type.String(),
    createdAt: Time('When it began'),
    updatedAt: Time('When a version was put on it last'),
    _links: links(['self', 'pb:latest-version']),
  },
  { $id: 'Branch' },
);

export const Branches = Type.Object(
  { page: Page, _embedded: Type.Object({ branches: Type.Array(Branch) }), _links: links(['self', ...paging, 'pb:branches[]']) },
  { $id: 'Branches' },
);

export const BranchVersion = Type.Object(
  { createdAt: Time('Since when the version is on the branch'), _links: links(['self', 'pb:branch', 'pb:version']) },
  { $id: 'BranchVersion' },
);

export const Deleted = Type.Object({ notices: Type.Array(Notice) }, { $id: 'Deleted', description: 'How much was deleted' });
