import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const recipes = fileURLToPath(new URL('./ci/', import.meta.url));
const workflows = fileURLToPath(new URL('../.github/workflows/', import.meta.url));
const texts = readdirSync(workflows).map((name) => readFileSync(join(workflows, name), 'utf8'));

/** The variables of a recipe that its first lines list. */
const documented = (script: string) => [...script.matchAll(/^# {3}([A-Z_]+) {2}/gm)].map(([, name = '']) => name);
const required = (script: string) => [...script.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name = '']) => name);
const given = (workflow: string) => [...workflow.matchAll(/^ +([A-Z_]+): /gm)].map(([, name = '']) => name);

test.each(readdirSync(recipes))('a workflow runs %s, and gives it what it requires and nothing that it does not know', (name) => {
  const script = readFileSync(join(recipes, name), 'utf8');
  const running = texts.filter((workflow) => workflow.includes(`run: scripts/ci/${name}`));
  expect(running).not.toEqual([]);
  for (const workflow of running) {
    expect(given(workflow)).toEqual(expect.arrayContaining(required(script)));
    // deploy.yml runs two recipes with one set of variables.
    const known = readdirSync(recipes).filter((each) => workflow.includes(`scripts/ci/${each}`));
    expect(known.flatMap((each) => documented(readFileSync(join(recipes, each), 'utf8')))).toEqual(expect.arrayContaining(given(workflow)));
  }
  expect(documented(script)).toEqual(expect.arrayContaining(required(script)));
});

test('a workflow runs no recipe that does not exist', () => {
  const run = texts.flatMap((workflow) => [...workflow.matchAll(/scripts\/ci\/(\S+)/g)].map(([, name]) => name));
  expect(readdirSync(recipes)).toEqual(expect.arrayContaining(run));
});
