import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const documents = fileURLToPath(new URL('../../../openapi/documents/detection-service/', import.meta.url));

interface Answer {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

type Json = { [key: string]: Json | undefined };

/** The newest version that is no pre-release: what the service does now. */
function newestRelease(): Json {
  const releases = readdirSync(documents).filter((name) => /^\d+\.\d+\.\d+\.yaml$/.test(name));
  const newest = releases.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  return parse(readFileSync(`${documents}${newest}`, 'utf8')) as Json;
}

/** An answer that says more than its document would pass in silence, so objects are closed for the comparison. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, closed(child)]));
  return copy.type === 'object' && copy.properties ? { additionalProperties: false, ...copy } : copy;
}

/** Holds real answers against the service's OpenAPI document, and knows which of its promises no answer has shown yet. */
export function documentedAnswers() {
  const document = newestRelease();
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...(closed(document) as object), $id: 'document' });
  const unseen = new Set(promises(document).map(([promise]) => promise));
  const schemas = new Map(promises(document));

  /** What is wrong with an answer; empty when it is as documented. */
  function complaints({ method, url, status, contentType, body }: Answer): string[] {
    const path = Object.keys(document.paths ?? {}).find((template) => matches(template, url));
    const promise = `${method} ${path} ${status} ${contentType.split(';')[0]}`;
    const schema = schemas.get(promise);
    if (!schema) return [`${promise} is not documented`];
    unseen.delete(promise);
    const validate = ajv.compile({ $ref: `document#${schema}` });
    return validate(body)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${promise}: ${instancePath || 'body'} ${message}`);
  }
  return { complaints, unseen };
}

/** `GET /datasets 200 application/json`, with the pointer to its schema; each is written out or refers to components/responses. */
function promises(document: Json): [promise: string, pointer: string][] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).flatMap(([method, operation]) =>
      Object.entries(operation?.responses ?? {}).flatMap(([status, response]) => {
        const shared = (response?.$ref as string | undefined)?.slice(1);
        const content = shared ? document.components?.responses?.[shared.split('/').at(-1) ?? '']?.content : response?.content;
        const pointer = shared ?? `/paths/${escaped(path)}/${method}/responses/${status}`;
        return Object.keys(content ?? {}).map((type): [string, string] => [
          `${method.toUpperCase()} ${path} ${status} ${type}`,
          `${pointer}/content/${escaped(type)}/schema`,
        ]);
      }),
    ),
  );
}

/** As part of a JSON pointer in a URI. */
const escaped = (key: string) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

function matches(template: string, url: string): boolean {
  const pattern = template.replaceAll(/\{[^}]*\}/g, '[^/?]+');
  return new RegExp(`^${pattern}(\\?|$)`).test(url);
}
