import { styleText } from 'node:util';
import { askBroker } from './ask-broker.ts';
import type { CleanOptions } from './clean-options.ts';

interface PlannedVersion {
  pacticipant: { name: string };
  number: string;
  createdAt: string;
  stays: boolean;
  because: { kind: string; text: string }[];
}

interface Plan {
  _embedded: { versions: PlannedVersion[] };
  _links: { next?: { href: string } };
}

/** Prints of each version whether it stays, and why, by pacticipant and oldest first. */
export async function showPlan({ brokerBaseUrl, keep, json }: CleanOptions): Promise<void> {
  const counts = { stay: 0, go: 0 };
  const lines = createLines();
  const versions: object[] = [];
  for await (const version of planned(brokerBaseUrl, keep)) {
    const { pacticipant, number, createdAt, stays, because } = version;
    counts[stays ? 'stay' : 'go']++;
    if (json) versions.push({ pacticipant: pacticipant.name, version: number, createdAt, stays, because });
    else process.stdout.write(lines(version));
  }
  const { stay, go } = counts;
  if (json) console.log(JSON.stringify({ stay, go, versions }, null, 2));
  else console.log(`\n${stay} ${stay === 1 ? 'version stays' : 'versions stay'}, ${go} would go. Nothing was deleted.`);
}

async function* planned(brokerBaseUrl: string, keep: string | undefined): AsyncGenerator<PlannedVersion> {
  const query = new URLSearchParams({ limit: '1000', ...(keep === undefined ? {} : { keep }) });
  let url: string | undefined = `${brokerBaseUrl}/clean-up/plan?${query}`;
  while (url) {
    const { _embedded, _links }: Plan = await askBroker<Plan>(url);
    yield* _embedded.versions;
    url = _links.next?.href;
  }
}

/** A heading where another pacticipant begins, and a line for the version; the reasons stand below one another as far as they can. */
function createLines(): (version: PlannedVersion) => string {
  let heading = '';
  let widest = 12;
  return ({ pacticipant, number, stays, because }) => {
    const head = pacticipant.name === heading ? '' : `${heading ? '\n' : ''}${styleText('bold', pacticipant.name)}\n`;
    if (head) widest = 12;
    heading = pacticipant.name;
    widest = Math.max(widest, number.length);
    const verdict = stays ? styleText('green', 'stays') : styleText('red', 'goes ');
    return `${head}  ${verdict}  ${number.padEnd(widest)}  ${stays ? because.map(({ text }) => text).join('; ') : 'no rule keeps it'}\n`;
  };
}
