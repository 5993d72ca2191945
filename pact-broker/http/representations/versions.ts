import { displayName } from '../../domain/display-name.ts';
import type { SingleVersion, VersionDetails, VersionList } from '../../services/versions/read-versions.ts';
import type { VersionRecord } from '../../storage/version-records.ts';
import { type Page, representPage } from '../paging.ts';
import type { Urls } from '../urls.ts';
import { pactTitle } from './pacts.ts';
import { present } from './present.ts';
import { wireTime } from './time.ts';

/** A version as it stands in lists. */
export function representListedVersion({ pacticipant, version, marks, providers, records }: VersionDetails, urls: Urls) {
  const { number } = version;
  const of = (wanted: 'branch' | 'tag') => marks.filter(({ kind }) => kind === wanted);
  const recorded = (wanted: VersionRecord['kind']) => records.filter(({ kind }) => kind === wanted);
  return {
    number,
    ...present({ buildUrl: version.build_url }),
    updatedAt: wireTime(version.updated_at),
    createdAt: wireTime(version.created_at),
    _embedded: {
      branchVersions: of('branch').map(({ name, latest }) => ({
        name,
        latest: latest === 1,
        _links: { self: { title: 'Branch version', name, href: urls.branchVersion(pacticipant, name, number) } },
      })),
      tags: of('tag').map(({ name }) => ({ name, _links: { self: { title: 'Tag', name, href: urls.tag(pacticipant, number, name) } } })),
    },
    _links: {
      self: { title: 'Version', name: number, href: urls.version(pacticipant, number) },
      'pb:pacticipant': { title: 'Pacticipant', name: pacticipant, href: urls.pacticipant(pacticipant) },
      'pb:tag': {
        href: `${urls.version(pacticipant, number)}/tags/{tag}`,
        title: 'A tag of this version: get, put or remove it',
        templated: true,
      },
      'pb:latest-verification-results-where-pacticipant-is-consumer': {
        title: 'Latest verification results of the pacts of this version',
        href: urls.latestVerificationResultsOfConsumerVersion(pacticipant, number),
      },
      'pb:pact-versions': providers.map((provider) => ({
        title: 'Pact',
        name: pactTitle(pacticipant, number, provider),
        href: urls.pact(pacticipant, number, provider),
      })),
      'pb:deployed-environments': recorded('deployed').map((record) => deployedEnvironment(record, urls)),
      'pb:released-environments': recorded('released').map((record) => releasedEnvironment(record, urls)),
      curies: [urls.curie('version')],
    },
  };
}

/** A version on its own: with an address to record its deployment to each environment. `self` is the address that was asked for. */
export function representVersion({ details, environments }: SingleVersion, urls: Urls, self?: string) {
  const { pacticipant, version } = details;
  const listed = representListedVersion(details, urls);
  const record = (what: string, href: (environmentUuid: string) => string) =>
    environments.map(({ uuid, name, display_name }) => ({
      title: `Record a ${what} to ${display_name ?? displayName(name)}`,
      name,
      href: href(uuid),
    }));
  return {
    ...listed,
    _links: {
      ...listed._links,
      ...(self === undefined ? {} : { self: { ...listed._links.self, href: self } }),
      'pb:record-deployment': record('deployment', (uuid) => urls.deployedVersions(pacticipant, version.number, uuid)),
      'pb:record-release': record('release', (uuid) => urls.releasedVersions(pacticipant, version.number, uuid)),
    },
  };
}

const environmentOf = (record: VersionRecord) => record.environment_display_name ?? displayName(record.environment_name);

const deployedEnvironment = (record: VersionRecord, urls: Urls) => ({
  title: `Deployed to ${environmentOf(record)}`,
  name: environmentOf(record),
  href: urls.deployedVersion(record.uuid),
  currently_deployed: record.ended_at === null,
  ...(record.application_instance === '' ? {} : { application_instance: record.application_instance }),
});

const releasedEnvironment = (record: VersionRecord, urls: Urls) => ({
  title: `Released to ${environmentOf(record)}`,
  name: environmentOf(record),
  href: urls.releasedVersion(record.uuid),
  currently_supported: record.ended_at === null,
});

export interface VersionListView {
  pacticipant: string;
  title: string;
  /** The address that was asked for, and the same without its query. */
  self: string;
  url: string;
  page: Page | undefined;
}

export function representVersions({ versions, total }: VersionList, { pacticipant, title, self, url, page }: VersionListView, urls: Urls) {
  const paging = page && representPage(page, total, url);
  const links = (text: (number: string, createdAt: string) => string) =>
    versions.map(({ version }) => ({
      href: urls.version(pacticipant, version.number),
      title: text(version.number, version.created_at),
    }));
  return {
    ...present({ page: paging?.page }),
    _embedded: { versions: versions.map((version) => representListedVersion(version, urls)) },
    _links: {
      self: { href: self, title },
      ...paging?.links,
      'pb:pacticipant': { href: urls.pacticipant(pacticipant), title: pacticipant },
      'pb:versions': links((number, createdAt) => `Version ${number}, created ${createdAt.slice(0, 10)}`),
      pacticipant: { href: urls.pacticipant(pacticipant), title: 'Old name; use pb:pacticipant' },
      versions: links(() => 'Old name; use pb:versions'),
    },
  };
}
