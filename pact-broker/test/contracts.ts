/** Contracts as consumers' tests write them, for tests that publish some. */
export const pact = (consumer: string, provider: string, { path = '/things', specification = '2.0.0' } = {}) => ({
  consumer: { name: consumer },
  provider: { name: provider },
  interactions: [
    {
      description: `a request for ${path}`,
      providerState: 'things exist',
      request: { method: 'GET', path },
      response: { status: 200, headers: { 'Content-Type': 'application/json' }, body: { id: 1 } },
    },
  ],
  metadata: { pactSpecification: { version: specification } },
});

export const base64 = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64');

interface PublicationOptions {
  branch?: string;
  tags?: string[];
  /** Differs where the content is to differ. */
  path?: string;
  onConflict?: 'overwrite' | 'merge';
}

/** The body of /contracts/publish: one consumer version with a pact for each provider. */
export const publication = (
  consumer: string,
  version: string,
  providers: string[],
  { branch, tags, path, onConflict }: PublicationOptions = {},
) => ({
  pacticipantName: consumer,
  pacticipantVersionNumber: version,
  ...(branch ? { branch } : {}),
  ...(tags ? { tags } : {}),
  contracts: providers.map((provider) => ({
    consumerName: consumer,
    providerName: provider,
    specification: 'pact',
    contentType: 'application/json',
    content: base64(pact(consumer, provider, path ? { path } : {})),
    ...(onConflict ? { onConflict } : {}),
  })),
});
