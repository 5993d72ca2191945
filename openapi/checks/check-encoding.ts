import { sideBySide } from '../diff/pairs.ts';
import type { Encoding, MediaType } from '../document/bodies.ts';
import type { Document } from '../document/document.ts';
import { mediaWithin, parseMediaType } from '../document/media-type.ts';
import { effectiveProperty } from '../schema/effective.ts';
import type { Schema } from '../schema/schema.ts';
import { schemaAt } from '../schema/schema-at.ts';
import type { BodyPlace } from './body-place.ts';
import { headerFindings, headerSites } from './check-headers.ts';
import type { Finding } from './finding.ts';
import { otherFindings } from './other-changes.ts';
import { encodingStyleOf, isRestyled } from './parameter-style.ts';
import { atMost } from './registry.ts';
import type { SchemaSite } from './schema-site.ts';

interface Media {
  readonly base: MediaType;
  readonly revision: MediaType;
}

/** One part of a form on one side. */
interface Part {
  readonly encoding: Encoding | undefined;
  readonly schema: Schema | undefined;
  readonly document: Document;
  readonly mediaType: string;
}

/** How the parts of a form are written: their media types, styles and headers. Only forms have parts. */
export function encodingFindings({ base, revision }: Media, body: BodyPlace): Finding[] {
  if (!isForm(base.name) || !isForm(revision.name)) return [];
  return [...sideBySide(base.encoding, revision.encoding)].flatMap(([name, sides]) => {
    const before = partOf(name, { media: base, encoding: sides.base, document: body.pair.base.document });
    const after = partOf(name, { media: revision, encoding: sides.revision, document: body.pair.revision.document });
    // A part that is new or gone is told as a property; how it is written is no change.
    if (!before.schema !== !after.schema) return [];
    const at: At = {
      body,
      sides: { base: sides.base?.node ?? base.node, revision: sides.revision?.node ?? revision.node },
      subject: `${body.within} ${base.name} part ${name}`,
    };
    return [
      ...contentTypeFindings(before, after, at),
      ...styleFindings(before, after, at),
      ...headersOf(before, after, at),
      ...others(before, after, at),
    ];
  });
}

interface At {
  readonly body: BodyPlace;
  readonly sides: Pick<Finding, 'base' | 'revision'>;
  readonly subject: string;
}

function isForm(name: string): boolean {
  const { type, subtype } = parseMediaType(name);
  return type === 'multipart' || (type === 'application' && subtype === 'x-www-form-urlencoded');
}

function partOf(
  name: string,
  { media, encoding, document }: { media: MediaType; encoding: Encoding | undefined; document: Document },
): Part {
  const whole = media.schema && schemaAt(document, media.schema);
  const position = /^prefixEncoding\[(\d+)\]$/.exec(name)?.[1];
  const items = media.itemSchema ? schemaAt(document, media.itemSchema) : whole?.items;
  const inList = position === undefined ? items : (whole?.prefixItems[Number(position)] ?? items);
  const schema = name === 'itemEncoding' || position !== undefined ? inList : whole && effectiveProperty(whole, name);
  return { encoding, schema, document, mediaType: media.name };
}

/** Whose body it is: of a callback the service sends the request. */
function directionOf({ pair, kind }: BodyPlace): 'request' | 'response' {
  return (kind === 'request-body') === pair.inverted ? 'response' : 'request';
}

function contentTypeFindings(base: Part, revision: Part, { body, sides, subject }: At): Finding[] {
  if (statedType(base) === undefined && statedType(revision) === undefined) return [];
  const [before, after] = [contentTypesOf(base), contentTypesOf(revision)];
  const lacking = (types: readonly string[], others: readonly string[]) =>
    types.filter((type) => !others.some((other) => mediaWithin(type, other)));
  const tell = (action: 'added' | 'removed', type: string): Finding => {
    const id = `${body.pair.rulePrefix}${body.kind}-encoding-content-type-${action}`;
    const how = action === 'removed' ? 'no longer' : lacking(before, after).length > 0 ? 'now' : 'now also';
    // Who follows what is not written down, the documents cannot say.
    const doubt = statedType(base) === undefined || statedType(revision) === undefined ? atMost('warning', id) : {};
    return { id, ...sides, message: `${subject} is ${how} written as ${type}`, subject: `${subject} ${type}`, ...doubt };
  };
  return [...lacking(before, after).map((type) => tell('removed', type)), ...lacking(after, before).map((type) => tell('added', type))];
}

const statedType = ({ encoding }: Part): string | undefined => encoding?.node.string('contentType');

/** The media types that a part may have: as stated (a list with commas), else what the specification takes by the type of the value. */
function contentTypesOf(part: Part): readonly string[] {
  const stated = statedType(part);
  return stated === undefined
    ? [defaultType(part.schema)]
    : stated.split(',').map((type) => type.replace(/;\s*charset=utf-8$/i, '').trim());
}

const BINARY = 'application/octet-stream';

function defaultType(schema: Schema | undefined): string {
  const type = [...(schema?.types ?? [])].find((each) => each !== 'null');
  if (!schema || type === undefined || type === 'file') return BINARY;
  if (type === 'object') return 'application/json';
  if (type === 'array') return schema.items && schema.items !== schema ? defaultType(schema.items) : BINARY;
  return schema.text('format') === 'binary' || schema.text('contentEncoding') !== undefined ? BINARY : 'text/plain';
}

function styleFindings(base: Part, revision: Part, { body, sides, subject }: At): Finding[] {
  const [before, after] = [encodingStyleOf(base), encodingStyleOf(revision)];
  if (!isRestyled(before, after)) return [];
  const message = `${subject} is written as ${after?.text} and no longer as ${before?.text}`;
  return [{ id: `${body.pair.rulePrefix}${body.kind}-encoding-style-changed`, ...sides, message, subject }];
}

function headersOf({ encoding: base }: Part, { encoding: revision }: Part, { body, subject }: At): Finding[] {
  const none: Encoding['headers'] = new Map();
  return [...sideBySide(base?.headers ?? none, revision?.headers ?? none).values()].flatMap((sides) =>
    headerFindings(sides, {
      pair: body.pair,
      noun: `${body.kind}-encoding-header`,
      within: subject,
      direction: directionOf(body),
    }),
  );
}

/** In Swagger 2.0 a part is a parameter, and compared as a schema. */
function others(base: Part, revision: Part, { subject }: At): Finding[] {
  if (!base.encoding || !revision.encoding || base.document.version === '2.0' || revision.document.version === '2.0') return [];
  return otherFindings('encoding', { base: base.encoding.node, revision: revision.encoding.node }, subject);
}

/** The values of the headers of the parts of a form. */
export function encodingSites({ base, revision }: Media, about: Pick<SchemaSite, 'within' | 'direction'>): SchemaSite[] {
  if (base.encoding.size === 0 || !isForm(base.name)) return [];
  return [...sideBySide(base.encoding, revision.encoding)].flatMap(([name, sides]) =>
    sides.base && sides.revision
      ? headerSites({ base: sides.base.headers, revision: sides.revision.headers }, { ...about, within: `${about.within} part ${name}` })
      : [],
  );
}
