import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Document, diffDocuments, judgeVersionStep, loadDocument, parseVersion } from '../index.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const services = ['dataset-service', 'detection-service'];
const read = (service: string, version: string) => loadDocument(`${here}${service}/${version}.yaml`);
const versionOf = (document: Document) => parseVersion(document.apiVersion ?? '')!;

const files = services.flatMap((service) =>
  readdirSync(`${here}${service}`).map((name) => [service, name.replace(/\.yaml$/, '')] as const),
);

test.each(files)('%s %s is named for its version, and does not differ from itself', (service, version) => {
  expect(read(service, version).apiVersion).toBe(version);
  expect(diffDocuments(read(service, version), read(service, version))).toEqual({ verdict: 'compatible', changes: [] });
});

test.each([
  ['dataset-service', '1.0.0', '1.1.0', 'compatible', []],
  ['dataset-service', '1.1.0', '2.0.0', 'breaking', ['request-parameter-max-decreased', 'response-required-property-removed']],
  ['dataset-service', '2.0.0', '3.0.0-renamed-field', 'breaking', ['response-required-property-removed']],
  ['dataset-service', '2.0.0', '3.0.0-required-field', 'breaking', ['request-property-became-required']],
  ['detection-service', '1.0.0', '1.1.0', 'compatible', []],
  ['detection-service', '1.1.0', '2.0.0', 'breaking', ['response-required-property-removed']],
  ['detection-service', '2.0.0', '2.1.0', 'compatible', []],
  ['detection-service', '2.1.0', '3.0.0-renamed-field', 'breaking', ['response-required-property-removed']],
  ['detection-service', '2.1.0', '3.0.0-required-field', 'breaking', ['request-property-became-required']],
] as const)('%s %s → %s is %s', (service, from, to, verdict, broken) => {
  const [base, revision] = [read(service, from), read(service, to)];
  const found = diffDocuments(base, revision);
  expect(found.verdict).toBe(verdict);
  expect([...new Set(found.changes.filter(({ level }) => level === 'error').map(({ id }) => id))].sort()).toEqual(broken);
  expect(judgeVersionStep(versionOf(base), versionOf(revision), found.changes)).toMatchObject({ level: 'ok' });
});

test('the generated types are up to date', async () => {
  const { stderr } = await promisify(execFile)(process.execPath, [`${here}generate-types.ts`, '--check']);
  expect(stderr).toBe('');
});
