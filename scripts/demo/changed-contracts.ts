import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changed } from './cast.ts';
import { root } from './programs.ts';

/** The consumer's contracts as its tests wrote them, but that a dataset must also say when it was created. */
export async function writeChangedContracts(folder: string): Promise<string[]> {
  const target = join(folder, 'changed-contracts');
  await mkdir(target);
  return Promise.all(
    changed.contracts.map(async (file) => {
      const contract = JSON.parse(await readFile(join(root, 'contracts', file), 'utf8'));
      if (contract.provider.name === changed.provider) needCreationTime(contract);
      await writeFile(join(target, file), JSON.stringify(contract));
      return join(target, file);
    }),
  );
}

interface Contract {
  interactions: {
    description: string;
    response: { body: { content: Record<string, unknown> }; matchingRules: { body: Record<string, unknown> } };
  }[];
}

function needCreationTime({ interactions }: Contract): void {
  const { response } = interactions.find(({ description }) => description === changed.interaction)!;
  response.body.content.createdAt = '2026-03-01T10:00:00.000Z';
  response.matchingRules.body['$.createdAt'] = { combine: 'AND', matchers: [{ match: 'type' }] };
}
