/** A document whose components refer to each other as those of payment APIs do: each can be expanded into others, or lists them. */
export interface Size {
  readonly components: number;
  readonly operations: number;
}

/** The text of one side; every component differs from the other side's in one property. */
export function recursiveDocument({ components, operations }: Size, side: 'base' | 'revision'): string {
  const names = Array.from({ length: components }, (_, index) => [`Thing${index}`, componentOf(index, components, side)]);
  const paths = Array.from({ length: operations }, (_, index) => [`/things${index}/{id}`, pathOf(index % components)]);
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Things', version: side === 'base' ? '1.0.0' : '2.0.0' },
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(names) },
  });
}

const ref = (index: number) => ({ $ref: `#/components/schemas/Thing${index}` });

function componentOf(index: number, components: number, side: 'base' | 'revision') {
  // Steps that differ from component to component, so that every one leads to every other within a few.
  const other = (step: number) => (index * 7 + step * step + 1) % components;
  const expandable = (step: number) => ({ anyOf: [{ type: 'string', maxLength: 5_000 }, ref(other(step))] });
  const list = { type: 'array', items: ref(other(4)) };
  return {
    type: 'object',
    required: ['id', 'object'],
    properties: {
      id: { type: 'string', maxLength: 5_000 },
      object: { type: 'string', enum: [`thing${index}`] },
      next: ref((index + 1) % components),
      parent: { ...expandable(1), nullable: true },
      customer: expandable(2),
      source: expandable(3),
      lines: { type: 'object', required: ['data'], properties: { data: list, has_more: { type: 'boolean' } } },
      status: { type: 'string', enum: ['open', 'closed', ...(side === 'base' ? [] : ['void'])] },
      metadata: { type: 'object', additionalProperties: { type: 'string', maxLength: 500 } },
    },
  };
}

function pathOf(component: number) {
  const content = { 'application/json': { schema: ref(component) } };
  const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
  const responses = { 200: { description: 'A thing.', content } };
  return { get: { parameters, responses } };
}
