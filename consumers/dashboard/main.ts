import { datasetClient } from './dataset-client.ts';
import { detectionClient } from './detection-client.ts';
import { overview, rowText } from './overview.ts';

const datasets = datasetClient(process.env.DATASET_SERVICE_URL ?? 'http://127.0.0.1:3001');
const detections = detectionClient(process.env.DETECTION_SERVICE_URL ?? 'http://127.0.0.1:3002');

for (const row of await overview(datasets, detections)) console.log(rowText(row));
