const REASONS: readonly (readonly [reason: string, ids: string])[] = [
  [
    'Its mirror has a name of its own in the field: became-enum.',
    'request-body-enum-removed request-property-enum-removed request-parameter-enum-removed request-parameter-property-enum-removed response-body-enum-removed response-property-enum-removed response-header-enum-removed',
  ],
  ['Its mirror is called response-body-enum-value-added.', 'response-mediatype-enum-value-removed'],
  [
    'Its mirrors split by whether it is required: request-body-added-required and -optional, new-required-… and new-optional-….',
    'request-body-removed request-property-removed request-parameter-removed request-parameter-property-removed',
  ],
  [
    'Its mirror is request-body-removed, whatever the body was; answers have no body apart from their media types.',
    'request-body-added-optional request-body-added-required',
  ],
  [
    'Answers are not optional, and their media types are told by response-media-type-….',
    'request-body-became-optional request-body-became-required request-body-media-type-added request-body-media-type-removed request-body-media-type-name-changed request-body-media-type-name-generalized request-body-media-type-name-specialized',
  ],
  [
    'Its mirrors split by whether the header is required: response-header-added, and required- or optional-response-header-removed.',
    'response-header-added required-response-header-removed optional-response-header-removed',
  ],
  ['Its mirrors split by how it was announced: api-removed-… and api-path-removed-….', 'endpoint-added'],
  [
    'The subset question has one answer a direction: a schema that is wider in a request, or narrower in a response, breaks nobody and is explained by its keywords.',
    'request-body-narrowed request-property-narrowed request-parameter-narrowed request-parameter-property-narrowed response-body-widened response-property-widened response-header-widened',
  ],
  [
    'The field calls the narrower type and pattern of a request changed.',
    'request-body-type-generalized request-property-type-generalized request-parameter-type-generalized response-body-type-specialized response-property-type-specialized',
  ],
  [
    'The field calls any other pattern changed.',
    'request-body-pattern-generalized request-property-pattern-generalized request-parameter-pattern-generalized request-parameter-property-pattern-generalized',
  ],
  [
    'Only the narrowing of a readOnly property needs to be told apart: it would be an error otherwise.',
    'request-read-only-property-enum-value-removed request-read-only-property-max-decreased request-read-only-property-exclusive-max-decreased request-read-only-property-max-length-decreased request-read-only-property-min-increased request-read-only-property-exclusive-min-increased',
  ],
  [
    'Only the widening of a writeOnly property needs to be told apart: it would be a warning otherwise.',
    'response-write-only-property-enum-value-added',
  ],
  ['A default does not matter in answers, nor to what became optional.', 'request-property-became-required-with-default'],
  [
    'A value more in an extensible list is what it is there for, and answers may hold others anyway.',
    'request-property-x-extensible-enum-value-removed request-parameter-x-extensible-enum-value-removed',
  ],
  ['The field knows it as deprecated or endpoint-deprecated-with-sunset.', 'sunset-deleted request-parameter-sunset-deleted'],
  ['Its mirror is request-parameter-property-became-optional.', 'request-header-property-became-required'],
  ['A schema that nobody refers to yet is no news.', 'api-schema-removed'],
  ['A higher version is what a change that breaks wants.', 'api-version-decreased'],
];

/** Rules that have no mirror (request and response, added and removed), each with the reason. A reason that is not needed fails the test. */
export const MIRROR_WAIVERS: Readonly<Record<string, string>> = Object.fromEntries(
  REASONS.flatMap(([reason, ids]) => ids.split(' ').map((id) => [id, reason])),
);
