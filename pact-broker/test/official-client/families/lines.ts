import { expect } from '@jest/globals';

/** What the client prints when a broker has not what it asks for. */
export const notFound = (path: string) => [`❌ Request to pact broker path '${path}' failed: 404 Not Found. URL: 'http://broker'`];

/** Lines that are there, among others or in another order. */
export const among = (...lines: unknown[]) => expect.arrayContaining(lines) as unknown as unknown[];

export const NOWHERE = '--broker-base-url http://127.0.0.1:1 --retries 0';
export const nobodyAnswers = [
  "❌ Failed to access pact broker path '' - error sending request for url (http://127.0.0.1:1/). URL: 'http://127.0.0.1:1'",
];

const usage = [expect.stringMatching(/^Usage: pact broker /), "For more information, try '--help'."];
export const lacks = (option: string) => ['error: the following required arguments were not provided:', option, ...usage];
export const notUnderstood = (what: string) => [`error: ${what}`, ...usage];
