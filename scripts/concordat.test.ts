import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const concordat = fileURLToPath(new URL('./concordat.mjs', import.meta.url));

function run(args: string[], { nodeOptions = [], env = {} }: { nodeOptions?: string[]; env?: Record<string, string> } = {}) {
  return new Promise<{ exitCode: number | null; output: string; errors: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [...nodeOptions, concordat, ...args],
      { env: { ...process.env, ...env } },
      (_, output, errors) => resolve({ exitCode: child.exitCode, output, errors }),
    );
  });
}

test('--help lists the commands', async () => {
  const { exitCode, output } = await run(['--help']);
  expect(output).toMatch(/^ {2}serve {2}/m);
  expect(output).toMatch(/^ {2}demo {2}/m);
  expect(exitCode).toBe(0);
});

test.each([[['serve', '--help']], [['help', 'serve']]])('%j prints the settings', async (args) => {
  const { exitCode, output } = await run(args);
  expect(output).toMatch(/CONCORDAT_PORT .*\(9292\)/);
  expect(exitCode).toBe(0);
});

test('a command that does not exist is refused with the nearest that does', async () => {
  const { exitCode, errors } = await run(['serv']);
  expect(errors).toContain('Did you mean serve?');
  expect(exitCode).toBe(2);
});

test('a wrong setting stops the start with a line that names it', async () => {
  const { exitCode, errors } = await run(['serve'], { env: { CONCORDAT_PORT: 'http', CONCORDAT_PROT: '1' } });
  expect(errors).toContain('CONCORDAT_PORT=http: give a whole number from 0 to 65535');
  expect(errors).toContain('CONCORDAT_PROT: there is no such setting');
  expect(exitCode).toBe(1);
});

test.each(['20.20.2', '22.17.1'])('Node %s is told what it lacks', async (version) => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
  const { exitCode, output, errors } = await run(['--version'], { nodeOptions: ['--import', `data:text/javascript,${pretend}`] });
  expect(errors).toContain(`Concordat needs Node 22.18 or newer; this is ${version}`);
  expect(output).toBe('');
  expect(exitCode).toBe(1);
});

test('the README lists the settings as --help does', async () => {
  const { output } = await run(['serve', '--help']);
  const settings = output.split('\n').filter((line) => /^ {2}[A-Z]/.test(line));
  expect(settings.length).toBeGreaterThan(10);
  expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toContain(settings.join('\n'));
});
