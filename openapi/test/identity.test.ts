import { readdirSync } from 'node:fs';

import { join } from 'node:path';
import { documentFixtures, type Side } from '../fixtures/documents.ts';
import { schemaFixtures } from '../fixtures/schemas.ts';
import { type Document, diffDocuments, loadDocument } from '../index.ts';
import { LARGE_DOCUMENTS } from './large-documents.ts';
import { documentOf, PLACED } from './places.ts';

const side = ({ document = {}, ...operation }: Side) => documentOf(operation, document);

/** What could not be read is not known to be the same. */
const changes = (base: Document, revision: Document) =>
  diffDocuments(base, revision).changes.filter(({ id }) => id !== 'api-reference-not-followed');

test('no fixture differs from itself', () => {
  for (const { base, revision } of Object.values(documentFixtures))
    for (const one of [base, revision]) expect(changes(side(one), side(one))).toEqual([]);
  for (const { base, revision } of Object.values(schemaFixtures))
    for (const { document } of PLACED) for (const one of [base, revision]) expect(changes(document(one), document(one))).toEqual([]);
});

const large = readdirSync(LARGE_DOCUMENTS).filter((name) => /^(api\.github\.com|ghes-.*)\.json$/.test(name) && !name.includes('deref'));

test.each(large.slice(0, 2))('%s does not differ from itself', (name) => {
  const file = join(LARGE_DOCUMENTS, name);
  const { verdict, changes } = diffDocuments(loadDocument(file), loadDocument(file));
  expect([verdict, changes]).toEqual(['compatible', []]);
});

test('components that only moved make no noise', () => {
  const thing = { type: 'object', properties: { self: { $ref: '#/components/schemas/Thing' }, size: { type: 'integer' } } };
  const renamed = {
    type: 'object',
    properties: { self: { $ref: '#/components/schemas/Item' }, size: { $ref: '#/components/schemas/Size' } },
  };
  const using = (name: string) => ({
    requestBody: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } },
  });
  const base = documentOf(using('Thing'), { components: { schemas: { Thing: thing } } });
  const revision = documentOf(using('Item'), { components: { schemas: { Item: renamed, Size: { type: 'integer' } } } });
  expect(diffDocuments(base, revision).changes).toEqual([]);
});
