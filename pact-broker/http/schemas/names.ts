import { Type } from 'typebox';

const LONGEST = 255;

/** What `nameProblem` in domain/names.ts lets through. */
export const Name = (description: string, examples: string[] = []) =>
  Type.String({
    minLength: 1,
    maxLength: LONGEST,
    pattern: '^(?=.*\\S)\\P{Cc}+$',
    description,
    ...(examples.length > 0 ? { examples } : {}),
  });

export const OptionalName = (description: string, examples?: string[]) =>
  Type.Optional(Type.Union([Name(description, examples), Type.Null()], { description }));

/** What `Fields.optionalText` lets through: null or an empty text takes it away. */
export const OptionalText = (description: string, examples: string[] = []) =>
  Type.Optional(Type.Union([Type.String({ maxLength: 2048, pattern: '^\\P{Cc}*$', examples }), Type.Null()], { description }));

/** The body of a request whose address says everything: it is accepted, and not looked at. */
export const Unread = Type.Unknown({
  $id: 'Unread',
  description: 'Not looked at: the address says everything. Clients send {}.',
  examples: [{}],
});
