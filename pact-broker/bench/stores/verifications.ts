import { compress } from '../../storage/compression.ts';
import type { Content, Integration } from './landscape.ts';
import type { NewRow } from './tables.ts';
import type { VersionEvent } from './timeline.ts';

const SUCCEED = 0.97;
/** The last of the environments is production. */
const PRODUCTION = -1;
/** Every so many results are sent a second time, as a build does that is run again. */
const SENT_AGAIN = 45;

const REPORTS = [true, false].map((success) => compress(JSON.stringify({ report: reportOf(success), consumerVersions: [] })));

function reportOf(success: boolean) {
  const failure = { attribute: 'body', description: 'Expected 3 but received "3"', identifier: '$.quantity' };
  const interactions = [{ interactionDescription: 'a request 1 for one of the orders', success, mismatches: success ? [] : [failure] }];
  return { testResults: { tests: interactions }, verifiedBy: { implementation: 'Pact-Rust', version: '1.3.2' } };
}

/** Verifies, and counts results. */
export class Verifications {
  readonly #random: () => number;
  #results = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** A new content is verified by what the provider has on main and in its environments, as a webhook would have it. */
  *ofNewContent(integration: Integration, content: Content, at: string): Generator<NewRow> {
    const { mainVersionIds, deployed } = integration.provider;
    const versions = new Set([mainVersionIds.at(-1), ...deployed.map(({ main }) => mainVersionIds[main])]);
    for (const versionId of versions) if (versionId !== undefined) yield* this.#result(integration, content, versionId, at);
  }

  /** A new version of a provider verifies what its consumers have on main and in their environments, and the newest feature. */
  *byVersion({ pacticipant, branch }: VersionEvent, versionId: number, at: string): Generator<NewRow> {
    for (const integration of pacticipant.provides) {
      const { onMain, newestFeature, consumer } = integration;
      const deployed = branch === undefined ? consumer.deployed : consumer.deployed.slice(PRODUCTION);
      const contents = new Set([onMain.at(-1), ...deployed.map(({ main }) => onMain[main])]);
      if (branch === undefined) contents.add(newestFeature);
      for (const content of contents) if (content) yield* this.#result(integration, content, versionId, at);
    }
  }

  *#result({ consumer, provider }: Integration, { pactVersionId, works }: Content, versionId: number, at: string): Generator<NewRow> {
    const success = works && this.#random() < SUCCEED ? 1 : 0;
    const times = this.#results % SENT_AGAIN === 0 ? 2 : 1;
    for (let time = 0; time < times; time++) {
      const id = ++this.#results;
      const values = [id, pactVersionId, consumer.id, provider.id, versionId, success, `https://ci.example.org/results/${id}`, at];
      yield { table: 'verifications', values };
      yield { table: 'verification_results', values: [id, REPORTS[1 - success] as Uint8Array] };
    }
  }
}
