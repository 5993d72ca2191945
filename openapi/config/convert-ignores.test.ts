import fc from 'fast-check';
import { diffDocuments } from '../diff-documents.ts';
import { loadDocument } from '../document/load-document.ts';
import { applyConfig } from './apply-config.ts';
import { configYaml } from './config-yaml.ts';
import { convertIgnores } from './convert-ignores.ts';
import { parseConfig } from './parse-config.ts';

/** Sentences as they stand in such lists, with the rule and the words that are looked for in our message. */
const SENTENCES: readonly (readonly [sentence: string, id: string, message?: string])[] = [
  ['api path removed without deprecation', 'api-path-removed-without-deprecation'],
  ["api removed before the sunset date '2026-01-01'", 'api-removed-before-sunset'],
  ["deleted the 'query' request parameter 'limit'", 'request-parameter-removed', '*limit*'],
  ["added the new required 'header' request parameter 'X-Key'", 'new-required-request-parameter', '*X-Key*'],
  ["the 'query' request parameter 'limit' became required", 'request-parameter-became-required', '*limit*'],
  ["removed the enum value 'red' from the 'query' request parameter 'colour'", 'request-parameter-enum-value-removed', '*colour*red*'],
  ["for the 'query' request parameter 'n', the max was decreased from '5' to '3'", 'request-parameter-max-decreased', '*n*'],
  ["for the 'query' request parameter 'n', the minItems was set to '3'", 'request-parameter-min-items-set', '*n*'],
  ["for the 'query' request parameter 'n', the 'type' was changed from 'string' to 'array'", 'request-parameter-type-changed', '*n*'],
  ["for the 'query' request parameter 'n', default value was changed from '1' to '2'", 'request-parameter-default-value-changed', '*n*'],
  ['added required request body', 'request-body-added-required'],
  ["the request's body maxLength was decreased to '4'", 'request-body-max-length-decreased'],
  ["the request's body became not nullable", 'request-body-became-not-nullable'],
  ["added the new required request property 'a/b'", 'new-required-request-property', '*b*'],
  ["the request property 'a/items/' became required", 'request-property-became-required', '*a*'],
  ["the 'grams' request property's exclusiveMinimum was increased to '3'", 'request-property-exclusive-min-increased', '*grams*'],
  ["the 'grams' request property 'type/format' changed from 'string' to 'number'", 'request-property-type-changed', '*grams*'],
  ["removed the success response with the status '200'", 'response-success-status-removed', '*200*'],
  ["removed the non-success response with the status '404'", 'response-non-success-status-removed', '*404*'],
  ["removed the required property 'a/b' from the response with the '200' status", 'response-required-property-removed', '*200*b*'],
  ["the response property 'a/b' became optional for the status '200'", 'response-property-became-optional', '*200*b*'],
  ["the response property 'b' became nullable for the status '200'", 'response-property-became-nullable', '*200*b*'],
  [
    "added the new 'x' enum value to the 'a/kind' response property for the response status '200'",
    'response-property-enum-value-added',
    '*200*kind*x*',
  ],
  ["the 'b' response property's maxLength was unset from '3' for the response status '200'", 'response-property-max-length-unset', '*b*'],
  ["the 'b' response's property 'type' changed from 'a' to 'b' for status '200'", 'response-property-type-changed', '*b*'],
  ["removed the media type 'text/plain' for the response with the status '200'", 'response-media-type-removed', '*200*text/plain*'],
  ["the mandatory response header 'X-Rate' removed for the status '200'", 'required-response-header-removed', '*200*X-Rate*'],
  ["removed '#/components/schemas/Cat' from the request body `oneOf` list", 'request-body-one-of-removed'],
  [
    "added '#/components/schemas/Cat' to the 'pet' response property `anyOf` list for the response status '200'",
    'response-property-any-of-added',
    '*pet*',
  ],
  ["the endpoint scheme security 'key' was added to the API", 'api-security-added', '*key*'],
  ["the security scope 'w' was removed from the global security scheme 'o'", 'api-global-security-scope-removed', '*w*'],
];

test.each(SENTENCES)('%s is %s', (sentence, id, message = '') => {
  const { ignore, left } = convertIgnores(`- 12.01.2023 In get /teas/{id} we ${sentence}`, 'list.md');
  expect(left).toEqual([]);
  expect(ignore).toEqual([
    { id, path: '/teas/{id}', method: 'GET', ...(message ? { message } : {}), reason: expect.stringContaining('(list.md:1)') },
  ]);
});

test('what oasdiff names may also stand in backticks', () => {
  const { ignore } = convertIgnores('POST /teas the request property `a/b` became required', 'list.md');
  expect(ignore).toMatchObject([{ id: 'request-property-became-required', message: '*b*' }]);
});

test('the id in brackets is what the line is about', () => {
  const line = "error at a.yaml, in API POST /teas the 'x' request property was reworded in a later version [request-property-removed]. ";
  expect(convertIgnores(line, 'l').ignore).toMatchObject([{ id: 'request-property-removed', path: '/teas', method: 'POST' }]);
});

test('a change of a component has no path', () => {
  expect(convertIgnores("components removed the schema 'rules'", 'l').ignore).toMatchObject([
    { id: 'api-schema-removed', message: '*rules*', reason: "components removed the schema 'rules' (l:1)" },
  ]);
});

test('levels are carried over; what is switched off is ignored', () => {
  const { levels, ignore, left } = convertIgnores('api-security-removed  err\nendpoint-added none\nendpoint-aded warn', 'levels.txt');
  expect(levels).toEqual([{ id: 'api-security-removed', level: 'error' }]);
  expect(ignore).toEqual([{ id: 'endpoint-added', reason: 'switched off in levels.txt:2' }]);
  expect(left).toEqual([{ line: 3, text: 'endpoint-aded warn', why: 'there is no rule "endpoint-aded"; did you mean endpoint-added?' }]);
});

test.each([
  ['GET /teas became better', 'no rule has this sentence'],
  ['components are better', 'no rule has this sentence'],
  ['/teas api removed without deprecation', 'a path needs its method'],
])('%s cannot be carried over, and is told', (line, why) => {
  const { ignore, left } = convertIgnores(`\n${line}`, 'l');
  expect(ignore).toEqual([]);
  expect(left).toEqual([{ line: 2, text: line, why: expect.stringContaining(why) }]);
});

test('of any text a config comes out that can be read, and every line is somewhere in it', () => {
  const sentence = fc.constantFrom(
    ...SENTENCES.map(([each]) => `GET /a ${each}`),
    'endpoint-added err',
    'endpoint-added none',
    '# agreed',
    "POST /b\u0085'*\\",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(sentence, fc.string()), { maxLength: 8 }), (lines) => {
      const converted = convertIgnores(lines.join('\n'), 'l.txt');
      const config = parseConfig(configYaml([converted, converted]), 'c.yaml');
      expect(config.ignore).toHaveLength(2 * converted.ignore.length);
      const told = converted.ignore.length + converted.left.length + converted.remarks.length + converted.levels.length;
      const asked = lines
        .join('\n')
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '' && line.trim() !== 'endpoint-added err');
      expect(told).toBe(asked.length + converted.levels.length);
    }),
  );
});

test('what oasdiff ignored is ignored', () => {
  const document = (required: string[]) =>
    loadDocument({
      name: 'teas.json',
      text: JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'teas', version: '1.0.0' },
        paths: {
          '/teas': {
            post: {
              requestBody: {
                content: { 'application/json': { schema: { type: 'object', properties: { grams: {}, cups: {} }, required } } },
              },
              responses: { 200: { description: 'ok' } },
            },
          },
        },
      }),
    });
  const { changes } = diffDocuments(document([]), document(['grams', 'cups']));
  const list = convertIgnores("POST /teas the request property 'grams' became required", 'l');
  const { ignored, changes: left } = applyConfig(changes, parseConfig(configYaml([list]), 'c.yaml'), '2026-06-01');
  expect(ignored.map(({ change }) => change.message)).toEqual([expect.stringContaining('grams')]);
  expect(left.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([expect.stringContaining('cups')]);
});
