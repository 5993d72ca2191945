import type { Body, Encoding, Header, MediaType } from './body.ts';
import type { Document } from './document.ts';
import { followed, membersOf } from './followed.ts';
import type { Node } from './node.ts';
import type { Operation } from './operations.ts';
import { schemaOf } from './parameters.ts';
import { swaggerBody, swaggerContent } from './swagger-bodies.ts';

export type { Body, Encoding, Header, MediaType } from './body.ts';

export interface Response {
  /** `200`, `2XX` or `default`. */
  readonly status: string;
  readonly node: Node;
  readonly content: ReadonlyMap<string, MediaType>;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, Header>;
}

export function requestBodyOf(operation: Operation): Body | undefined {
  const { document, node } = operation;
  if (document.version === '2.0') return swaggerBody(operation);
  const body = followed(document, node, 'requestBody');
  return body && { required: body.member('required') === true, node: body, content: contentOf(document, body) };
}

export function responsesOf(operation: Operation): Map<string, Response> {
  const { document, node } = operation;
  const responses = new Map<string, Response>();
  for (const [key, at] of membersOf(document, node, 'responses')) {
    if (key.startsWith('x-')) continue;
    const status = key === 'default' ? key : key.toUpperCase();
    const content = document.version === '2.0' ? swaggerContent(operation, at.get('schema'), { key: 'produces' }) : contentOf(document, at);
    responses.set(status, { status, node: at, content, headers: headersOf(document, at) });
  }
  return responses;
}

function contentOf(document: Document, body: Node): Map<string, MediaType> {
  return new Map(membersOf(document, body, 'content').map(([name, at]) => [name, mediaTypeOf(document, name, at)]));
}

function mediaTypeOf(document: Document, name: string, at: Node): MediaType {
  return { name, node: at, schema: at.get('schema'), itemSchema: at.get('itemSchema'), encoding: encodingOf(document, at) };
}

/** By property; by position in what 3.2 knows for lists of parts. */
function encodingOf(document: Document, mediaType: Node): Map<string, Encoding> {
  const positions = mediaType.get('prefixEncoding')?.items() ?? [];
  const rest = mediaType.get('itemEncoding');
  const stated: [string, Node][] = [
    ...(mediaType.get('encoding')?.entries() ?? []),
    ...positions.map((at, index): [string, Node] => [`prefixEncoding[${index}]`, at]),
    ...(rest ? [['itemEncoding', rest] as [string, Node]] : []),
  ];
  return new Map(stated.map(([name, node]) => [name, { node, headers: headersOf(document, node) }]));
}

function headersOf(document: Document, within: Node): Map<string, Header> {
  const headers = new Map<string, Header>();
  for (const [name, at] of membersOf(document, within, 'headers')) {
    // OpenAPI 3 has it said by the media type, and ignores a header of its name (Response Object and Encoding Object, `headers`).
    if (document.version !== '2.0' && name.toLowerCase() === 'content-type') continue;
    const [mediaType, described] = membersOf(document, at, 'content')[0] ?? [];
    headers.set(name.toLowerCase(), {
      name,
      required: at.member('required') === true,
      node: at,
      schema: described?.get('schema') ?? schemaOf(document, at),
      mediaType,
    });
  }
  return headers;
}
