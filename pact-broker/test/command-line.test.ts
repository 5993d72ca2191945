import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** What `npm run NAME -- ARGUMENTS` does, without npm: its scripts here are all `node FILE ARGUMENTS`. */
function run(name: string, args: string[]) {
  const [, ...own] = (scripts[name] as string).split(' ');
  return new Promise<{ exitCode: number | null; output: string; errors: string }>((resolve) => {
    const child = execFile(process.execPath, [...own, ...args], { cwd: root, timeout: 30_000 }, (_, output, errors) =>
      resolve({ exitCode: child.exitCode, output, errors }),
    );
  });
}

describe.each(['bench', 'kill-test', 'fuzz', 'conformance', 'demo'])('npm run %s', (name) => {
  test('-- --help prints how it is used, and does nothing', async () => {
    const { exitCode, output, errors } = await run(name, ['--help']);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(output).toMatch(name === 'demo' ? /^Usage: concordat demo/ : new RegExp(`^npm run ${name} -- \\[`));
  });

  test('refuses an option that it does not know', async () => {
    const { exitCode, output, errors } = await run(name, ['--nonsense']);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(errors).toMatch(/unknown option '--nonsense'/i);
    expect(errors).not.toMatch(/^\s+at /m);
  });
});

test.each([
  ['kill-test', ['--rounds', 'many'], '--rounds many: give a whole number from 1 on'],
  ['kill-test', ['--rounds'], "Option '--rounds <value>' argument missing"],
  ['kill-test', ['--database', 'mysql'], '--database mysql: give sqlite or postgres'],
  ['kill-test', ['twice'], 'twice: this is one argument too many'],
  ['fuzz', ['--requests', '-1'], "Option '--requests' argument is ambiguous"],
  ['fuzz', ['--seed', '0x10'], '--seed 0x10: give a whole number'],
  ['bench', ['--size', 'XL'], '--size XL: give S or M or L'],
  ['conformance', ['/no/such/folder'], '/no/such/folder: there are no recordings'],
])('npm run %s -- %j is refused', async (name, args, reason) => {
  const { exitCode, errors } = await run(name, args);
  expect({ exitCode, errors }).toEqual({ exitCode: 2, errors: expect.stringContaining(reason) });
});
