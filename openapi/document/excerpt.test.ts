import fc from 'fast-check';
import { locationAt } from './document-error.ts';
import { loadDocument } from './load-document.ts';

const text = 'openapi: 3.1.0\ninfo:\n  title: teas\n  version: 1.0.0\r\npaths: {}\n';
const yaml = loadDocument({ name: 'teas.yaml', text });

test('an excerpt has the lines around a place, without their ends', () => {
  expect(yaml.excerpt('/info/version', 1)).toEqual({
    location: { file: 'teas.yaml', line: 4, column: 3 },
    first: 3,
    lines: ['  title: teas', '  version: 1.0.0', 'paths: {}'],
  });
});

test('it ends where the text does', () => {
  expect(yaml.excerpt('/openapi', 2)).toMatchObject({ first: 1, lines: ['openapi: 3.1.0', 'info:', '  title: teas'] });
  expect(yaml.excerpt('/paths', 1).lines).toEqual(['  version: 1.0.0', 'paths: {}', '']);
});

test('places are those that counting from the start gives', () => {
  const json = fc.dictionary(fc.constantFrom('a', 'b\n', 'c'), fc.oneof(fc.string(), fc.array(fc.integer())), { minKeys: 1 });
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 1, 2), (paths, indent) => {
      const written = JSON.stringify({ openapi: '3.1.0', paths }, null, indent);
      const document = loadDocument({ name: 'x.json', text: written });
      for (const key of Object.keys(paths)) {
        const offset = written.indexOf(`${JSON.stringify(key)}:`, written.indexOf('"paths"') + 8);
        expect(document.locate(`/paths/${key}`)).toEqual(locationAt('x.json', written, offset));
      }
    }),
  );
});
