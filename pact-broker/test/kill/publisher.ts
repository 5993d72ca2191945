import { randomUUID } from 'node:crypto';

export const CONTRACTS_EACH = 5;

/** One publication of several contracts, each with a content that no other has. */
export interface Attempt {
  consumer: string;
  version: string;
  contracts: { provider: string; marker: string }[];
  acknowledged: boolean;
}

/** Publishes one after the other until the broker is gone. Adds every attempt to the list before it is made. */
export async function publishUntilGone(url: string, consumer: string, attempts: Attempt[]): Promise<void> {
  for (;;) {
    const contracts = Array.from({ length: CONTRACTS_EACH }, (_, index) => ({ provider: `Provider ${index}`, marker: randomUUID() }));
    const attempt = { consumer, version: randomUUID(), contracts, acknowledged: false };
    attempts.push(attempt);
    const answer = await send(url, attempt);
    if (answer === undefined) return;
    if (answer.status !== 200 && answer.status !== 201) throw new Error(`A publication was answered with ${answer.status}: ${answer.text}`);
    attempt.acknowledged = true;
  }
}

/** Undefined when no whole answer came. */
async function send(url: string, attempt: Attempt): Promise<{ status: number; text: string } | undefined> {
  const headers = { 'content-type': 'application/json' };
  try {
    const response = await fetch(`${url}/contracts/publish`, { method: 'POST', headers, body: JSON.stringify(bodyOf(attempt)) });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}

const bodyOf = ({ consumer, version, contracts }: Attempt) => ({
  pacticipantName: consumer,
  pacticipantVersionNumber: version,
  branch: 'main',
  tags: ['main'],
  contracts: contracts.map((contract) => ({
    consumerName: consumer,
    providerName: contract.provider,
    specification: 'pact',
    contentType: 'application/json',
    content: Buffer.from(JSON.stringify(pactOf(consumer, contract))).toString('base64'),
  })),
});

/** Some kilobytes, so that a publication takes long enough to be killed in the middle. */
const pactOf = (consumer: string, { provider, marker }: Attempt['contracts'][number]) => ({
  consumer: { name: consumer },
  provider: { name: provider },
  interactions: Array.from({ length: 20 }, (_, index) => ({
    description: `request ${index} of ${marker}`,
    request: { method: 'GET', path: `/things/${marker}/${index}` },
    response: { status: 200, body: { id: index, marker } },
  })),
  metadata: { pactSpecification: { version: '2.0.0' } },
});

/** What the broker says the contract is: its marker where it is whole, undefined where there is none. */
export async function readMarker(url: string, { consumer, version }: Attempt, provider: string): Promise<string | undefined> {
  const enc = encodeURIComponent;
  const response = await fetch(`${url}/pacts/provider/${enc(provider)}/consumer/${enc(consumer)}/version/${version}`);
  if (response.status === 404) {
    await response.text();
    return undefined;
  }
  const pact = (await response.json()) as ReturnType<typeof pactOf>;
  const markers = new Set(pact.interactions?.map(({ response: { body } }) => body.marker));
  return markers.size === 1 && pact.interactions.length === 20 ? [...markers][0] : `status ${response.status}, not whole`;
}
