import { providerWithMetadata, type VerifierOptions } from '@pact-foundation/pact';
import type { AlertMessage } from '../alert-stream.ts';
import { runDetection } from '../run-detection.ts';
import type { Behaviour } from '../types.ts';
import type { World } from './world.ts';

type MessageProviders = NonNullable<VerifierOptions['messageProviders']>;

/** Each message is what a real detection publishes over the dataset that the provider state arranged; none is written by hand. */
export function messageProviders(world: World, behaviour: Behaviour): MessageProviders {
  const firstPublished = async (threshold: number) => {
    const detector = world.store.addDetector({ name: 'spikes', method: 'z-score', threshold });
    const published: AlertMessage[] = [];
    for (const datasetId of world.datasets.keys()) {
      await runDetection({ detectorId: detector.id, datasetId }, { ...world, publish: (message) => published.push(message), behaviour });
    }
    return published[0];
  };
  const onTopic = { topic: 'anomalies' };
  return {
    'an anomaly found message': providerWithMetadata(() => firstPublished(3), onTopic),
    // The outlier lies beyond twice this threshold.
    'a critical anomaly found message': providerWithMetadata(() => firstPublished(2), onTopic),
  };
}
