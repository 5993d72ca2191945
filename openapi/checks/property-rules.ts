import { type Rule, rulesOf } from './rule.ts';

const REFUSED = 'A client that does not send the property is refused.';
const OPTIONAL = 'Make the property optional, and take a default where it is missing.';
const MISSED = 'A client that reads the property may no longer find it.';
const KEEP = 'Keep answering the property until nobody reads it any more; mark it deprecated first.';
const NOTHING = 'Nothing to do.';
const IGNORED =
  'A client that sends it is not refused where other properties are allowed, but what it sent has no effect any more; a closed object refuses it.';
const UNAFFECTED = 'Requests that were accepted still are.';
const READERS = 'Readers ignore what they do not know.';

const marks = (['request', 'response'] as const).flatMap((direction) =>
  (['required', 'optional'] as const).flatMap((need) =>
    (['read-only', 'write-only', 'not-read-only', 'not-write-only'] as const).map((mark): Rule => {
      const id = `${direction}-${need}-property-became-${mark}`;
      const lost = id === 'response-required-property-became-write-only';
      const demanded = id === 'request-required-property-became-not-read-only';
      const level = demanded ? 'error' : lost || id === 'response-required-property-became-not-write-only' ? 'warning' : 'info';
      const means = `${need === 'required' ? 'A required' : 'An optional'} property of a ${direction} became ${mark.replaceAll('-', ' ')}.`;
      const breaks = demanded ? REFUSED : lost ? MISSED : direction === 'request' ? UNAFFECTED : READERS;
      return { id, level, direction, area: 'schema', means, breaks, instead: demanded ? OPTIONAL : lost ? KEEP : NOTHING };
    }),
  ),
);

const readOnly = [
  'enum-value-removed',
  'max-decreased',
  'exclusive-max-decreased',
  'max-length-decreased',
  'min-increased',
  'exclusive-min-increased',
].map(
  (suffix): Rule => ({
    id: `request-read-only-property-${suffix}`,
    level: 'info',
    direction: 'request',
    area: 'schema',
    means: `A readOnly property was narrowed (${suffix.replaceAll('-', ' ')}).`,
    breaks: 'Clients do not send readOnly properties, so none is refused.',
    instead: NOTHING,
  }),
);

/** Properties that come, go, are needed or are not. */
export const propertyRules: readonly Rule[] = [
  ...marks,
  ...readOnly,
  ...rulesOf([
    ['new-required-request-property', 'error', 'request', 'schema', 'A request needs a property that it did not know.', REFUSED, OPTIONAL],
    [
      'new-required-request-property-with-default',
      'error',
      'request',
      'schema',
      'A request needs a new property that has a default.',
      'Validators refuse a request without it; a default does not stand in for what is required.',
      'Leave it out of `required`: the default is there for that.',
    ],
    ['new-optional-request-property', 'info', 'request', 'schema', 'A request may hold a new property.', UNAFFECTED, NOTHING],
    [
      'request-property-removed',
      'warning',
      'request',
      'schema',
      'A property of a request was removed.',
      IGNORED,
      'Keep accepting it, marked deprecated, until nobody sends it any more.',
    ],
    ['request-property-became-required', 'error', 'request', 'schema', 'A property of a request became required.', REFUSED, OPTIONAL],
    [
      'request-property-became-required-with-default',
      'error',
      'request',
      'schema',
      'A property of a request that has a default became required.',
      'Validators refuse a request without it; a default does not stand in for what is required.',
      'Leave it out of `required`: the default is there for that.',
    ],
    ['request-property-became-optional', 'info', 'request', 'schema', 'A property of a request became optional.', UNAFFECTED, NOTHING],
    [
      'request-property-x-extensible-enum-value-removed',
      'error',
      'request',
      'schema',
      'A value was taken from the extensible list of a property.',
      'A client that sends the value may be refused.',
      'Keep accepting the value.',
    ],
    [
      'request-parameter-x-extensible-enum-value-removed',
      'error',
      'request',
      'parameters',
      'A value was taken from the extensible list of a parameter.',
      'A client that sends the value may be refused.',
      'Keep accepting the value.',
    ],
    [
      'new-required-request-header-property',
      'error',
      'request',
      'parameters',
      'A header needs a property that it did not know.',
      REFUSED,
      OPTIONAL,
    ],
    [
      'request-header-property-became-required',
      'error',
      'request',
      'parameters',
      'A property of a header became required.',
      REFUSED,
      OPTIONAL,
    ],
    [
      'request-header-property-became-enum',
      'error',
      'request',
      'parameters',
      'The values of a property of a header were limited to a list.',
      'A client that sends another value is refused.',
      'Keep accepting other values.',
    ],
    [
      'new-required-request-parameter-property',
      'error',
      'request',
      'parameters',
      'A parameter needs a property that it did not know.',
      REFUSED,
      OPTIONAL,
    ],
    [
      'new-optional-request-parameter-property',
      'info',
      'request',
      'parameters',
      'A parameter may hold a new property.',
      UNAFFECTED,
      NOTHING,
    ],
    [
      'request-parameter-property-removed',
      'warning',
      'request',
      'parameters',
      'A property of a parameter was removed.',
      IGNORED,
      'Keep accepting it until nobody sends it any more.',
    ],
    [
      'request-parameter-property-became-required',
      'error',
      'request',
      'parameters',
      'A property of a parameter became required.',
      REFUSED,
      OPTIONAL,
    ],
    [
      'request-parameter-property-became-optional',
      'info',
      'request',
      'parameters',
      'A property of a parameter became optional.',
      UNAFFECTED,
      NOTHING,
    ],
    ['response-required-property-removed', 'error', 'response', 'schema', 'A property that every answer held was removed.', MISSED, KEEP],
    [
      'response-optional-property-removed',
      'warning',
      'response',
      'schema',
      'A property that answers might hold was removed.',
      'A client that uses it when it is there will not find it; whether one does, the documents cannot say.',
      KEEP,
    ],
    [
      'response-required-write-only-property-removed',
      'info',
      'response',
      'schema',
      'A writeOnly property was removed from a response.',
      'It was never answered.',
      NOTHING,
    ],
    [
      'response-optional-write-only-property-removed',
      'info',
      'response',
      'schema',
      'An optional writeOnly property was removed from a response.',
      'It was never answered.',
      NOTHING,
    ],
    ['response-required-property-added', 'info', 'response', 'schema', 'Every answer holds a new property.', READERS, NOTHING],
    ['response-optional-property-added', 'info', 'response', 'schema', 'Answers may hold a new property.', READERS, NOTHING],
    [
      'response-required-write-only-property-added',
      'info',
      'response',
      'schema',
      'A required writeOnly property was added to a response.',
      'It is never answered.',
      NOTHING,
    ],
    [
      'response-optional-write-only-property-added',
      'info',
      'response',
      'schema',
      'An optional writeOnly property was added to a response.',
      'It is never answered.',
      NOTHING,
    ],
    [
      'response-property-became-optional',
      'error',
      'response',
      'schema',
      'A property that every answer held may now be missing.',
      MISSED,
      'Keep answering it always, if need be with null where null was allowed or with an empty value.',
    ],
    [
      'response-write-only-property-became-optional',
      'info',
      'response',
      'schema',
      'A writeOnly property of a response became optional.',
      'It is never answered.',
      NOTHING,
    ],
    [
      'response-property-became-required',
      'info',
      'response',
      'schema',
      'A property that answers might hold is now always there.',
      'Readers that coped without it cope with it.',
      NOTHING,
    ],
    [
      'response-write-only-property-became-required',
      'info',
      'response',
      'schema',
      'A writeOnly property of a response became required.',
      'It is never answered.',
      NOTHING,
    ],
    [
      'response-write-only-property-enum-value-added',
      'info',
      'response',
      'schema',
      'A value was added to the list of a writeOnly property.',
      'It is never answered.',
      NOTHING,
    ],
  ]),
];
