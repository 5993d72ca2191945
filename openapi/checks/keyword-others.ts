import { formatMatters, isNumericFormat } from '../schema/formats.ts';
import { equalJson, shownJson } from '../schema/json-value.ts';
import { keywordIn } from '../schema/same-schema.ts';
import type { Schema } from '../schema/schema.ts';
import { allowsType, type KeywordCheck, type KeywordFinding, sidesOf } from './keyword-finding.ts';

/** Words for people, and what only says where something is: they are not told. */
export const DOCUMENTATION: ReadonlySet<string> = new Set([
  ...['description', 'title', 'summary', 'example', 'examples', '$comment', 'externalDocs'],
  ...['$ref', '$id', 'id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$defs', 'definitions', '$schema'],
]);

/** Keywords for one type: beside another they say nothing, and the checks of their own pass over them. */
const FOR_TYPE: Readonly<Record<string, Parameters<typeof allowsType>[1]>> = Object.fromEntries(
  (
    [
      ['number', 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf'],
      ['string', 'minLength maxLength pattern contentEncoding contentMediaType contentSchema'],
      ['array', 'items additionalItems minItems maxItems uniqueItems contains minContains maxContains unevaluatedItems prefixItems'],
      [
        'object',
        'properties additionalProperties minProperties maxProperties dependentRequired dependentSchemas propertyNames patternProperties unevaluatedProperties',
      ],
    ] as const
  ).flatMap(([type, keywords]) => keywords.split(' ').map((keyword) => [keyword, type] as const)),
);

/** Keywords with checks of their own, which tell every change of them. */
const CHECKED = new Set([
  ...['type', 'enum', 'const', 'nullable', 'x-nullable', 'default', 'discriminator', 'required'],
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', '$dynamicRef', '$recursiveRef'],
]);

/** A parameter or header of Swagger 2.0 is its own schema; what makes it a parameter is compared as such. */
const OF_PARAMETERS = new Set(['name', 'in', 'collectionFormat', 'allowEmptyValue']);

/** They say something about values, but not which there are. */
const ANNOTATIONS = new Set(['deprecated', 'readOnly', 'writeOnly', 'format', '$vocabulary']);

/** What no other check tells: keywords that the engine does not know may say which values there are, so that nobody can be sure. */
export const checkOthers: KeywordCheck = (base, revision) => {
  const keywords = new Set([...Object.keys(base.raw), ...Object.keys(revision.raw)]);
  return [...keywords].flatMap((keyword): KeywordFinding[] => {
    if (isTold(keyword, base, revision) || equalJson(keywordIn(base, keyword), keywordIn(revision, keyword))) return [];
    const [before, after] = [base.raw[keyword], revision.raw[keyword]];
    const detail = `${keyword}: from ${shownJson(before)} to ${shownJson(after)}`;
    const harmless = ANNOTATIONS.has(keyword) || keyword in FOR_TYPE;
    return [
      { suffix: 'keyword-changed', ...sidesOf(base, revision, keyword), detail, item: keyword, ...(harmless ? { level: 'info' } : {}) },
    ];
  });
};

function isTold(keyword: string, base: Schema, revision: Schema): boolean {
  if (DOCUMENTATION.has(keyword) || CHECKED.has(keyword) || keyword.startsWith('x-')) return true;
  if (OF_PARAMETERS.has(keyword) && [base, revision].some(({ document }) => document.version === '2.0')) return true;
  if (keyword === 'format') return [base, revision].some(assertsFormat);
  const type = FOR_TYPE[keyword];
  return type !== undefined && allowsType(base, type) && allowsType(revision, type);
}

/** A format that says which values there are, beside a type that has such values. */
function assertsFormat(schema: Schema): boolean {
  const format = schema.text('format');
  return formatMatters(format) && allowsType(schema, isNumericFormat(format) ? 'number' : 'string');
}
