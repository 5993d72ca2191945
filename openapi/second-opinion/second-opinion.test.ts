import { type DocumentText, loadDocument } from '../document/load-document.ts';
import { secondOpinion } from './second-opinion.ts';

const text = (paths: object, head: object = { openapi: '3.0.3' }): DocumentText => ({
  name: 'document.json',
  text: JSON.stringify({ ...head, info: { title: 'Tea', version: '1.0.0' }, paths }),
});
const get = { get: { responses: { 200: { description: 'fine' } } } };
const one = loadDocument(text({ '/a': get }));
const two = loadDocument(text({ '/a': get, '/b': get }));

test('a removed path is breaking, an added one is not', async () => {
  expect(await secondOpinion(two, one)).toMatchObject({ verdict: 'breaking', breaking: [{ code: 'path.remove', where: 'paths./b' }] });
  expect(await secondOpinion(one, two)).toEqual({ by: 'openapi-diff 0.24.1', verdict: 'compatible', breaking: [] });
});

test('Swagger 2.0 is known to it', async () => {
  const swagger = loadDocument(text({ '/a': get }, { swagger: '2.0' }));
  expect(await secondOpinion(swagger, swagger)).toMatchObject({ verdict: 'compatible' });
});

test.each([
  ['a newer version', loadDocument(text({}, { openapi: '3.1.0' })), 'it does not know OpenAPI 3.1'],
  ['two versions', loadDocument(text({ '/a': get }, { swagger: '2.0' })), 'the two documents are of different versions of OpenAPI'],
  ['a reference to elsewhere', loadDocument(text({ '/a': { $ref: 'http://127.0.0.1:1/x.json' } })), 'a document refers to other files'],
  ['a document that it refuses', loadDocument(text({ '/a': { get: {} } })), 'it failed: '],
])('about %s it is silent, and says why', async (_, revision, silent) => {
  const opinion = await secondOpinion(one, revision);
  expect(opinion).toMatchObject({ breaking: [], silent: expect.stringContaining(silent) });
  expect(opinion.verdict).toBeUndefined();
});

test('an alias that leads back to its own anchor is no crash', async () => {
  const circle = loadDocument({
    name: 'circle.yaml',
    text: 'openapi: 3.0.3\ninfo: {title: T, version: 1.0.0}\npaths: {}\nx-a: &a\n  b: *a\n',
  });
  expect(await secondOpinion(one, circle)).toMatchObject({ silent: expect.stringContaining('cannot be handed over') });
});

test('it is given so much time and no more', async () => {
  expect(await secondOpinion(one, two, { timeout: 1 })).toMatchObject({ silent: 'it took longer than 0.001 s' });
});
