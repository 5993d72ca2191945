import { randomUUID } from 'node:crypto';
import { alertStream } from './alert-stream.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { datasetClient } from './dataset-client.ts';
import { detectionStore } from './detection-store.ts';

const { host, port, version, behaviour, datasetServiceUrl } = readConfig(process.env);
const store = detectionStore({ newId: randomUUID, now: () => new Date() });
const app = createApp({ store, fetchDataset: datasetClient(datasetServiceUrl), alerts: alertStream(), version, behaviour });

const address = await app.listen({ host, port });
console.log(`detection-service ${version} (${behaviour}) listens at ${address}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  // Closing waits for the requests in flight; the process then ends by itself.
  process.once(signal, () => void app.close());
}
