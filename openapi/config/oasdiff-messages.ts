import { findRule } from '../checks/registry.ts';

/** What a sentence of oasdiff names: one of our rules (which have its ids), and the words that a message of ours must hold. */
export interface Recognized {
  readonly id: string;
  readonly words: readonly string[];
}

type Named = Readonly<Record<string, string | undefined>>;
type Row = readonly [sentence: RegExp, id: string];

/** `~name` stands for something in quotes or backticks; `<name>` in an id for a group of the sentence, written as ids are. */
const ROWS: readonly Row[] = [
  row('api path removed without deprecation', 'api-path-removed-without-deprecation'),
  row('api path removed before', 'api-path-removed-before-sunset'),
  row('api removed without deprecation', 'api-removed-without-deprecation'),
  row('api removed before', 'api-removed-before-sunset'),
  row('api operation id ~value removed', 'api-operation-id-removed'),
  row('api tag ~value removed', 'api-tag-removed'),
  row('removed the schema ~value', 'api-schema-removed'),
  row('endpoint stability level decreased', 'api-stability-decreased'),
  row('endpoint scheme security ~value was (?<how>added|removed)', 'api-security-<how>'),
  row('security scheme ~value was (?<how>added|removed) \\w+ the api', 'api-global-security-<how>'),
  row('component security scheme ~value was removed', 'api-security-component-removed'),
  row("scope ~value was (?<how>added|removed) \\w+ the endpoint's", 'api-security-scope-<how>'),
  row('scope ~value was (?<how>added|removed) \\w+ the global', 'api-global-security-scope-<how>'),

  row('added required request body', 'request-body-added-required'),
  row('request body became required', 'request-body-became-required'),
  row('removed the request body', 'request-body-removed'),
  row("request's body became (?<how>not nullable|nullable)", 'request-body-became-<how>'),
  row('request body was restricted to', 'request-body-became-enum'),
  row('request body enum value removed ~value', 'request-body-enum-value-removed'),
  row('removed the media type ~value from the request body', 'request-body-media-type-removed'),
  row("request's body (?<keyword>[a-z]+) was (?<how>increased|decreased|set)", 'request-body-<keyword>-<how>'),
  row("request's body ~what changed from", 'request-body-type-changed'),

  row('deleted the ~in request parameter ~name before', 'request-parameter-removed-before-sunset'),
  row('deleted the ~in request parameter ~name', 'request-parameter-removed'),
  row('the new (?<need>required|optional) ~in request parameter ~name', 'new-<need>-request-parameter'),
  row('new path request parameter ~name', 'new-request-path-parameter'),
  row('~in request parameter ~name became (?<how>required|not nullable)', 'request-parameter-became-<how>'),
  row('~in request parameter ~name was restricted to', 'request-parameter-became-enum'),
  row('removed the enum value ~value from the ~in request parameter ~name', 'request-parameter-enum-value-removed'),
  row('added the pattern ~value to the ~in request parameter ~name', 'request-parameter-pattern-added'),
  row('changed the pattern of the ~in request parameter ~name', 'request-parameter-pattern-changed'),
  row('~in request parameter ~name, default value (?:~what )?was (?<how>added|changed|removed)', 'request-parameter-default-value-<how>'),
  row('~in request parameter ~name, the (?<keyword>[a-z]+) was (?<how>increased|decreased|set)', 'request-parameter-<keyword>-<how>'),
  row('~in request parameter ~name, the ~what was changed', 'request-parameter-type-changed'),

  row('the new required request property ~name with a default', 'new-required-request-property-with-default'),
  row('the new required request property ~name', 'new-required-request-property'),
  row('removed the request property ~name', 'request-property-removed'),
  row('request property ~name with a default value became required', 'request-property-became-required-with-default'),
  row('request property ~name became (?<how>required|not nullable)', 'request-property-became-<how>'),
  row('request property ~name was restricted to', 'request-property-became-enum'),
  row('removed the enum value ~value of the request property ~name', 'request-property-enum-value-removed'),
  row('added the pattern ~value to the request property ~name', 'request-property-pattern-added'),
  row('changed the pattern of the request property ~name', 'request-property-pattern-changed'),
  row('~name request property default value (?:~what )?(?:was )?(?<how>added|changed|removed)', 'request-property-default-value-<how>'),
  row("~name request property's (?<keyword>[a-z]+) was (?<how>increased|decreased|set)", 'request-property-<keyword>-<how>'),
  row('~name request property ~what changed from', 'request-property-type-changed'),

  row('removed the (?<kind>success|non-success) response with the status ~status', 'response-<kind>-status-removed'),
  row('removed the (?<need>required|optional) property ~name from the response with the ~status', 'response-<need>-property-removed'),
  row('removed the media type ~value for the response with the status ~status', 'response-media-type-removed'),
  row('mandatory response header ~name removed for the status ~status', 'required-response-header-removed'),
  row('optional response header ~name removed for the status ~status', 'optional-response-header-removed'),
  row('response header ~name became optional for the status ~status', 'response-header-became-optional'),
  row('response property ~name became (?<how>optional|nullable|not nullable) for the status ~status', 'response-property-became-<how>'),
  row("response's body became nullable", 'response-body-became-nullable'),
  row('new ~value enum value to the ~name response property for the response status ~status', 'response-property-enum-value-added'),
  row("~name response property's (?<keyword>[a-z]+) was (?<how>increased|decreased|unset)", 'response-property-<keyword>-<how>'),
  row("response's body (?<keyword>[a-z]+) was (?<how>increased|decreased|unset)", 'response-body-<keyword>-<how>'),
  row("~name response's property ~what changed from", 'response-property-type-changed'),
  row("response's body ~what changed from", 'response-body-type-changed'),

  row('(?<how>added|removed) ~what (?:to|from) the (?<side>request|response) body `(?<list>any|one|all)of`', '<side>-body-<list>-of-<how>'),
  row(
    '(?<how>added|removed) ~what (?:to|from) the ~name (?<side>request|response) property `(?<list>any|one|all)of`',
    '<side>-property-<list>-of-<how>',
  ),
];

/** The keyword in their sentence, as ids have it. */
const KEYWORDS: Named = {
  maxlength: 'max-length',
  minlength: 'min-length',
  maxitems: 'max-items',
  minitems: 'min-items',
  exclusiveminimum: 'exclusive-min',
  exclusivemaximum: 'exclusive-max',
};

function row(sentence: string, id: string): Row {
  return [new RegExp(sentence.replaceAll(/~([a-z]+)/g, "['`](?<$1>[^'`]*)['`]"), 'i'), id];
}

/** The rule that a line is about, by the id in brackets that oasdiff prints, or by its sentence; undefined when it is none that we know. */
export function recognize(line: string): Recognized | undefined {
  const bracketed = [...line.matchAll(/\[([a-z0-9-]+)\]/g)].map(([, id]) => id!).find((id) => findRule(id));
  for (const [sentence, template] of ROWS) {
    const found = sentence.exec(line);
    if (!found) continue;
    const { groups = {} } = found;
    const id = bracketed ?? idOf(template, groups);
    if (findRule(id)) return { id, words: wordsOf(groups) };
  }
  return bracketed === undefined ? undefined : { id: bracketed, words: [] };
}

function idOf(template: string, groups: Named): string {
  return template.replaceAll(/<(\w+)>/g, (_, name: string) => {
    const said = (groups[name] ?? '').toLowerCase();
    return (name === 'keyword' ? (KEYWORDS[said] ?? said) : said).replaceAll(' ', '-');
  });
}

/** In the order in which our messages have them: the status, the name of a property or parameter without the way to it, a value. */
function wordsOf({ status, name, value }: Named): string[] {
  return [status, name?.split('/').findLast((part) => part !== '' && part !== 'items'), value].filter(
    (word) => word !== undefined && word !== '',
  ) as string[];
}
