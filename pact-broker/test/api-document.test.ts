import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { changeAsJson, diffDocuments, loadDocument } from '@concordat/openapi';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { startBroker, type TestBroker } from './broker.ts';

const GOLDEN = new URL('./goldens/openapi.json', import.meta.url);

/** What the linter would like, and why it is not so here. */
const WAIVED = {
  'no-ambiguous-paths': 'off', // Addresses are protocol; what is written out comes before a parameter.
  'operation-2xx-response': 'off', // One route is there to fail.
  'no-server-example.com': 'off', // The server is the one of this test.
} as const;

let broker: TestBroker;
let served: string;
beforeAll(async () => {
  broker = await startBroker();
  served = (await broker.get('/openapi.json')).text;
});
afterAll(() => broker.stop());

/** The document as a file, without the address of this test's server. */
const document = () => `${JSON.stringify({ ...JSON.parse(served), servers: undefined }, null, 2)}\n`;

test('the API document is valid, and a linter finds nothing in it', async () => {
  const config = await createConfig({ extends: ['recommended-strict'], rules: { ...WAIVED, 'operation-tag-defined': 'error' } });
  const problems = await lintFromString({ source: served, absoluteRef: `${broker.url}/openapi.json`, config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test('it names the address that it was asked for at', () => expect(JSON.parse(served).servers).toEqual([{ url: broker.url }]));

test('every answer with a body says what is in it', () => {
  const { paths } = JSON.parse(served) as {
    paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>>;
  };
  const silent = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { responses }]) =>
      Object.entries(responses)
        .filter(([, { content = {} }]) => Object.values(content).some(({ schema }) => Object.keys(schema).length === 0))
        .map(([status]) => `${method} ${path} ${status}`),
    ),
  );
  expect(silent).toEqual([]);
});

test('our own engine finds no difference between it and itself', () => {
  const read = () => loadDocument({ name: 'openapi.json', text: document() });
  expect(diffDocuments(read(), read()).changes).toEqual([]);
});

// To accept what changed: UPDATE_GOLDENS=1 npm test -- pact-broker/test/api-document
test('it is as it was when it was looked at last', () => {
  const known = existsSync(GOLDEN) ? readFileSync(GOLDEN, 'utf8') : document();
  const { changes } = diffDocuments(
    loadDocument({ name: 'known.json', text: known }),
    loadDocument({ name: 'now.json', text: document() }),
  );
  if (process.env.UPDATE_GOLDENS) writeFileSync(GOLDEN, document());
  else {
    // What breaks clients is named before what is merely different.
    expect(changes.filter(({ level }) => level === 'error').map(changeAsJson)).toEqual([]);
    expect(JSON.parse(document())).toEqual(JSON.parse(known));
  }
});
