import { type TSchema, Type } from 'typebox';
import { HAL_JSON, JSON_UTF8, PROBLEM_JSON } from '../media-types.ts';
import { Notice } from './notices.ts';

const ErrorText = Type.Object({ error: Type.String({ description: 'What is wrong, and what to do' }) }, { $id: 'ErrorText' });

const Errors = Type.Object(
  {
    errors: Type.Union([Type.Record(Type.String(), Type.Array(Type.String())), Type.Array(Type.String())], {
      description: 'Sentences by field, the empty name being the request as a whole; a plain list from the matrix',
    }),
    notices: Type.Optional(Type.Array(Notice)),
  },
  { $id: 'Errors' },
);

const Fault = Type.Object(
  {
    error: Type.Object({
      message: Type.String(),
      reference: Type.String({ description: 'Under which the log of the server names the cause; X-Request-Id too' }),
    }),
  },
  { $id: 'Fault' },
);

const Problem = Type.Object(
  {
    type: Type.String({ description: 'urn:concordat:problem: and the code of the error, which is stable' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    errors: Type.Optional(Errors.properties.errors),
    notices: Type.Optional(Type.Array(Notice)),
  },
  { $id: 'Problem', description: 'Problem details (RFC 9457), for clients that accept them' },
);

interface ErrorAnswer {
  name: string;
  description: string;
  /** By media type; clients that accept problem details get those instead. */
  bodies: Record<string, TSchema>;
}

const text = (name: string, description: string, ...types: string[]): ErrorAnswer => ({
  name,
  description,
  bodies: { ...Object.fromEntries(types.map((type) => [type, ErrorText])), [PROBLEM_JSON]: Problem },
});

/** What each status other than success looks like, wherever it is given. */
export const errorAnswers: Record<number, ErrorAnswer> = {
  400: {
    name: 'NotValid',
    description: 'The request is not valid; errors says why, by field.',
    bodies: { [HAL_JSON]: Type.Union([Errors, ErrorText]), [PROBLEM_JSON]: Problem },
  },
  404: text('NotFound', 'Something that the address names does not exist.', HAL_JSON, JSON_UTF8),
  406: text('NotAcceptable', 'Accept admits nothing of what this address answers.', HAL_JSON),
  409: {
    name: 'Conflict',
    description: 'Something else is there already, or what is there does not allow it.',
    bodies: { [HAL_JSON]: Type.Union([ErrorText, Errors]), [JSON_UTF8]: Errors, [PROBLEM_JSON]: Problem },
  },
  413: text('TooLarge', 'The body is larger than this server takes.', HAL_JSON),
  414: text('AddressTooLong', 'A part of the address is longer than any name may be.', HAL_JSON),
  415: text('UnsupportedMediaType', 'The body is something else than JSON.', HAL_JSON),
  422: text('TooMuch', 'It would take longer than anybody waits.', HAL_JSON),
  500: { name: 'Fault', description: 'A fault of this server.', bodies: { [HAL_JSON]: Fault, [PROBLEM_JSON]: Problem } },
  503: {
    name: 'Unavailable',
    description: 'The database cannot be reached at the moment; Retry-After says when to ask again.',
    bodies: { [HAL_JSON]: Fault, [PROBLEM_JSON]: Problem },
  },
};
