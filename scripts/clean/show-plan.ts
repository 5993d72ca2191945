import { styleText } from 'node:util';
import { askBroker } from './ask-broker.ts';
import type { BrokerAccess } from './broker-access.ts';
import type { CleanOptions } from './clean-options.ts';
import { showWarnings } from './show-warnings.ts';

interface PlannedVersion {
  pacticipant: { name: string };
  number: string;
  createdAt: string;
  stays: boolean;
  because: { kind: string; text: string }[];
}

interface Plan {
  warnings: string[];
  _embedded: { versions: PlannedVersion[] };
  _links: { next?: { href: string } };
}

/** Prints of each version whether it stays, and why, by pacticipant and oldest first. */
export async function showPlan({ broker, keep, json }: CleanOptions): Promise<void> {
  const counts = { stay: 0, go: 0 };
  const lines = createLines();
  const versions: object[] = [];
  let warnings: string[] | undefined;
  for await (const part of planned(broker, keep)) {
    if (!warnings) showWarnings(part.warnings);
    warnings ??= part.warnings;
    for (const version of part._embedded.versions) {
      const { pacticipant, number, createdAt, stays, because } = version;
      counts[stays ? 'stay' : 'go']++;
      if (json) versions.push({ pacticipant: pacticipant.name, version: number, createdAt, stays, because });
      else process.stdout.write(lines(version));
    }
  }
  const { stay, go } = counts;
  if (json) console.log(JSON.stringify({ stay, go, warnings, versions }, null, 2));
  else console.log(`\n${stay} ${stay === 1 ? 'version stays' : 'versions stay'}, ${go} would go. Nothing was deleted.`);
}

async function* planned(broker: BrokerAccess, keep: string | undefined): AsyncGenerator<Plan> {
  const query = new URLSearchParams({ limit: '1000', ...(keep === undefined ? {} : { keep }) });
  for (let after: string | null = ''; after !== null; ) {
    const plan: Plan = await askBroker<Plan>(broker, `/clean-up/plan?${query}`);
    yield plan;
    // Asked where the caller says, not where the broker thinks that it is: behind a proxy it may be wrong, and credentials go along.
    after = plan._links.next ? new URL(plan._links.next.href).searchParams.get('after') : null;
    query.set('after', after ?? '');
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
