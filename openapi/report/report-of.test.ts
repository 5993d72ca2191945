import { applyConfig } from '../config/apply-config.ts';
import { diffDocuments } from '../diff-documents.ts';
import { loadDocument } from '../document/load-document.ts';
import { entriesOf } from './entries.ts';
import { renderReport } from './formats.ts';
import { reportOf } from './report-of.ts';
import { usesText, wholeText } from './words.ts';

const object = (properties: Record<string, unknown>, required: string[] = []) => ({ type: 'object', properties, required });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answers = (schema: unknown) => ({ get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } } } });

/** Two paths answer with teas, two with cups; both kinds get a property that refers to the same third component. */
const document = (name: string, added: Record<string, unknown>) =>
  loadDocument({
    name,
    text: JSON.stringify(
      {
        openapi: '3.1.0',
        info: { title: 'teas', version: '1.0.0' },
        paths: {
          '/teas': answers({ type: 'array', items: ref('Tea') }),
          '/teas/{id}': answers(ref('Tea')),
          '/cups': answers({ type: 'array', items: ref('Cup') }),
          '/cups/{id}': answers(ref('Cup')),
        },
        components: {
          schemas: { Tea: object({ name: { type: 'string' }, ...added }), Cup: object(added), Maker: object({ name: { type: 'string' } }) },
        },
      },
      null,
      2,
    ),
  });

const base = document('base.json', {});
const revision = document('revision.json', { maker: ref('Maker') });
const { changes } = diffDocuments(base, revision);
const report = reportOf({ base, revision, ...applyConfig(changes, undefined, '2026-06-01') });

test('a property is told where it is written, not at the component that it refers to', () => {
  const entries = entriesOf(changes.filter(({ id }) => id === 'response-optional-property-added'));
  expect(entries.map(wholeText)).toEqual([
    'Tea.maker: the optional property maker was added, in responses of 2 operations: GET /teas, GET /teas/{id}',
    'Cup.maker: the optional property maker was added, in responses of 2 operations: GET /cups, GET /cups/{id}',
  ]);
  expect(entries.map(usesText)).toHaveLength(2);
});

test('the page shows the lines on the sides that have it', async () => {
  const added = changes.find(({ component }) => component === 'Tea.maker')!;
  const { base: before, revision: after } = report.excerptsOf(added);
  expect(before).toBeUndefined();
  expect(after?.lines[after.location.line - after.first]).toContain('"maker": {');
  const html = await renderReport('html', report);
  expect(html).toContain(`<mark>${after!.location.line}  `);
  expect(html).toContain('<pre class="is">');
  expect(html).not.toContain('<pre class="was">');
});

test('a document on one line is shown around the place', async () => {
  const flat = (document: typeof base, name: string) => loadDocument({ name, text: JSON.stringify(document.root.value) });
  const [one, other] = [flat(base, 'a.json'), flat(revision, 'b.json')];
  const found = applyConfig(diffDocuments(one, other).changes, undefined, '2026-06-01');
  const html = await renderReport('html', reportOf({ base: one, revision: other, ...found }));
  expect(html).toMatch(/<mark>1 {2}….*&quot;maker&quot;/);
  for (const line of html.split('\n')) expect(line.length).toBeLessThan(3_000);
});
