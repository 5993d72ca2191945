import { askBroker } from './ask-broker.ts';
import type { CleanOptions } from './clean-options.ts';
import { showWarnings } from './show-warnings.ts';

interface Part {
  warnings: string[];
  deleted: { pacticipant: { name: string }; number: string; createdAt: string }[];
  next: string | null;
}

const MOST_IN_ONE_REQUEST = 1000;

/** Has the broker clean up, part by part, and prints what is deleted as it is. */
export async function cleanUp({ broker, keep, limit = Number.POSITIVE_INFINITY, json }: CleanOptions): Promise<void> {
  const rules = keep === undefined ? {} : { keep: parse(keep) };
  const deleted: object[] = [];
  let warnings: string[] | undefined;
  let after: string | null | undefined;
  while (after !== null && deleted.length < limit) {
    const part: Part = await askBroker<Part>(broker, '/clean-up', {
      ...rules,
      ...(after === undefined ? {} : { after }),
      limit: Math.min(limit - deleted.length, MOST_IN_ONE_REQUEST),
    });
    if (!warnings) showWarnings(part.warnings);
    warnings ??= part.warnings;
    for (const { pacticipant, number, createdAt } of part.deleted) {
      deleted.push({ pacticipant: pacticipant.name, version: number, createdAt });
      if (!json) console.log(`deleted ${pacticipant.name} ${number}`);
    }
    after = part.next;
  }
  if (json) console.log(JSON.stringify({ deleted, warnings }, null, 2));
  else console.log(`${deleted.length} ${deleted.length === 1 ? 'version was' : 'versions were'} deleted.`);
}

function parse(keep: string): unknown {
  try {
    return JSON.parse(keep);
  } catch {
    throw new Error(`--keep is not JSON. Give a list of rules, '[{"max_age":90}]' for example.`);
  }
}
