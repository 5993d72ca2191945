/** What a kind of change does to the values that a schema accepts. */
export type Effect = 'narrows' | 'widens' | 'changes' | 'note';

export interface Suffix {
  readonly suffix: string;
  readonly effect: Effect;
  /** `the maximum was lowered` */
  readonly phrase: string;
}

function rows(text: string): Suffix[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [suffix = '', effect = '', phrase = ''] = line.trim().split(' | ');
      return { suffix, effect: effect as Effect, phrase };
    });
}

const BOUNDS: readonly [suffix: string, what: string, upper: boolean][] = [
  ['max', 'maximum', true],
  ['exclusive-max', 'exclusive maximum', true],
  ['max-length', 'maximum length', true],
  ['max-items', 'maximum number of items', true],
  ['max-properties', 'maximum number of properties', true],
  ['max-contains', 'maximum number of matching items', true],
  ['min', 'minimum', false],
  ['exclusive-min', 'exclusive minimum', false],
  ['min-length', 'minimum length', false],
  ['min-items', 'minimum number of items', false],
  ['min-properties', 'minimum number of properties', false],
  ['min-contains', 'minimum number of matching items', false],
];

/** Lengths and counts of matches have a natural lower bound, so that they can only grow and shrink. */
const NEVER_SET = new Set(['min-length', 'min-contains']);

function boundSuffixes(): Suffix[] {
  return BOUNDS.flatMap(([name, what, upper]) => {
    const moves: Suffix[] = [
      { suffix: `${name}-increased`, effect: upper ? 'widens' : 'narrows', phrase: `the ${what} was raised` },
      { suffix: `${name}-decreased`, effect: upper ? 'narrows' : 'widens', phrase: `the ${what} was lowered` },
    ];
    const ends: Suffix[] = [
      { suffix: `${name}-set`, effect: 'narrows', phrase: `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} was set` },
      { suffix: `${name}-unset`, effect: 'widens', phrase: `the ${what} was taken away` },
    ];
    return NEVER_SET.has(name) ? moves : [...moves, ...ends];
  });
}

/** Every kind of change to a schema. A rule is one of these at one kind of place: `request-body` and `type-changed`. */
export const SCHEMA_SUFFIXES: readonly Suffix[] = [
  ...boundSuffixes(),
  ...rows(`
type-changed | changes | the type or format became another
type-generalized | widens | the type or format now includes more
type-specialized | narrows | the type or format now includes less
type-compatible | note | the type became another, but the values travel as text that both accept
list-of-types-widened | widens | types were added to the list of types
list-of-types-narrowed | narrows | types were taken from the list of types
became-nullable | widens | null became a value
became-not-nullable | narrows | null is no longer a value
became-enum | narrows | the values were limited to a list
enum-removed | widens | the values are no longer limited to a list
enum-value-added | widens | a value was added to the list of values
enum-value-removed | narrows | a value was taken from the list of values
const-added | narrows | the value was fixed
const-removed | widens | the value is no longer fixed
const-changed | changes | the fixed value became another
multiple-of-set | narrows | values must now be multiples of a number
multiple-of-unset | widens | values need no longer be multiples of a number
multiple-of-changed | changes | values must be multiples of another number
pattern-added | narrows | a pattern was added
pattern-removed | widens | the pattern was taken away
pattern-changed | changes | the pattern became another
pattern-generalized | widens | the pattern now matches more
unique-items-added | narrows | items must now differ from each other
unique-items-removed | widens | items may now be equal
items-added | narrows | the items were given a schema
items-removed | widens | the items have no schema any more
additional-properties-forbidden | narrows | properties that are not declared were forbidden
additional-properties-allowed | widens | properties that are not declared were allowed
additional-properties-constrained | narrows | the values of properties that are not declared were given a schema
additional-properties-unconstrained | widens | the values of properties that are not declared have no schema any more
all-of-added | narrows | a member was added to allOf
all-of-removed | widens | a member was taken from allOf
all-of-added-annotation-only | note | a member that constrains nothing was added to allOf
all-of-removed-annotation-only | note | a member that constrains nothing was taken from allOf
any-of-added | widens | an alternative was added to anyOf
any-of-removed | narrows | an alternative was taken from anyOf
any-of-introduced | narrows | anyOf was introduced
any-of-dropped | widens | anyOf was taken away
one-of-added | widens | an alternative was added to oneOf
one-of-removed | narrows | an alternative was taken from oneOf
one-of-introduced | narrows | oneOf was introduced
one-of-dropped | widens | oneOf was taken away
any-of-became-one-of | narrows | the alternatives came to exclude each other
one-of-became-any-of | widens | the alternatives no longer exclude each other
wrapped-in-one-of | changes | the schema became one alternative of a oneOf
not-added | narrows | a negation was added
not-removed | widens | the negation was taken away
not-changed | changes | the negation became another
prefix-items-added | changes | the first items were given schemas of their own
prefix-items-removed | changes | the first items have no schemas of their own any more
if-added | narrows | a condition was added
if-removed | widens | the condition was taken away
if-changed | changes | the condition became another
then-added | narrows | a consequence of the condition was added
then-removed | widens | the consequence of the condition was taken away
else-added | narrows | an otherwise of the condition was added
else-removed | widens | the otherwise of the condition was taken away
contains-added | narrows | an item that matches became needed
contains-removed | widens | no item needs to match any more
contains-changed | changes | the item that must match became another
dependent-required-added | narrows | a property came to need others beside it
dependent-required-removed | widens | a property no longer needs others beside it
dependent-required-changed | changes | a property needs others beside it than before
dependent-schema-added | narrows | a property came to demand another form of the object
dependent-schema-removed | widens | a property no longer demands another form of the object
pattern-property-added | narrows | properties whose name matches a pattern were given a schema
pattern-property-removed | widens | properties whose name matches a pattern have no schema any more
property-names-added | narrows | the names of properties were constrained
property-names-removed | widens | the names of properties are no longer constrained
property-names-changed | changes | the names of properties are constrained otherwise
unevaluated-items-added | narrows | items that nothing else looks at were constrained
unevaluated-items-removed | widens | items that nothing else looks at are no longer constrained
unevaluated-properties-added | narrows | properties that nothing else looks at were constrained
unevaluated-properties-removed | widens | properties that nothing else looks at are no longer constrained
content-schema-added | narrows | what the string carries was given a schema
content-schema-removed | widens | what the string carries has no schema any more
content-media-type-changed | changes | the string carries another media type
content-encoding-changed | changes | the string is encoded otherwise
discriminator-added | narrows | a discriminator was added
discriminator-removed | widens | the discriminator was taken away
discriminator-property-name-changed | changes | the discriminator is another property
discriminator-mapping-added | widens | the discriminator came to know a name
discriminator-mapping-deleted | narrows | the discriminator no longer knows a name
discriminator-mapping-changed | changes | a name of the discriminator leads to another schema
discriminator-default-mapping-added | widens | values that the discriminator does not know came to have a schema
discriminator-default-mapping-removed | narrows | values that the discriminator does not know have no schema any more
discriminator-default-mapping-changed | changes | values that the discriminator does not know have another schema
subtype-added | widens | a schema came to stand for this one by the discriminator
subtype-removed | narrows | a schema no longer stands for this one by the discriminator
keyword-changed | changes | a keyword changed that the engine does not judge
default-value-added | note | a default was added
default-value-removed | note | the default was taken away
default-value-changed | note | the default became another`),
];
