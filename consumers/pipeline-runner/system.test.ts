import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Contracts hold each pair together; that the whole example runs is seen here, with every part a process of its own. */
const running: ChildProcess[] = [];

function run(path: string, env: NodeJS.ProcessEnv = {}) {
  const script = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() };
}

async function service(path: string, env: NodeJS.ProcessEnv = {}) {
  const { child, lines } = run(path, { ...env, PORT: '0' });
  const line = String((await lines.next()).value);
  return { child, line, url: line.slice(line.indexOf('http://')) };
}

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

test('readings become a dataset, detections, an overview and an alert', async () => {
  const datasets = await service('providers/dataset-service/main.ts', { DATASET_SERVICE_VERSION: '1.4.2' });
  expect(datasets.line).toMatch(/^dataset-service 1\.4\.2 \(normal\) listens at http:\/\/127\.0\.0\.1:\d+$/);
  const detections = await service('providers/detection-service/main.ts', { DATASET_SERVICE_URL: datasets.url });
  const urls = { DATASET_SERVICE_URL: datasets.url, DETECTION_SERVICE_URL: detections.url };

  const notifier = run('consumers/alert-notifier/main.ts', urls);
  expect((await notifier.lines.next()).value).toContain('listens to');

  const pipeline = run('consumers/pipeline-runner/main.ts', urls);
  expect([(await pipeline.lines.next()).value, (await pipeline.lines.next()).value, (await pipeline.lines.next()).value]).toEqual([
    'cold store 4: spikes (z-score beyond 3) found 1',
    'cold store 4: fences (iqr beyond 2) found 1',
    'cold store 4: steps (rolling-median beyond 6) found 1',
  ]);
  expect((await notifier.lines.next()).value).toMatch(/cold store 4 is unusually high: 12\.5 Cel at 2026-03-01T14:30:00\.000Z \(/);
  expect((await run('consumers/dashboard/main.ts', urls).lines.next()).value).toBe('cold store 4: 48 points in Cel, 1 anomaly');

  // The notifier still listens: a service that waited for it would never stop.
  for (const { child } of [detections, datasets]) {
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }
});
