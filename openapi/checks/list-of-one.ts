import type { OperationPair } from '../diff/pairs.ts';
import type { Node } from '../document/node.ts';
import type { Parameter } from '../document/parameters.ts';
import { SchemaComparison } from '../schema/compare-schemas.ts';
import type { Schema } from '../schema/schema.ts';
import { schemaAt } from '../schema/schema-at.ts';
import { styleOf } from './parameter-style.ts';

/** Keywords of a list, and of a parameter that is its own schema, that refuse no list of one. */
const HARMLESS =
  /^(type|items|minItems|maxItems|uniqueItems|nullable|title|description|default|examples?|deprecated|name|in|required|collectionFormat|allowEmptyValue|x-.*)$/;

/**
 * The items of a parameter that was one value and became a list, where the old requests are lists of one: `?a=x` of a list that is
 * written by repeating its name, and everywhere else what holds no separator. Undefined where it is no such change.
 */
export function asListOfOne(pair: OperationPair, base: Parameter, revision: Parameter): Node | undefined {
  if (pair.inverted || !base.schema || !revision.schema || base.mediaType !== undefined || revision.mediaType !== undefined)
    return undefined;
  const [before, after] = [schemaAt(pair.base.document, base.schema), schemaAt(pair.revision.document, revision.schema)];
  if (!before.types || !isScalar(before) || !isListThatTakesOne(after)) return undefined;
  const repeated = styleOf(revision, revision.in, pair.revision.document).text === 'form exploded';
  const separable = before.types.has('string') && !before.values?.every((value) => /^[\w.-]*$/.test(String(value)));
  if (!after.items || (separable && !repeated)) return undefined;
  // A list of something else is another type, and told as that.
  const refused = new SchemaComparison({ direction: 'request', strict: false, text: 'scalars' }).failure(before, after.items);
  return refused ? undefined : after.items.node;
}

function isScalar({ types }: Schema): boolean {
  return !types?.has('array') && !types?.has('object');
}

function isListThatTakesOne(schema: Schema): boolean {
  const [least, most] = [schema.number('minItems') ?? 0, schema.number('maxItems') ?? 1];
  const alone = schema.types?.has('array') === true && [...schema.types].every((type) => type === 'array' || type === 'null');
  return alone && schema.items !== undefined && least <= 1 && most >= 1 && Object.keys(schema.raw).every((key) => HARMLESS.test(key));
}
