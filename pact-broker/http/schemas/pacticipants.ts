import { Type } from 'typebox';
import { Link, links, Page, paging, self, Time } from './hal.ts';
import { Name, OptionalName, OptionalText } from './names.ts';

const example = { name: 'Order Web', displayName: 'Orders', mainBranch: 'main', repositoryUrl: 'https://example.org/order-web' };
const changes = {
  displayName: OptionalText('What people call it; made from the name where it is not set'),
  mainBranch: OptionalName('Its main branch', ['main']),
  repositoryUrl: OptionalText('Where its source is'),
  repositoryName: OptionalText('The name of its repository'),
  repositoryNamespace: OptionalText('The namespace or organisation of its repository'),
};

export const NewPacticipant = Type.Object(
  { name: Name('Its name, which never changes', ['Order Web']), ...changes },
  { $id: 'NewPacticipant', examples: [example] },
);

export const PacticipantChanges = Type.Object(
  { name: Type.Optional(Type.String({ description: 'As in the address' })), ...changes },
  { $id: 'PacticipantChanges', description: 'null takes a member away', examples: [example] },
);

const LabelInPacticipant = Type.Object({ name: Type.String(), _links: self });
const VersionInPacticipant = { number: Type.String(), _links: self };

/** A link to what is deployed, with the application instance where it has a name. */
const DeployedEnvironment = Type.Object({ ...Link.properties, application_instance: Type.Optional(Type.String()) });

export const Pacticipant = Type.Object(
  {
    name: Type.String(),
    displayName: Type.String(),
    repositoryUrl: Type.Optional(Type.String()),
    repositoryName: Type.Optional(Type.String()),
    repositoryNamespace: Type.Optional(Type.String()),
    mainBranch: Type.Optional(Type.String()),
    updatedAt: Time('When it was changed last'),
    createdAt: Time('When it was created'),
    _embedded: Type.Object({
      latestVersion: Type.Optional(Type.Object(VersionInPacticipant)),
      labels: Type.Array(LabelInPacticipant),
      'latest-version': Type.Optional(
        Type.Object(
          { ...VersionInPacticipant, title: Type.String(), name: Type.String() },
          { deprecated: true, description: 'The older name of latestVersion' },
        ),
      ),
    }),
    _links: links(
      [
        'self',
        'pb:versions',
        'pb:branches',
        'pb:version',
        'pb:version-tag',
        'pb:branch-version',
        'pb:label',
        'versions',
        'pb:can-i-deploy-badge',
        'pb:can-i-deploy-branch-to-environment-badge',
        'curies[]',
      ],
      { 'pb:deployed-environments': Type.Optional(Type.Array(DeployedEnvironment)) },
    ),
  },
  { $id: 'Pacticipant', description: 'An application that takes part in pacts, as consumer, provider or both' },
);

export const Pacticipants = Type.Object(
  {
    page: Type.Optional(Page),
    _embedded: Type.Object({ pacticipants: Type.Array(Pacticipant) }),
    pacticipants: Type.Optional(
      Type.Array(Type.Object({ ...Pacticipant.properties, title: Type.String() }), {
        deprecated: true,
        description: 'The older place of _embedded.pacticipants',
      }),
    ),
    _links: links([...paging, 'self', 'pb:pacticipants-with-label', 'pb:pacticipants[]', 'pacticipants[]']),
  },
  { $id: 'Pacticipants' },
);

export const Label = Type.Object(
  { name: Type.String(), createdAt: Time('When it was put there'), _links: links(['self', 'pacticipant']) },
  { $id: 'Label' },
);

export const Labels = Type.Object(
  { _embedded: Type.Object({ labels: Type.Array(Type.Object({ name: Type.String() })) }), _links: self },
  { $id: 'Labels' },
);
