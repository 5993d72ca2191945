import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder for one test file, gone after it; for tests. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-openapi-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false', ...args], {
      cwd: folder,
      stdio: 'pipe',
    });
  return {
    folder,
    git,
    write(name: string, content: string | Buffer) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
      return name;
    },
    commit(message: string) {
      git('add', '.');
      git('commit', '--quiet', '--allow-empty', '-m', message);
    },
  };
}

/** A document about tea. */
export function teaDocument({ version = '1.0.0', required = ['name'], properties = ['name', 'grams'], head = '3.0.3' } = {}): string {
  return JSON.stringify({
    openapi: head,
    info: { title: 'Tea', version },
    paths: {
      '/teas': {
        post: {
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Tea' } } } },
          responses: { 201: { description: 'kept' } },
        },
      },
    },
    components: {
      schemas: { Tea: { type: 'object', required, properties: Object.fromEntries(properties.map((name) => [name, { type: 'string' }])) } },
    },
  });
}
