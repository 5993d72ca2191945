import { Type } from 'typebox';
import { links, self, Time } from './hal.ts';
import { Name, OptionalText } from './names.ts';

const contacts = [{ name: 'Order team', details: { email: 'orders@example.org' } }];

export const EnvironmentBody = Type.Object(
  {
    name: Type.Intersect([Name('Unique, and without spaces', ['production']), Type.Unsafe<string>({ pattern: '^\\S*$' })]),
    displayName: OptionalText('For people; made from the name where it is not set', ['Production']),
    production: Type.Boolean({ description: 'Whether it is for real users' }),
    contacts: Type.Optional(
      Type.Union(
        [
          Type.Array(
            Type.Object({
              name: Type.String({ pattern: '\\S' }),
              details: Type.Optional(Type.Union([Type.Object({}, { additionalProperties: true }), Type.Null()])),
            }),
          ),
          Type.Null(),
        ],
        { description: 'People or teams to ask' },
      ),
    ),
  },
  { $id: 'EnvironmentBody', examples: [{ name: 'production', displayName: 'Production', production: true, contacts }] },
);

const members = {
  uuid: Type.String(),
  name: Type.String(),
  displayName: Type.String(),
  production: Type.Boolean(),
  createdAt: Time('When it was created'),
};

/** As it stands in the versions of a matrix. */
export const EnvironmentOfVersion = Type.Object({ ...members, _links: self }, { $id: 'EnvironmentOfVersion' });

export const Environment = Type.Object(
  {
    ...members,
    contacts: Type.Optional(Type.Array(Type.Object({ name: Type.String() }, { additionalProperties: true }))),
    updatedAt: Time('When it was changed last'),
    _links: links(['self', 'pb:currently-deployed-deployed-versions', 'pb:currently-supported-released-versions', 'pb:environments']),
  },
  { $id: 'Environment', description: 'Where versions run' },
);

export const Environments = Type.Object(
  { _embedded: Type.Object({ environments: Type.Array(Environment) }), _links: links(['self', 'pb:environments[]']) },
  { $id: 'Environments' },
);
