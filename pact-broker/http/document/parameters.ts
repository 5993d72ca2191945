import { type TObject, type TSchema, Type } from 'typebox';
import type { Components } from './components.ts';

interface ParameterText {
  description: string;
  example: unknown;
}

const page = { description: 'Which page, counted from 1', example: 1 };
const size = { description: 'How many there are on a page', example: 20 };

/** What a parameter means where its route says nothing else of it, with the names of an imagined shop. */
const texts: Record<string, ParameterText> = {
  pacticipant: { description: 'Name of a pacticipant', example: 'Order Web' },
  consumer: { description: 'Name of the consumer', example: 'Order Web' },
  provider: { description: 'Name of the provider', example: 'Order API' },
  number: { description: 'Number of a version', example: '1.0.0' },
  version: { description: 'Number of a version', example: '1.0.0' },
  otherNumber: { description: 'Number of the version to compare with', example: '0.9.0' },
  sha: { description: 'The content, as links name it', example: '3c6e0b8a9c15224a8228b9a98ca1531d6b2b5a7e' },
  otherSha: { description: 'The content to compare with', example: '5d41402abc4b2a76b9719d911017c592ae1d2c3f' },
  metadata: { description: 'Why it was selected, as links carry it', example: 'e30' },
  result: { description: 'Number of a verification result', example: 200 },
  tag: { description: 'A tag', example: 'prod' },
  to: { description: 'The tag of the versions that it has to work with', example: 'prod' },
  providerTag: { description: 'A tag of the provider', example: 'prod' },
  consumerTag: { description: 'A tag of the consumer', example: 'prod' },
  branch: { description: 'A branch', example: 'main' },
  label: { description: 'A label', example: 'checkout' },
  environment: { description: 'The uuid of an environment', example: '16926ef3-590f-4e3f-838e-719717aa88c9' },
  uuid: { description: 'The uuid, as links name it', example: '8ba86e7e-4aa5-4a2c-b4a9-5ae5a2b0b2c1' },
  rel: { description: 'The name of a link relation, without its prefix', example: 'pact-version' },
  page,
  size,
  pageNumber: { ...page, description: 'The older name of page' },
  pageSize: { ...size, description: 'The older name of size' },
  name: { description: 'Only what has this name', example: 'production' },
  status: { description: 'Only what stands so', example: 'failure' },
  context: { description: 'The kind of answer that the link stands in', example: 'pact' },
  q: { description: 'Part of a name', example: 'ord' },
};

/** Where the address names an environment by its name; elsewhere it is the uuid. */
export const EnvironmentName = Type.String({ description: 'The name of an environment', examples: ['production'] });

/** The parameters of a route in its address or its query. Throws for one of which nothing is said. */
export function parametersOf(where: 'path' | 'query', schema: TObject | undefined, components: Components) {
  const required = new Set(schema?.required ?? []);
  return Object.entries((schema?.properties ?? {}) as Record<string, TSchema>).map(([name, property]) => {
    const { description, examples, ...rest } = components.refer(property);
    const text = texts[name];
    const said = description ?? text?.description;
    if (typeof said !== 'string') throw new Error(`Nothing is said of the parameter ${name}.`);
    const example = (examples as unknown[] | undefined)?.[0] ?? text?.example;
    return {
      name,
      in: where,
      required: where === 'path' || required.has(name),
      description: said,
      schema: rest,
      ...(example === undefined ? {} : { example }),
    };
  });
}
