import { Fields } from '../fields.ts';
import { nameProblem } from '../names.ts';
import { isPlainObject, parseFaithfully } from './faithful-json.ts';
import { nameIn, type PactContent } from './pact-content.ts';

/** What happens to content that is there already under the same consumer version. */
export type OnConflict = 'overwrite' | 'merge';

export interface ContractToPublish {
  consumer: string;
  provider: string;
  content: PactContent;
  onConflict: OnConflict;
}

export interface Publication {
  consumer: string;
  version: string;
  branch: string | undefined;
  tags: string[];
  buildUrl: string | undefined;
  contracts: ContractToPublish[];
}

/** Reads the body of /contracts/publish. Throws ValidationFailed with everything that is wrong, so that one round is enough. */
export function readPublication(body: unknown): Publication {
  const fields = new Fields(body);
  const consumer = fields.name('pacticipantName');
  const version = fields.name('pacticipantVersionNumber');
  const branch = fields.optionalName('branch') ?? undefined;
  const tags = fields.names('tags', 'A tag');
  const buildUrl = fields.optionalText('buildUrl') ?? undefined;
  const contracts = readContracts(fields.value('contracts'), consumer, (problem) => fields.refuse('contracts', problem));
  fields.done();
  return { consumer, version, branch, tags, buildUrl, contracts };
}

const given = (value: unknown): boolean => value !== undefined && value !== null;

function readContracts(contracts: unknown, consumer: string, refuse: (problem: string) => void): ContractToPublish[] {
  if (!Array.isArray(contracts) || contracts.length === 0) {
    refuse('contracts must be a list with at least one contract.');
    return [];
  }
  const read = contracts.map((contract, index) => readContract(contract, consumer, (problem) => refuse(`contracts[${index}]: ${problem}`)));
  const whole = read.filter((contract) => contract !== undefined);
  const providers = new Set<string>();
  for (const { provider } of whole) {
    if (providers.has(provider)) refuse(`There are several contracts with ${provider}. Merge them into one.`);
    providers.add(provider);
  }
  return whole;
}

function readContract(contract: unknown, consumer: string, refuse: (problem: string) => void): ContractToPublish | undefined {
  if (!isPlainObject(contract)) {
    refuse('is not an object.');
    return undefined;
  }
  const { consumerName, providerName, specification, contentType, onConflict } = contract;
  const problems = [
    nameProblem(consumerName, 'consumerName'),
    nameProblem(providerName, 'providerName'),
    typeof consumerName === 'string' && consumerName !== consumer
      ? `consumerName is "${consumerName}", and pacticipantName is "${consumer}". They must be equal.`
      : undefined,
    specification === 'pact' ? undefined : `specification is ${JSON.stringify(specification)}, and must be "pact".`,
    contentType === 'application/json' ? undefined : `contentType is ${JSON.stringify(contentType)}, and must be "application/json".`,
    !given(onConflict) || onConflict === 'overwrite' || onConflict === 'merge' ? undefined : 'onConflict must be "overwrite" or "merge".',
  ].filter((problem) => problem !== undefined);
  const content = problems.length > 0 ? undefined : readContent(contract.content, refuse);
  for (const problem of problems) refuse(problem);
  if (!content) return undefined;
  for (const [role, name] of [
    ['consumer', consumerName],
    ['provider', providerName],
  ] as const) {
    const inside = nameIn(content, role);
    if (inside !== undefined && inside !== name)
      refuse(`${role}Name is "${name}", and the contract itself names "${inside}". They must be equal.`);
  }
  return {
    consumer: consumerName as string,
    provider: providerName as string,
    content,
    onConflict: onConflict === 'merge' ? 'merge' : 'overwrite',
  };
}

function readContent(content: unknown, refuse: (problem: string) => void): PactContent | undefined {
  if (typeof content !== 'string' || content === '') {
    refuse('content is missing. Give the pact as base64 text.');
    return undefined;
  }
  try {
    const parsed = parseFaithfully(Buffer.from(content, 'base64').toString('utf8'));
    if (isPlainObject(parsed)) return parsed;
    refuse('content is not a JSON object. A pact is one.');
  } catch (error) {
    refuse(`content could not be read as base64-encoded JSON: ${(error as Error).message}`);
  }
  return undefined;
}
