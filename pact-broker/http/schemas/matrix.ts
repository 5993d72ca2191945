import { Type } from 'typebox';
import { EnvironmentOfVersion } from './environments.ts';
import { orNull, self, Time } from './hal.ts';
import { Notice } from './notices.ts';

const Mark = Type.Object(
  { name: Type.String(), latest: Type.Boolean({ description: 'Whether the version is the newest with it' }), _links: self },
  { $id: 'VersionMark', description: 'A branch or tag of a version' },
);

const MatrixVersion = Type.Object(
  {
    number: Type.String(),
    branch: Type.Optional(Type.String()),
    branches: Type.Array(Mark),
    branchVersions: Type.Array(Mark),
    environments: Type.Array(EnvironmentOfVersion),
    tags: Type.Array(Mark),
    _links: self,
  },
  { $id: 'MatrixVersion' },
);

const Side = (version: typeof MatrixVersion | ReturnType<typeof orNull>) => Type.Object({ name: Type.String(), version, _links: self });

const MatrixRow = Type.Object(
  {
    consumer: Side(MatrixVersion),
    provider: Side(orNull(MatrixVersion)),
    pact: Type.Object({ createdAt: Time('When it was published'), _links: self }),
    verificationResult: orNull(Type.Object({ success: Type.Boolean(), verifiedAt: Time('When it was verified'), _links: self })),
    ignored: Type.Optional(Type.Literal(true)),
  },
  { $id: 'MatrixRow', description: 'The pact of a consumer version, and what a provider version made of it' },
);

export const Matrix = Type.Object(
  {
    summary: Type.Object({
      deployable: orNull(Type.Boolean({ description: 'null where a result is missing' })),
      reason: Type.String(),
      success: Type.Integer(),
      failed: Type.Integer(),
      unknown: Type.Integer(),
      ignored: Type.Optional(Type.Integer()),
    }),
    notices: Type.Array(Notice),
    matrix: Type.Array(MatrixRow),
  },
  { $id: 'Matrix', description: 'The verdict, with the rows that it was made of' },
);
