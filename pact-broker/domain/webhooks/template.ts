import { isPlainObject } from '../pacts/faithful-json.ts';

/** A variable's values by name, as `${pactbroker.NAME}` stands for them. */
export type Variables = Record<string, string>;

type Escape = (value: string) => string;

const VARIABLE = /\$\{pactbroker\.(\w+)\}/g;

export const asItIs: Escape = (value) => value;

/** Puts the values where the variables stand. A name that is no variable stays as it is, so that the receiver shows the mistake. */
export const renderText = (text: string, variables: Variables, encode: Escape): string =>
  text.replaceAll(VARIABLE, (whole, name: string) => (Object.hasOwn(variables, name) ? encode(variables[name] as string) : whole));

const inPath: Escape = (value) => encodeURIComponent(value.toWellFormed());
const inQuery: Escape = (value) => inPath(value).replaceAll('%20', '+');

/** In the path a value is one segment of it; in the query it is encoded as forms are. */
export function renderUrl(url: string, variables: Variables): string {
  const query = url.search(/[?#]/);
  const path = query === -1 ? url : url.slice(0, query);
  return renderText(path, variables, inPath) + (query === -1 ? '' : renderText(url.slice(query), variables, inQuery));
}

/** Every text of a JSON value, however deep, and every name of a member. */
export function renderJson(value: unknown, variables: Variables): unknown {
  if (typeof value === 'string') return renderText(value, variables, asItIs);
  if (Array.isArray(value)) return value.map((item) => renderJson(item, variables));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [renderText(name, variables, asItIs), renderJson(member, variables)]),
  );
}

const inJson: Escape = (value) => JSON.stringify(value).slice(1, -1);

const XML_ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** In an element or an attribute; what XML 1.0 has no character for is replaced. */
const inXml: Escape = (value) =>
  value
    .replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(/[&<>"']/g, (c) => XML_ENTITIES[c] as string);

export const isForm = (contentType: string | undefined): boolean => /\bx-www-form-urlencoded\b/i.test(contentType ?? '');

/** The members of an object as the fields of a form: a list is a field several times, an object within is JSON. */
export function formOf(body: Record<string, unknown>): string {
  const fields = Object.entries(body).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, asField(each)]));
  return new URLSearchParams(fields).toString();
}

const asField = (value: unknown): string => (typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value));

/** In a body that was given as text, a value must not break out of the format that the text is in. */
export function escapeFor(contentType: string | undefined): Escape {
  if (/[/+]json\b/i.test(contentType ?? '')) return inJson;
  if (/[/+]xml\b/i.test(contentType ?? '')) return inXml;
  return isForm(contentType) ? inQuery : asItIs;
}

/** A header takes no line breaks, and no characters beyond Latin-1: those are percent-encoded. */
export const inHeader: Escape = (value) =>
  value
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/[^\x20-\xff]/gu, encodeURIComponent);
