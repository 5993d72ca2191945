import { readFileSync } from 'node:fs';
import { datasetClient, detectionClient } from './clients.ts';
import { parseReadings } from './parse-readings.ts';
import { ProviderRefused } from './post-json.ts';
import { runPipeline } from './run-pipeline.ts';

const path = process.argv[2] ?? new URL('./sample-readings.csv', import.meta.url);
const services = {
  datasets: datasetClient(process.env.DATASET_SERVICE_URL ?? 'http://127.0.0.1:3001'),
  detections: detectionClient(process.env.DETECTION_SERVICE_URL ?? 'http://127.0.0.1:3002'),
};

const points = parseReadings(readFileSync(path, 'utf8'));
try {
  for (const line of await runPipeline({ name: 'cold store 4', unit: 'Cel', points }, services)) console.log(line);
} catch (error) {
  if (!(error instanceof ProviderRefused)) throw error;
  console.error(`Refused with ${error.status} ${error.code}: ${error.message}`);
  process.exitCode = 1;
}
