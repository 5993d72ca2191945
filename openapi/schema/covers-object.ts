import { accepts } from './accepts.ts';
import type { Asking } from './asking.ts';
import { type Failure, fails, firstFailure } from './failure.ts';
import { leftOut } from './left-out.ts';
import { allSayOf, declaredNames, declares, needs, restOf } from './object-parts.ts';
import { matchesPattern } from './pattern.ts';
import { type Product, tightest } from './product.ts';
import { sameAssertions } from './same-schema.ts';
import type { Schema } from './schema.ts';

/** Whether every object of the product passes the schema's own keywords for objects. */
export function coversObjects(asking: Asking, product: Product, schema: Schema): Failure | undefined {
  return firstFailure(failures(asking, product, schema));
}

function* failures(asking: Asking, product: Product, schema: Schema): Generator<Failure | undefined> {
  const { members } = product;
  for (const name of schema.required) yield coversRequired(asking, members, { schema, name });
  for (const name of new Set([...schema.properties.keys(), ...declaredNames(members)]))
    yield coversProperty(asking, members, { schema, name });
  yield coversSize(members, schema);
  yield coversPatterns(asking, members, schema);
  yield coversRest(asking, members, schema);
  yield coversNames(asking, members, schema);
  yield coversUnevaluated(asking, members, schema);
}

interface Named {
  readonly schema: Schema;
  readonly name: string;
}

function coversRequired({ manner }: Asking, members: readonly Schema[], { schema, name }: Named): Failure | undefined {
  if (needs(members, name)) return undefined;
  const declared = [schema, ...members].map((member) => member.properties.get(name));
  if (declared.some((property) => leftOut(property, manner.direction))) return undefined;
  return fails(schema, `objects without the property ${name} are not accepted`);
}

function coversProperty({ manner, covers }: Asking, members: readonly Schema[], { schema, name }: Named): Failure | undefined {
  const { parts, closed } = wanted(schema, name);
  if (parts.length === 0) return undefined;
  const own = allSayOf(members, name);
  if (manner.strict) return among(own ?? []);
  // What only one side declares is not sent by those who know the other, and ignored by those who read it.
  if (!own || (closed && declares(members, name))) return undefined;
  if (manner.direction === 'response' && parts.every(({ always }) => always === false)) return undefined;
  if (!schema.properties.has(name) && !declares(members, name)) return undefined;
  const declared = [...parts, ...members.flatMap((member) => member.properties.get(name) ?? [])];
  return declared.some((property) => leftOut(property, manner.direction)) ? undefined : among(own);

  function among(narrow: readonly Schema[]): Failure | undefined {
    return covers(narrow, parts);
  }
}

/** What a schema wants of a property, and whether it wants it only by forbidding what it does not declare. */
function wanted(schema: Schema, name: string): { parts: Schema[]; closed: boolean } {
  const declared = schema.properties.get(name);
  const parts = declared ? [declared] : [];
  for (const [pattern, part] of schema.schemas('patternProperties')) if (matchesPattern(name, pattern) !== false) parts.push(part);
  if (parts.length > 0 || !schema.additional) return { parts, closed: false };
  return { parts: [schema.additional], closed: schema.additional.always === false };
}

function coversSize(members: readonly Schema[], schema: Schema): Failure | undefined {
  const [fewest, most] = [schema.number('minProperties') ?? 0, schema.number('maxProperties')];
  const certainly = Math.max(
    tightest(members, 'minProperties', 'least', 0),
    new Set(members.flatMap((member) => [...member.required])).size,
  );
  if (certainly < fewest) return fails(schema, `objects of fewer than ${fewest} properties are not accepted`, false);
  if (most === undefined || tightest(members, 'maxProperties', 'most', Number.POSITIVE_INFINITY) <= most) return undefined;
  const closed = members.find((member) => member.additional?.always === false && member.schemas('patternProperties').size === 0);
  return closed && closed.properties.size <= most
    ? undefined
    : fails(schema, `objects of more than ${most} properties are not accepted`, false);
}

/** A pattern speaks of names that nobody declares: whatever the product lets them be must be what the pattern wants. */
function coversPatterns({ covers }: Asking, members: readonly Schema[], schema: Schema): Failure | undefined {
  for (const [pattern, part] of schema.schemas('patternProperties')) {
    const alike = members.flatMap((member) => member.schemas('patternProperties').get(pattern) ?? []);
    const others = members.flatMap((member) => [...member.schemas('patternProperties')]).filter(([other]) => other !== pattern);
    const own = alike.length > 0 ? alike : restOf(members);
    const failure =
      covers(own, [part]) ?? (alike.length > 0 ? undefined : firstFailure(others.map(([, other]) => covers([other], [part]))));
    if (failure) return alike.length > 0 || others.length === 0 ? failure : { ...failure, certain: false };
  }
  return undefined;
}

/** What the schema wants of the properties that it does not declare. */
function coversRest({ manner, covers }: Asking, members: readonly Schema[], schema: Schema): Failure | undefined {
  const { additional } = schema;
  if (!additional) return undefined;
  const own = restOf(members);
  // An object that declares properties and says no more is not a map: by convention nothing else is sent in it.
  const open = own.length === 0 && !manner.strict;
  const rest = open ? undefined : covers(own, [additional]);
  const patterned = members
    .flatMap((member) => [...member.schemas('patternProperties')])
    .filter(([pattern]) => !schema.schemas('patternProperties').has(pattern))
    .map(([, part]) => covers([part], [additional]));
  return rest ?? firstFailure(patterned);
}

function coversNames({ covers, manner }: Asking, members: readonly Schema[], schema: Schema): Failure | undefined {
  const names = schema.schema('propertyNames');
  if (!names || members.some((member) => member.schema('propertyNames') && sameAssertions(member.schema('propertyNames')!, names)))
    return undefined;
  for (const name of declaredNames(members))
    if (accepts(names, name, manner) !== true) return fails(schema, `the property name ${name} is not accepted`, false);
  const closed = members.some((member) => member.additional?.always === false && member.schemas('patternProperties').size === 0);
  if (closed) return undefined;
  const own = members.flatMap((member) => member.schema('propertyNames') ?? []);
  return covers([schema.sibling({ type: 'string' }), ...own], [names]);
}

/** Where unevaluated means additional it is compared with what is said of other properties; else it is not looked into. */
function coversUnevaluated({ covers, manner }: Asking, members: readonly Schema[], schema: Schema): Failure | undefined {
  const rest = schema.schema('unevaluatedProperties');
  if (!rest || rest.isAnything) return undefined;
  const own = restOf(members);
  if (!manner.strict && rest.always === false && (own.length === 0 || !covers(own, [rest]))) return undefined;
  const names = [...declaredNames(members), ...members.flatMap((member) => [...member.schemas('patternProperties').keys()])];
  const known = (name: string) => schema.properties.has(name) || schema.schemas('patternProperties').has(name);
  if (rest === schema.others && own.length > 0 && names.every(known) && !covers(own, [rest])) return undefined;
  return fails(schema, 'properties that no other keyword looks at are constrained', false);
}
