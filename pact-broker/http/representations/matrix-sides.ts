import type { ShownEnvironment, VersionDetails } from '../../storage/version-details.ts';
import type { Urls } from '../urls.ts';
import { representEnvironmentOfVersion } from './environments.ts';

/**
 * The consumers and providers of a matrix answer, as JSON text. A version stands in many rows and an environment in many
 * versions: each is written once and its text repeated, which is most of what a gate's answer costs.
 */
export class MatrixSides {
  readonly #details: Map<number, VersionDetails>;
  readonly #urls: Urls;
  readonly #sides = new Map<number, string>();
  readonly #environments = new Map<number, string>();

  constructor(details: Map<number, VersionDetails>, urls: Urls) {
    this.#details = details;
    this.#urls = urls;
  }

  /** A pacticipant with one of its versions. */
  withVersion(pacticipant: string, number: string, versionId: number): string {
    return remember(this.#sides, versionId, () => this.#side(pacticipant, this.#version(pacticipant, number, versionId)));
  }

  /** A pacticipant of which no version is meant. */
  withoutVersion(pacticipant: string): string {
    return this.#side(pacticipant, 'null');
  }

  #side(pacticipant: string, version: string): string {
    return `{"name":${quote(pacticipant)},"version":${version},"_links":${self(this.#urls.pacticipant(pacticipant))}}`;
  }

  #version(pacticipant: string, number: string, versionId: number): string {
    const urls = this.#urls;
    const { branches, tags, environments } = this.#details.get(versionId) as VersionDetails;
    const branchVersions = branches.map(({ name, latest }) => {
      const link = `{"title":"Branch version","name":${quote(name)},"href":${quote(urls.branchVersion(pacticipant, name, number))}}`;
      return `{"name":${quote(name)},"latest":${latest},"_links":{"self":${link}}}`;
    });
    const tagTexts = tags.map(
      ({ name, latest }) => `{"name":${quote(name)},"latest":${latest},"_links":${self(urls.tag(pacticipant, number, name))}}`,
    );
    const environmentTexts = environments.map((environment) => this.#environment(environment));
    const branch = branches[0] ? `"branch":${quote(branches[0].name)},` : '';
    return `{"number":${quote(number)},${branch}"branches":[${branchVersions}],"branchVersions":[${branchVersions}],"environments":[${environmentTexts}],"_links":${self(urls.version(pacticipant, number))},"tags":[${tagTexts}]}`;
  }

  #environment(environment: ShownEnvironment): string {
    return remember(this.#environments, environment.id, () => JSON.stringify(representEnvironmentOfVersion(environment, this.#urls)));
  }
}

const quote = (text: string): string => JSON.stringify(text);
/** The links of what has one only. */
export const self = (href: string): string => `{"self":{"href":${quote(href)}}}`;

function remember(known: Map<number, string>, id: number, represent: () => string): string {
  const found = known.get(id);
  if (found !== undefined) return found;
  const text = represent();
  known.set(id, text);
  return text;
}
