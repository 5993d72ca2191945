import type { ApiDocument } from '../document/api-document.ts';
import { type Html, html } from '../html.ts';
import { membersOf, type PageSchema, typeOf } from './api-schema.ts';

interface Media {
  schema: PageSchema;
  example?: unknown;
}

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  description: string;
  schema: PageSchema;
  example?: unknown;
}

interface ResponseText {
  $ref?: string;
  description?: string;
  headers?: Record<string, { description: string }>;
  content?: Record<string, Media>;
}

export interface PageOperation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Record<string, Media> };
  responses: Record<string, ResponseText>;
}

export interface Place {
  method: string;
  path: string;
  operation: PageOperation;
}

/** One operation: what it takes and answers, and a form to send it. */
export const representOperation = (
  { method, path, operation }: Place,
  document: ApiDocument,
): Html => html`<details class="operation" id="${operation.operationId}">
<summary><span class="method ${method}">${method.toUpperCase()}</span> <code class="path">${breakable(path)}</code> <span class="what">${operation.summary}</span></summary>
<div class="body">
${section('Parameters', parametersOf(operation))}
${section('Body', bodyOf(operation))}
<h4>Answers</h4>
<dl>${Object.entries(operation.responses).map(([status, response]) => answerOf(status, response, document))}</dl>
<h4>Try it</h4>
${formOf(method, path, operation)}
</div>
</details>`;

const section = (title: string, content: Html | undefined): Html => (content ? html`<h4>${title}</h4>${content}` : html``);

/** A path that may be broken into lines at its slashes. */
export const breakable = (path: string): Html =>
  html`${path.split('/').map((part, index) => (index === 0 ? html`` : html`/<wbr>${part}`))}`;

const parametersOf = ({ parameters = [] }: PageOperation): Html | undefined =>
  parameters.length === 0
    ? undefined
    : html`<ul class="members">${parameters.map(
        ({ name, in: where, required, description, schema }) =>
          html`<li><code class="name">${name}</code> <span class="type">${typeOf(schema)}</span> <span class="quiet">in the ${where}${required ? '' : ', optional'}</span><div class="says">${description}</div></li>`,
      )}</ul>`;

function bodyOf({ requestBody }: PageOperation): Html | undefined {
  const [[type, media] = []] = Object.entries(requestBody?.content ?? {});
  if (!type || !media) return undefined;
  const example = media.example === undefined ? '' : html`<pre>${JSON.stringify(media.example, null, 2)}</pre>`;
  return html`<p>${typeOf(media.schema)} as <code>${type}</code></p>${membersOf(media.schema)}${example}`;
}

function answerOf(status: string, response: ResponseText, { components }: ApiDocument): Html {
  const shared = response.$ref
    ? (components.responses as Record<string, ResponseText>)[response.$ref.split('/').at(-1) as string]
    : undefined;
  const { content = {}, headers = {} } = shared ?? response;
  const types = Object.entries(content).map(([type, { schema }]) => html`<li>${typeOf(schema)} as <code>${type}</code></li>`);
  const named = Object.entries(headers).map(([name, { description }]) => html`<li><code>${name}</code>: ${description}</li>`);
  const list = [...types, ...named];
  return html`<dt><span class="status s${status.slice(0, 1)}">${status}</span> ${response.description ?? shared?.description ?? ''}</dt>
<dd>${list.length === 0 ? '' : html`<ul>${list}</ul>`}</dd>`;
}

function formOf(method: string, path: string, { operationId, parameters = [], requestBody, responses }: PageOperation): Html {
  const produced = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].content ?? {};
  const [[type, media] = []] = Object.entries(requestBody?.content ?? {});
  const input = ({ name, in: where, required, example }: Parameter) => {
    const shown = example === undefined ? '' : String([example].flat()[0]);
    return html`<label>${name} <input name="${where}:${name}" value="${required ? shown : ''}" placeholder="${shown}"></label>`;
  };
  const body =
    media &&
    html`<label>Body <textarea name="body" rows="8" spellcheck="false">${JSON.stringify(media.example ?? {}, null, 2)}</textarea></label>`;
  const accepts = [...Object.keys(produced), '*/*'].map((accept) => html`<option>${accept}</option>`);
  return html`<form class="try" data-method="${method.toUpperCase()}" data-path="${path}" data-type="${type ?? ''}" aria-label="Try ${operationId}">
${parameters.map(input)}${body ?? html``}
<label>Accept <select name="accept">${accepts}</select></label>
<button>Send</button>
<output></output>
</form>`;
}
