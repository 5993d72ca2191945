import { shaOf, toStore } from '../../domain/pacts/pact-content.ts';
import { compress } from '../../storage/compression.ts';
import type { Content, Integration } from './landscape.ts';
import { pactDocument } from './pact-document.ts';
import type { NewRow } from './tables.ts';
import type { VersionEvent } from './timeline.ts';

/** How many versions on main share a content: a tenth of all publications say something new. */
const VERSIONS_A_CONTENT = 10;
const FEATURES_THAT_WORK = 0.5;

/** Publishes, and counts pact versions and publications. */
export class Pacts {
  readonly #random: () => number;
  #contents = 0;
  #publications = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** What a new version of a consumer publishes. `onNew` follows each content that was never seen before. */
  *publish(
    event: VersionEvent,
    versionId: number,
    at: string,
    onNew: (integration: Integration, content: Content) => Generator<NewRow>,
  ): Generator<NewRow> {
    for (const integration of event.pacticipant.consumes) {
      const known = knownContent(integration, event);
      const content = known ?? {
        pactVersionId: ++this.#contents,
        works: event.branch === undefined || this.#random() < FEATURES_THAT_WORK,
      };
      const { consumer, provider } = integration;
      if (!known) yield* contentRows(integration, content, revisionName(event), at);
      remember(integration, event, content);
      const ids = [++this.#publications, consumer.id, provider.id, versionId, content.pactVersionId];
      yield { table: 'pact_publications', values: [...ids, 1, at] };
      if (!known) yield* onNew(integration, content);
    }
  }
}

function knownContent({ onMain, onFeature, phase }: Integration, { branch, number }: VersionEvent): Content | undefined {
  if (branch !== undefined) return onFeature.get(branch);
  return (number + phase) % VERSIONS_A_CONTENT === 0 ? undefined : onMain.at(-1);
}

function remember(integration: Integration, { branch }: VersionEvent, content: Content): void {
  if (branch === undefined) integration.onMain.push(content);
  else {
    integration.onFeature.set(branch, content);
    integration.newestFeature = content;
  }
}

const revisionName = ({ branch, number }: VersionEvent): string => (branch === undefined ? `main ${number}` : `feature ${branch}`);

function* contentRows({ consumer, provider }: Integration, { pactVersionId }: Content, revision: string, at: string): Generator<NewRow> {
  const document = pactDocument(consumer.name, provider.name, revision);
  yield { table: 'pact_versions', values: [pactVersionId, consumer.id, provider.id, shaOf(document), at] };
  yield { table: 'pact_contents', values: [pactVersionId, compress(JSON.stringify(toStore(document)))] };
}
