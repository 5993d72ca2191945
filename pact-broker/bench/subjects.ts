import type { FilledStore } from './stores/stored.ts';

export interface Subject {
  name: string;
  version: string;
}

export interface Pair {
  consumer: string;
  provider: string;
  sha: string;
}

/** What a filled store has to ask about. */
export interface Subjects {
  /** The newest versions on main of pacticipants with few neighbours. */
  typical: Subject[];
  /** The same of the consumer with 30 providers. */
  hub: Subject[];
  hubProviders: string[];
  typicalProviders: string[];
  busyProvider: string;
  /** Each consumer with each of its providers, and the sha of their newest content. */
  pairs: Pair[];
}

const VERSIONS_EACH = 5;

export async function findSubjects({ read }: Pick<FilledStore, 'read'>): Promise<Subjects> {
  const neighbours = await read<{ name: string; providers: number; consumers: number }>(`
    select name, (select count(*) from integrations i where i.consumer_id = p.id) as providers,
      (select count(*) from integrations i where i.provider_id = p.id) as consumers from pacticipants p`);
  const newest = await read<Subject>(`
    select p.name, v.number as version from (
      select v.*, row_number() over (partition by v.pacticipant_id order by v.id desc) as place
      from versions v join tags t on t.version_id = v.id and t.name = 'main') v
    join pacticipants p on p.id = v.pacticipant_id where v.place <= ${VERSIONS_EACH} order by v.place, p.id`);
  const pairs = await read<Pair>(`
    select c.name as consumer, p.name as provider, pv.sha from tag_head_pacts h
    join pacticipants c on c.id = h.consumer_id join pacticipants p on p.id = h.provider_id
    join pact_versions pv on pv.id = h.pact_version_id where h.tag = 'main' order by h.provider_id, h.consumer_id`);
  const most = (by: 'providers' | 'consumers') => [...neighbours].sort((a, b) => b[by] - a[by])[0]?.name as string;
  const [hub, busyProvider] = [most('providers'), most('consumers')];
  const isTypical = new Set(
    neighbours.filter(({ providers, consumers }) => providers === 3 && [3, 4].includes(consumers)).map(({ name }) => name),
  );
  return {
    typical: newest.filter(({ name }) => isTypical.has(name)),
    hub: newest.filter(({ name }) => name === hub),
    hubProviders: pairs.filter(({ consumer }) => consumer === hub).map(({ provider }) => provider),
    typicalProviders: [...isTypical],
    busyProvider,
    pairs: pairs.filter(({ consumer, provider }) => isTypical.has(consumer) && isTypical.has(provider)),
  };
}
