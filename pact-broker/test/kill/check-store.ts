import type { StoreSettings } from '../broker-process.ts';
import { readStore } from '../read-store.ts';
import { type Attempt, CONTRACTS_EACH, readMarker } from './publisher.ts';

/** What a broker that was killed and started again got wrong about these publications, in sentences. */
export async function checkAttempts(url: string, attempts: Attempt[]): Promise<string[]> {
  const problems: string[] = [];
  for (const attempt of attempts) {
    const found = await Promise.all(attempt.contracts.map(({ provider }) => readMarker(url, attempt, provider)));
    const right = attempt.contracts.filter(({ marker }, index) => found[index] === marker).length;
    const absent = found.filter((marker) => marker === undefined).length;
    const name = `${attempt.consumer} version ${attempt.version}`;
    if (attempt.acknowledged && right < CONTRACTS_EACH)
      problems.push(`${name} was acknowledged, and ${CONTRACTS_EACH - right} of its contracts are lost or changed`);
    else if (right + absent < CONTRACTS_EACH) problems.push(`${name} has contracts with other content`);
    else if (right > 0 && absent > 0) problems.push(`${name} is there by half: ${right} of ${CONTRACTS_EACH} contracts`);
  }
  return problems;
}

const newestOf = (marks: string, mark: string) => `
  select ${mark}, p.provider_id, p.consumer_version_id, p.pact_version_id
  from ${marks} join pact_publications p on p.consumer_version_id = m.version_id
  where p.consumer_version_id = (
    select max(x.consumer_version_id) from ${marks.replaceAll(' m', ' y')} join pact_publications x on x.consumer_version_id = y.version_id
    where x.provider_id = p.provider_id and x.consumer_id = p.consumer_id and ${mark.replace('m.', 'y.')} = ${mark})`;

const differences = (kept: string, scanned: string) =>
  `select count(*) as count from (select * from (${kept} except ${scanned}) as more union all select * from (${scanned} except ${kept}) as less) as d`;

/** Each counts what must not be: halves of a publication, and kept rows that a scan of the history does not find. */
const checks: Record<string, string> = {
  'versions without all of their contracts': `select count(*) as count from versions v
    where (select count(*) from pact_publications p where p.consumer_version_id = v.id) <> ${CONTRACTS_EACH}`,
  'versions without their branch': 'select count(*) as count from versions v where v.id not in (select version_id from branch_versions)',
  'versions without their tag': 'select count(*) as count from versions v where v.id not in (select version_id from tags)',
  'pacts without content': 'select count(*) as count from pact_versions where id not in (select pact_version_id from pact_contents)',
  'pacts without publication':
    'select count(*) as count from pact_versions where id not in (select pact_version_id from pact_publications)',
  'wrong heads of branches': `select count(*) as count from branches b
    where b.head_position <> (select max(position) from branch_versions where branch_id = b.id) or b.head_version_id is null
      or not exists (select 1 from branch_versions as bv where bv.branch_id = b.id and bv.version_id = b.head_version_id and bv.position = b.head_position)`,
  'wrong heads of tags': `select count(*) as count from tag_heads h where h.version_id <>
    (select max(t.version_id) from tags t where t.pacticipant_id = h.pacticipant_id and t.name = h.name)`,
  'wrong head pacts of branches': differences(
    'select branch_id, provider_id, consumer_version_id, pact_version_id from branch_head_pacts',
    newestOf('branch_versions m', 'm.branch_id'),
  ),
  'wrong head pacts of tags': differences(
    'select tag, provider_id, consumer_version_id, pact_version_id from tag_head_pacts',
    newestOf('tags m', 'm.name'),
  ),
};

/** What a store that holds only such publications has wrong, in sentences. */
export async function checkStore(store: StoreSettings): Promise<string[]> {
  const problems: string[] = [];
  for (const [name, query] of Object.entries(checks)) {
    const [row] = await readStore<{ count: number }>(store, query);
    if (Number(row?.count) !== 0) problems.push(`${name}: ${row?.count}`);
  }
  return problems;
}
