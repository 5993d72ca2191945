import type { Area, Direction, Level, Rule } from './rule.ts';
import { type Effect, SCHEMA_SUFFIXES, type Suffix } from './schema-suffixes.ts';

/** The kinds of places that schemas stand at; their names begin the ids of rules. */
export const PLACES = [
  'request-body',
  'request-property',
  'request-parameter',
  'request-parameter-property',
  'response-body',
  'response-property',
  'response-header',
] as const;

export type Place = (typeof PLACES)[number];

const NOUNS: Readonly<Record<Place, string>> = {
  'request-body': 'a request body',
  'request-property': 'a property of a request body',
  'request-parameter': 'a parameter',
  'request-parameter-property': 'a part of a parameter',
  'response-body': 'a response body',
  'response-property': 'a property of a response body',
  'response-header': 'a response header',
};

const NARROWED = 'narrowed';
const WIDENED = 'widened';

/**
 * Where the field's level is not the one that the effect alone would give: a limit that is written down for the first time may
 * always have been there, and a new value in a list is one that a careful reader was told to expect.
 */
const WARNINGS = new RegExp(
  `^(${[
    'request-.*-(set|all-of-removed|pattern-changed)',
    'response-.*-(enum-value-added|pattern-(changed|removed)|one-of-became-any-of)',
    'request-.*-any-of-became-one-of',
    '.*-discriminator-(property-name|mapping|default-mapping)-changed',
    'request-.*-discriminator-(added|default-mapping-removed)',
    'response-.*-discriminator-(removed|mapping-added|default-mapping-added)',
    '.*-(additional-properties-forbidden|keyword-changed|undecided)',
  ].join('|')})$`,
);
const ERRORS = /^request-parameter-default-value-(added|removed|changed)$/;
const INFOS = /^response-.*-(additional-properties-(allowed|forbidden)|all-of-removed)$|^response-.*-(type-compatible)$/;

export function levelOf(id: string, effect: Effect, direction: Direction): Level {
  if (INFOS.test(id)) return 'info';
  if (WARNINGS.test(id)) return 'warning';
  if (ERRORS.test(id)) return 'error';
  if (effect === 'note') return 'info';
  if (effect === 'changes') return 'error';
  return (effect === 'narrows') === (direction === 'request') ? 'error' : 'info';
}

export function directionOf(place: Place): Direction {
  return place.startsWith('request') ? 'request' : 'response';
}

function areaOf(place: Place): Area {
  if (place.startsWith('request-parameter')) return 'parameters';
  return place === 'response-header' ? 'headers' : 'schema';
}

/** The id of a kind of change at a place, as the field writes it. */
export function schemaRuleId(place: Place, suffix: string): string {
  if (place === 'response-body' && suffix === 'enum-value-removed') return 'response-mediatype-enum-value-removed';
  return `${place}-${suffix}`;
}

function ruleOf(place: Place, { suffix, effect, phrase }: Suffix): Rule {
  const id = schemaRuleId(place, suffix);
  const direction = directionOf(place);
  const level = levelOf(id, effect, direction);
  return { id, level, direction, area: areaOf(place), means: `In ${NOUNS[place]}, ${phrase}.`, ...explain(level, effect, direction) };
}

function explain(level: Level, effect: Effect, direction: Direction): Pick<Rule, 'breaks' | 'instead'> {
  if (effect === 'note')
    return {
      breaks: NOTE[direction],
      instead: level === 'info' ? 'Nothing to do.' : 'Add a new parameter with the new default, and leave the old one as it is.',
    };
  if (level === 'info') return { breaks: `${SAFE[direction]} Nobody who relied on the old form is affected.`, instead: 'Nothing to do.' };
  if (level === 'warning') return { breaks: DOUBT[direction], instead: INSTEAD[direction] };
  return { breaks: BREAKS[direction], instead: INSTEAD[direction] };
}

const NOTE = {
  request: 'The values that are accepted stay the same; what an omitted value means may not.',
  response: 'The values that may come stay the same.',
  none: '',
};
const SAFE = { request: 'What was accepted still is.', response: 'What comes now could come before.', none: '' };
const DOUBT = {
  request:
    'Requests that the old document allowed may now be refused, unless the service has refused them all along; the documents cannot say.',
  response: 'An answer may now hold what it could not before; whether a reader minds, the documents cannot say.',
  none: '',
};
const BREAKS = {
  request: 'A client that sends what the old document allowed may now be refused.',
  response: 'A client may now be answered with what the old document ruled out, and fail to read it.',
  none: '',
};
const INSTEAD = {
  request:
    'Keep accepting what was accepted: make the new form optional, add it beside the old one, or offer it under a new path or version and deprecate the old.',
  response:
    'Keep answering within the old form: add a new property or media type beside the old one, or offer the new form under a new path or version.',
  none: '',
};

/** What the keywords do not explain one by one, but the subset question answers for the schema as a whole. */
const WHOLE: readonly Suffix[] = [
  { suffix: NARROWED, effect: 'narrows', phrase: 'the schema as a whole accepts less than before' },
  { suffix: WIDENED, effect: 'widens', phrase: 'the schema as a whole allows more than before' },
  { suffix: 'undecided', effect: 'changes', phrase: 'the schema changed in a way that the engine cannot decide' },
];

const wholeFor = (place: Place) =>
  WHOLE.filter(({ suffix }) => suffix === 'undecided' || (suffix === NARROWED) === (directionOf(place) === 'request'));

/** Kinds of change that the field knows by another name at these places. */
const OTHERWISE_NAMED = /^(request-(body|property|parameter)-type-specialized|response-.*-pattern-generalized)$/;

/** Every kind of change at every kind of place. */
export const schemaRules: readonly Rule[] = PLACES.flatMap((place) =>
  [...SCHEMA_SUFFIXES, ...wholeFor(place)].map((suffix) => ruleOf(place, suffix)).filter(({ id }) => !OTHERWISE_NAMED.test(id)),
);

const phrases = new Map([...SCHEMA_SUFFIXES, ...WHOLE].map(({ suffix, phrase }) => [suffix, phrase]));

export function phraseOf(suffix: string): string {
  return phrases.get(suffix) ?? suffix.replaceAll('-', ' ');
}
