import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { defaultWebhookSettings } from '../../webhooks.ts';
import { startBroker } from '../broker.ts';
import type { DatabaseName } from '../store.ts';
import { mask } from './mask.ts';

/** Where conformance/ (the scenarios, and what plays and compares them) and reference/recordings/ lie. */
export type Materials = { conformance: string; recordings: string };

/** Plays every scenario against a broker of its own with an empty store; returns what the comparison with the recordings prints. */
export async function playScenarios({ conformance, recordings }: Materials, database: DatabaseName, folder: string): Promise<string> {
  const [played, actual, reference] = ['played', 'actual', 'reference'].map((name) => join(folder, database, name)) as [
    string,
    string,
    string,
  ];
  const scenarios = readdirSync(join(conformance, 'scenarios')).map((file) => basename(file, '.mjs'));
  await Promise.all(scenarios.map((scenario) => play(join(conformance, 'record.mjs'), database, played, scenario)));
  copyMasked(played, actual);
  copyMasked(recordings, reference);
  // Its exit code says that something differs; which differences may be is decided here.
  return (await run([join(conformance, 'compare.mjs'), reference, actual, '--all'])).stdout;
}

async function play(recorder: string, database: DatabaseName, out: string, scenario: string): Promise<void> {
  // As the recorded broker was set up: badges from shields.io, webhooks five seconds after their event and by the usual schedule.
  const webhooks = { delay: 5, schedule: defaultWebhookSettings.schedule };
  const broker = await startBroker({ database, webhooks, shieldsIoUrl: 'https://img.shields.io' });
  try {
    const { code, stdout, stderr } = await run([recorder, broker.url, out, scenario]);
    if (code !== 0 || !stdout.includes(' ok ')) throw new Error(`${scenario} could not be played to its end:\n${stdout}${stderr}`);
  } finally {
    await broker.stop();
  }
}

async function run(args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

function copyMasked(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from))
    writeFileSync(join(to, file), JSON.stringify(mask(JSON.parse(readFileSync(join(from, file), 'utf8')))));
}
