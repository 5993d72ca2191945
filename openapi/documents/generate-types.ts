import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { compareVersions, parseVersion } from '../versioning/semantic-version.ts';

/** Who compiles against which document. Each gets a copy: an example imports nothing outside its own folder. */
const USERS: Record<string, string[]> = {
  'dataset-service': ['providers/dataset-service', 'providers/detection-service', 'consumers/dashboard', 'consumers/pipeline-runner'],
  'detection-service': ['providers/detection-service', 'consumers/dashboard', 'consumers/pipeline-runner', 'consumers/alert-notifier'],
};

const documents = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The newest version that is no pre-release: what the service does now. */
function newestRelease(service: string): string {
  const files = readdirSync(`${documents}${service}`).flatMap((name) => {
    const version = parseVersion(name.replace(/\.yaml$/, ''));
    return version?.prerelease === '' ? [{ name, version }] : [];
  });
  return `${documents}${service}/${files.sort((a, b) => compareVersions(a.version, b.version)).at(-1)!.name}`;
}

async function typesOf(service: string): Promise<string> {
  const file = newestRelease(service);
  const source = relative(repository, file);
  const ast = await openapiTypescript(new URL(`file://${file}`), { defaultNonNullable: false, silent: true });
  return `// Generated from ${source} by \`npm run generate\`; not written by hand.\n\n${astToString(ast)}`;
}

/** `--check` writes nothing and fails when something would change. */
const check = process.argv.includes('--check');

for (const [service, users] of Object.entries(USERS)) {
  const types = await typesOf(service);
  for (const user of users) {
    const name = `${user}/generated/${service}.ts`;
    const file = `${repository}${name}`;
    const before = readIfThere(file);
    if (before === types) continue;
    if (check) {
      console.error(`${name} is out of date: npm run generate`);
      process.exitCode = 1;
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, types);
      console.log(`wrote ${name}`);
    }
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
