import { Type } from 'typebox';
import { links, orNull, Time } from './hal.ts';

const nameOrTrue = (description: string) =>
  Type.Optional(Type.Union([Type.String({ minLength: 1 }), Type.Boolean(), Type.Null()], { description }));
const name = (description: string) => Type.Optional(Type.Union([Type.String({ minLength: 1 }), Type.Null()], { description }));
const flag = (description: string) => Type.Optional(Type.Union([Type.Boolean(), Type.Null()], { description }));

const KeepRule = Type.Object(
  {
    pacticipant: name('Versions of this pacticipant'),
    branch: nameOrTrue('Versions on this branch; true for any'),
    tag: nameOrTrue('Versions with this tag; true for any'),
    main_branch: flag('Versions on the main branch'),
    latest: flag('Only the newest of the pacticipant, or the head of the branch or tag'),
    environment: name('Versions that are deployed or released to this environment now'),
    deployed: flag('Versions that are deployed now'),
    released: flag('Versions that are released now'),
    max_age: Type.Optional(Type.Integer({ minimum: 0, maximum: 36_500, description: 'Versions that are less than so many days old' })),
  },
  { $id: 'KeepRule', description: 'A version that meets all of it stays. It has at least one condition' },
);

const example = { keep: [{ max_age: 90 }, { branch: 'main', max_age: 365 }], limit: 100 };

export const CleanUpBody = Type.Object(
  {
    keep: Type.Optional(Type.Array(KeepRule, { minItems: 1, maxItems: 100, description: 'Rules; those that are set, if it is left out' })),
    after: Type.Optional(
      orNull(Type.String({ pattern: '^\\d{1,15}-\\d{1,15}$', description: 'Where to go on: next of the answer before' })),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'Versions to delete at the most; 100 unless it is said' })),
  },
  { $id: 'CleanUpBody', examples: [example] },
);

const version = {
  pacticipant: Type.Object({ name: Type.String() }),
  number: Type.String(),
  createdAt: Time('When it was created'),
};

const Reason = Type.Object(
  {
    kind: Type.Enum(['deployed', 'released', 'head', 'head-pact', 'awaited', 'new', 'rule', 'evidence'], { type: 'string' }),
    text: Type.String(),
  },
  { $id: 'ReasonToStay' },
);

const Warnings = Type.Array(Type.String(), {
  description: 'A sentence for each rule that keeps nothing, because it names what does not exist',
});

export const CleanUpPlan = Type.Object(
  {
    warnings: Warnings,
    _embedded: Type.Object({
      versions: Type.Array(
        Type.Object({
          ...version,
          stays: Type.Boolean(),
          because: Type.Array(Reason, { description: 'Empty where it goes' }),
          _links: links(['self']),
        }),
      ),
    }),
    _links: links(['self', 'next?', 'pb:clean-up']),
  },
  { $id: 'CleanUpPlan', description: 'Versions by pacticipant, oldest first, with why each stays' },
);

export const CleanUpOutcome = Type.Object(
  {
    warnings: Warnings,
    deleted: Type.Array(Type.Object(version)),
    next: orNull(Type.String({ description: 'To be sent back as after; null at the end' })),
    _links: links(['self']),
  },
  { $id: 'CleanUpOutcome' },
);

export const CleanUp = Type.Object(
  {
    scheduled: Type.Boolean(),
    keep: orNull(Type.Array(KeepRule)),
    everyMinutes: Type.Integer(),
    limit: Type.Integer({ description: 'Versions that one scheduled clean-up deletes at the most' }),
    underWay: Type.Boolean(),
    last: orNull(
      Type.Object({
        startedAt: Time('When it began'),
        endedAt: Time('When it ended'),
        deleted: Type.Integer(),
        complete: Type.Boolean({ description: 'Whether it came to the end before its limit' }),
      }),
    ),
    _links: links(['self', 'pb:clean-up', 'pb:clean-up-plan']),
  },
  { $id: 'CleanUp' },
);
