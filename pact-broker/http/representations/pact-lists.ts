import type { PactList } from '../../services/pacts/read-pact-lists.ts';
import type { ListedPact } from '../../storage/pact-lists.ts';
import { type Page, representPage } from '../paging.ts';
import type { Urls } from '../urls.ts';
import { pactTitle } from './pacts.ts';
import { present } from './present.ts';
import { wireTime } from './time.ts';

export interface PactListView {
  /** The address that was asked for. */
  self: string;
  title: string;
  page: Page | undefined;
}

// Where these texts are names and not titles, clients and comparisons may look at them: they are those of the reference.
const OLD_PROVIDER = 'DEPRECATED - please use the pb:provider relation';
const OLD_PACTS = 'DEPRECATED - please use the pb:pacts relation';

const withoutQuery = (url: string) => url.split('?', 1)[0] as string;
const titleOf = ({ consumer, consumer_version, provider }: ListedPact) => pactTitle(consumer, consumer_version, provider);
const linkTo = (pact: ListedPact, text: (pact: ListedPact) => string, urls: Urls) => ({
  href: addressOf(pact, urls),
  title: text(pact),
  name: pact.consumer,
});
const addressOf = ({ consumer, consumer_version, provider }: ListedPact, urls: Urls) => urls.pact(consumer, consumer_version, provider);

/** Links to pacts of one provider, under their names of today and of old. */
export function representPactsOfProvider(provider: string, { pacts, total }: PactList, { self, title, page }: PactListView, urls: Urls) {
  const paging = page && representPage(page, total, withoutQuery(self));
  const links = (text: (pact: ListedPact) => string) => pacts.map((pact) => linkTo(pact, text, urls));
  return {
    ...present({ page: paging?.page }),
    _links: {
      self: { href: self, title },
      ...paging?.links,
      'pb:provider': { href: urls.pacticipant(provider), name: provider },
      'pb:pacts': links(titleOf),
      provider: { href: urls.pacticipant(provider), title: provider, name: OLD_PROVIDER },
      pacts: links((pact) => `Old name; use pb:pacts. ${titleOf(pact)}`),
      curies: [urls.curie('pacts')],
    },
  };
}

export interface Between {
  consumer: string;
  provider: string;
}

/** The pacts of one integration, each with its consumer version. */
export function representPactsBetween(between: Between, { pacts, total }: PactList, { self, title, page }: PactListView, urls: Urls) {
  const paging = page && representPage(page, total, withoutQuery(self));
  const consumer = { href: urls.pacticipant(between.consumer), title: 'Consumer', name: between.consumer };
  const provider = { href: urls.pacticipant(between.provider), title: 'Provider', name: between.provider };
  const versions = pacts.map((pact) => ({
    href: addressOf(pact, urls),
    title: 'Pact',
    name: `Version ${pact.consumer_version} - ${day(pact.created_at)}`,
  }));
  return {
    ...present({ page: paging?.page }),
    _embedded: { pacts: pacts.map((pact) => pactBetween(pact, urls)) },
    _links: {
      self: { href: self, title },
      ...paging?.links,
      'pb:consumer': consumer,
      'pb:provider': provider,
      'pb:pact-versions': versions,
      // The official client prints its table from these.
      'pb:pacts': pacts.map((pact) => linkTo(pact, titleOf, urls)),
      consumer,
      provider,
      'pact-versions': versions,
      curies: [urls.curie('pacts')],
    },
  };
}

const pactBetween = (pact: ListedPact, urls: Urls) => ({
  createdAt: wireTime(pact.created_at),
  _embedded: { consumerVersion: versionOf(pact, urls) },
  _links: { self: { href: addressOf(pact, urls), title: titleOf(pact) } },
});

const versionOf = ({ consumer, consumer_version: number }: ListedPact, urls: Urls) => ({
  number,
  _links: { self: { title: 'Version', name: number, href: urls.version(consumer, number) } },
});

/** 2026-01-31 → 31/01/2026 */
const day = (iso: string) => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;

/** The newest pact of every integration. Each has two addresses: that of the newest, whichever it is, and its own. */
export function representLatestPacts({ pacts, total }: PactList, page: Page | undefined, urls: Urls) {
  const paging = page && representPage(page, total, urls.latestPacts());
  const links = pacts.map(({ consumer, provider }) => ({
    href: urls.latestPact(consumer, provider),
    title: `Latest pact between ${consumer} and ${provider}`,
  }));
  return {
    ...present({ page: paging?.page }),
    pacts: pacts.map((pact) => latestPact(pact, urls)),
    _links: {
      self: { href: urls.latestPacts() },
      ...paging?.links,
      'pb:pacts': links,
      pacts: links.map((link) => ({ ...link, name: OLD_PACTS })),
      curies: [urls.curie('pacts')],
    },
  };
}

const latestPact = (pact: ListedPact, urls: Urls) => ({
  createdAt: wireTime(pact.created_at),
  _embedded: {
    consumer: {
      name: pact.consumer,
      _embedded: { version: versionOf(pact, urls) },
      _links: { self: { href: urls.pacticipant(pact.consumer) } },
    },
    provider: { name: pact.provider, _links: { self: { href: urls.pacticipant(pact.provider) } } },
  },
  _links: { self: [{ href: urls.latestPact(pact.consumer, pact.provider) }, { href: addressOf(pact, urls) }] },
});
