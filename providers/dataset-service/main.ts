import { randomUUID } from 'node:crypto';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { datasetStore } from './dataset-store.ts';

const { host, port, version, behaviour } = readConfig(process.env);
const store = datasetStore({ newId: randomUUID, now: () => new Date() });
const app = createApp({ store, version, behaviour });

const address = await app.listen({ host, port });
console.log(`dataset-service ${version} (${behaviour}) listens at ${address}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  // Closing waits for the requests in flight; the process then ends by itself.
  process.once(signal, () => void app.close());
}
