import { BUSY_CONSUMERS, HUB_PROVIDERS, PROVIDERS_EACH, type Size } from './sizes.ts';

const DOMAINS = ['checkout', 'catalogue', 'billing', 'shipping', 'search', 'identity', 'alerts', 'reports', 'pricing', 'detection'];

/** The content of one pact: its row, and whether the provider can honour it. */
export interface Content {
  pactVersionId: number;
  works: boolean;
}

export interface Integration {
  consumer: Pacticipant;
  provider: Pacticipant;
  /** How far its changes are shifted against those of other integrations, so that not all change at once. */
  phase: number;
  /** By the number of the consumer's version on main. */
  onMain: Content[];
  /** By feature branch. */
  onFeature: Map<number, Content>;
  /** Of the feature branch that was published to last. */
  newestFeature: Content | undefined;
}

export interface Pacticipant {
  id: number;
  name: string;
  busyConsumer: boolean;
  consumes: Integration[];
  provides: Integration[];
  mainVersionIds: number[];
  branchIds: Map<number, number>;
  /** By environment: which of its versions on main is deployed there, and since when. */
  deployed: { main: number; since: string }[];
}

export const HUB_CONSUMER = 0;
export const busyProvider = ({ pacticipants }: Size): number => pacticipants - 1;

/** Who consumes whom: the first is the consumer of 30 providers, the last the provider with the many branches. */
export function landscape(size: Size): Pacticipant[] {
  const all = Array.from({ length: size.pacticipants }, (_, index) => newPacticipant(index));
  const busy = busyProvider(size);
  for (let k = 0; k < HUB_PROVIDERS; k++) connect(all, HUB_CONSUMER, 1 + ((k * 5) % (busy - 1)));
  for (let consumer = 1; consumer <= size.consumers; consumer++) {
    const others = [7, 31, 59].map((distance) => (consumer + distance) % busy).slice(0, PROVIDERS_EACH);
    const isBusy = consumer <= BUSY_CONSUMERS;
    for (const provider of isBusy ? [busy, ...others.slice(1)] : others) connect(all, consumer, provider);
    (all[consumer] as Pacticipant).busyConsumer = isBusy;
  }
  return all;
}

function newPacticipant(index: number): Pacticipant {
  const name = `${DOMAINS[index % DOMAINS.length]}-service-${String(index + 1).padStart(4, '0')}`;
  const lists = { consumes: [], provides: [], mainVersionIds: [], deployed: [] };
  return { id: index + 1, name, busyConsumer: false, ...lists, branchIds: new Map() };
}

function connect(all: Pacticipant[], consumerIndex: number, providerIndex: number): void {
  const [consumer, provider] = [all[consumerIndex] as Pacticipant, all[providerIndex] as Pacticipant];
  const phase = (consumerIndex * 7 + providerIndex) % 10;
  const integration = { consumer, provider, phase, onMain: [], onFeature: new Map(), newestFeature: undefined };
  consumer.consumes.push(integration);
  provider.provides.push(integration);
}
