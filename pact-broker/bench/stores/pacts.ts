import { shaOf, toStore } from '../../domain/pacts/pact-content.ts';
import { compress } from '../../storage/compression.ts';
import type { Content, Integration } from './landscape.ts';
import { pactDocument } from './pact-document.ts';
import type { Size } from './sizes.ts';
import type { NewRow } from './tables.ts';
import type { VersionEvent } from './timeline.ts';

const FEATURES_THAT_WORK = 0.5;

/** Publishes, and counts pact versions and publications. */
export class Pacts {
  readonly #size: Size;
  readonly #random: () => number;
  #contents = 0;
  #publications = 0;

  constructor(size: Size, random: () => number) {
    this.#size = size;
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
      const known = knownContent(integration, event, this.#size);
      const content = known ?? {
        pactVersionId: ++this.#contents,
        works: event.branch === undefined || this.#random() < FEATURES_THAT_WORK,
      };
      const { consumer, provider } = integration;
      if (!known) yield* contentRows(integration, content, { revision: revisionName(event), interactions: this.#size.interactions, at });
      remember(integration, event, content);
      const ids = [++this.#publications, consumer.id, provider.id, versionId, content.pactVersionId];
      yield { table: 'pact_publications', values: [...ids, 1, at] };
      if (!known) yield* onNew(integration, content);
    }
  }
}

function knownContent(
  { onMain, onFeature, phase }: Integration,
  { branch, number }: VersionEvent,
  { versionsPerContent }: Size,
): Content | undefined {
  if (branch !== undefined) return onFeature.get(branch);
  return (number + phase) % versionsPerContent === 0 ? undefined : onMain.at(-1);
}

function remember(integration: Integration, { branch }: VersionEvent, content: Content): void {
  if (branch === undefined) integration.onMain.push(content);
  else {
    integration.onFeature.set(branch, content);
    integration.newestFeature = content;
  }
}

const revisionName = ({ branch, number }: VersionEvent): string => (branch === undefined ? `main ${number}` : `feature ${branch}`);

function* contentRows(
  { consumer, provider }: Integration,
  { pactVersionId }: Content,
  { revision, interactions, at }: { revision: string; interactions: number; at: string },
): Generator<NewRow> {
  const document = pactDocument({ consumer: consumer.name, provider: provider.name, revision, interactions });
  yield { table: 'pact_versions', values: [pactVersionId, consumer.id, provider.id, shaOf(document), at] };
  yield { table: 'pact_contents', values: [pactVersionId, compress(JSON.stringify(toStore(document)))] };
}
