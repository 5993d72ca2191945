import type { Environment } from '../../storage/environments.ts';
import type { VersionDetails } from '../../storage/version-details.ts';
import type { Urls } from '../urls.ts';
import { environmentTitle } from './environments.ts';
import { wireTime } from './time.ts';

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
    const links = JSON.stringify({ self: { href: this.#urls.pacticipant(pacticipant) } });
    return `{"name":${JSON.stringify(pacticipant)},"version":${version},"_links":${links}}`;
  }

  #version(pacticipant: string, number: string, versionId: number): string {
    const urls = this.#urls;
    const { branches, tags, environments } = this.#details.get(versionId) as VersionDetails;
    const branchVersions = branches.map(({ name, latest }) => ({
      name,
      latest,
      _links: { self: { title: 'Branch version', name, href: urls.branchVersion(pacticipant, name, number) } },
    }));
    const represented = JSON.stringify({
      number,
      ...(branches[0] ? { branch: branches[0].name } : {}),
      branches: branchVersions,
      branchVersions,
      tags: tags.map(({ name, latest }) => ({ name, latest, _links: { self: { href: urls.tag(pacticipant, number, name) } } })),
      _links: { self: { href: urls.version(pacticipant, number) } },
    });
    const environmentTexts = environments.map((environment) => this.#environment(environment));
    return `${represented.slice(0, -1)},"environments":[${environmentTexts.join(',')}]}`;
  }

  #environment(environment: Environment): string {
    const { id, uuid, name, production, created_at } = environment;
    return remember(this.#environments, id, () =>
      JSON.stringify({
        uuid,
        name,
        displayName: environmentTitle(environment),
        production: production === 1,
        createdAt: wireTime(created_at),
        _links: { self: { title: 'Environment', name, href: this.#urls.environment(uuid) } },
      }),
    );
  }
}

function remember(known: Map<number, string>, id: number, represent: () => string): string {
  const found = known.get(id);
  if (found !== undefined) return found;
  const text = represent();
  known.set(id, text);
  return text;
}
