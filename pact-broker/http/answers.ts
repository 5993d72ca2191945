import { Type } from 'typebox';

/**
 * What a route answers, for the published API document: a sentence for each status. The bodies have no schema of their own here,
 * so that they are written by JSON.stringify, which is as fast; their shapes are held by golden files.
 */
export const answers = (texts: Record<number, string>) =>
  Object.fromEntries(Object.entries(texts).map(([status, description]) => [status, Type.Unknown({ description })]));

const INVALID = 'The request is not valid; errors says why, by field.';
const UNKNOWN = 'Something that the address names does not exist.';

export const readAnswers = (text: string) => answers({ 200: text, 404: UNKNOWN });
export const savedAnswers = (what: string) => answers({ 200: `${what}, changed`, 201: `${what}, created`, 400: INVALID, 404: UNKNOWN });
export const deletedAnswers = answers({ 204: 'Deleted', 404: UNKNOWN });
