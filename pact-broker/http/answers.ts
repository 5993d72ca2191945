import type { TSchema, TUnsafe } from 'typebox';

/** What a route answers with one status, for the API document. */
export interface Answer {
  description: string;
  /** What a successful answer carries. */
  body?: TSchema | undefined;
  /** Headers that it has beside those of every answer, each with what it says. */
  headers?: Record<string, string>;
}

type Answers = Record<number, TUnsafe<unknown>>;

const LOCATION = { location: 'The address of what was created' };

/** A sentence for each status; `body` is what the successful ones carry. The document adds what every route can answer. */
export const answers = (texts: Record<number, string>, body?: TSchema): Answers =>
  answersOf(Object.entries(texts).map(([status, description]) => [status, { description, ...(Number(status) < 400 ? { body } : {}) }]));

// Fastify is not to see these as schemas, only to let them pass: the document takes them away before it looks.
const answersOf = (list: [status: string | number, answer: Answer][]) => Object.fromEntries(list) as unknown as Answers;

const UNKNOWN = 'Something that the address names does not exist.';
export const unknown = answers({ 404: UNKNOWN });

export const readAnswers = (text: string, body?: TSchema) => answers({ 200: text, 404: UNKNOWN }, body);
export const changedAnswers = (what: string, body: TSchema) => answers({ 200: `${what}, changed`, 404: UNKNOWN }, body);
export const createdAnswers = (what: string, body: TSchema) =>
  answersOf([[201, { description: `${what}, created`, body, headers: LOCATION }]]);
export const savedAnswers = (what: string, body: TSchema) => ({
  ...answers({ 200: `${what}, changed` }, body),
  ...answersOf([[201, { description: `${what}, created`, body, headers: LOCATION }]]),
});
/** Of what creates a pacticipant on its way. */
export const similarName = answers({ 409: 'A name is new, but much like another: it may be a mistake.' });
export const deletedAnswers = answers({ 204: 'Deleted', 404: UNKNOWN });

/** The same answers with more headers on the successful ones. */
export const withHeaders = (headers: Record<string, string>, all: Answers): Answers =>
  answersOf(
    Object.entries(all as unknown as Record<string, Answer>).map(([status, answer]) => [
      status,
      Number(status) < 400 ? { ...answer, headers: { ...answer.headers, ...headers } } : answer,
    ]),
  );
