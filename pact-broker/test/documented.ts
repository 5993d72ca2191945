import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ApiDocument } from '../http/document/api-document.ts';

/** A request that was sent, as it was sent, and what was answered. */
export interface Exchange {
  method: string;
  pathAndQuery: string;
  sent: string | undefined;
  status: number;
  headers: Headers;
  text: string;
}

interface Media {
  schema: object;
}
interface Operation {
  operationId: string;
  parameters?: { name: string; in: 'path' | 'query'; required: boolean; schema: Record<string, unknown>; example?: unknown }[];
  requestBody?: { content: Record<string, Media & { example?: unknown }> };
  responses: Record<string, { $ref?: string; headers?: object; content?: Record<string, Media> }>;
}
export interface Route {
  method: string;
  path: string;
  pattern: RegExp;
  operation: Operation;
}

/** Every operation of an API document; those whose address is written out come before those with parameters in its place. */
export function routesOf({ paths }: ApiDocument): Route[] {
  return Object.entries(paths)
    .flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        pattern: new RegExp(`^${path.replaceAll(/[.]/g, '\\.').replaceAll(/\{\w+\}/g, '[^/]*')}$`),
        operation: operation as unknown as Operation,
      })),
    )
    .sort((a, b) => (a.path.replaceAll('{', '~') < b.path.replaceAll('{', '~') ? -1 : 1));
}

/**
 * Holds answers against the API document: hands back what the document does not say of one. A member of an answer that it does not
 * name counts as well; so do bodies that were accepted though it says they would not be.
 */
export function documentCheck(document: ApiDocument): (exchange: Exchange) => string[] {
  const routes = routesOf(document);
  const answers = schemasOf(closed(document) as object);
  const requests = schemasOf(document);
  return ({ method, pathAndQuery, sent, status, headers, text }) => {
    const path = pathAndQuery.split(/[?#]/, 1)[0] as string;
    const asked = method === 'HEAD' ? 'GET' : method;
    const route = routes.find((one) => one.method === asked && one.pattern.test(path));
    // An address with 405 may look like one with a parameter that has that method.
    if (!route || status === 405) {
      const isRefused = (status >= 400 && status < 500) || method === 'OPTIONS';
      return isRefused ? [] : [`${method} ${path} is not documented`];
    }
    const at = `${route.operation.operationId} ${status}`;
    const declared = route.operation.responses[status];
    if (!declared) return [`${at} is not documented`];
    const answer = (declared.$ref ? at$ref(document, declared.$ref) : declared) as typeof declared;
    const pointer = declared.$ref ?? `#/paths/${escaped(route.path)}/${asked.toLowerCase()}/responses/${status}`;
    const missing = Object.keys(answer.headers ?? {}).filter((name) => !headers.has(name));
    const problems = missing.map((name) => `${at} has no ${name}`);
    // Where it redirects a badge, the reference names one all the same.
    if (status === 204 && headers.has('content-type')) problems.push(`${at} has a media type, but no body`);
    const type = typeOf(headers);
    if (text !== '' && !answer.content?.[type]) problems.push(`${at} is documented, but not as ${type}`);
    else if (text !== '' && type.includes('json'))
      problems.push(...answers(`${pointer}/content/${escaped(type)}/schema`, JSON.parse(text)).map((problem) => `${at}: ${problem}`));
    const [accepted] = Object.keys(route.operation.requestBody?.content ?? {});
    if (status < 300 && sent?.trim() && accepted) {
      const body = `#/paths/${escaped(route.path)}/${asked.toLowerCase()}/requestBody/content/${escaped(accepted)}/schema`;
      problems.push(...requests(body, JSON.parse(sent)).map((problem) => `${at}, though its body is not as documented: ${problem}`));
    }
    return problems;
  };
}

/** HAL, also under the names that clients of old times give it. */
const typeOf = (headers: Headers) => (headers.get('content-type')?.split(';', 1)[0] ?? '').replace(/\/vnd\.[\w.-]+\+json$/, '/hal+json');

const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

const at$ref = (document: object, $ref: string): unknown =>
  $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], document);

/** Validates values against the schemas at places of a document; each is compiled when it is needed first. */
function schemasOf(document: object): (pointer: string, value: unknown) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  const compiled = new Map<string, ValidateFunction>();
  return (pointer, value) => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `document${pointer}` });
    compiled.set(pointer, validate);
    return validate(value)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
  };
}

/** The same document, refusing members that it does not name. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, closed(member)]));
  const isObject = members.type === 'object' && typeof members.properties === 'object' && !('additionalProperties' in members);
  return isObject ? { ...members, additionalProperties: false } : members;
}
