import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import colour from 'picocolors';
import { breaking } from './cast.ts';
import { type Programs, root, UnexpectedOutcome } from './programs.ts';
import { chapter, type Shown, step } from './show.ts';

/** A step of an API, and what must be said of it. */
interface Comparison {
  base: string;
  version: string;
  /** The document of that version. */
  revision: string;
  verdict: 'compatible' | 'breaking';
  exitCode: number;
}

interface Change {
  level: string;
  method?: string;
  path?: string;
  message: string;
}

const comparisons: Comparison[] = [
  { base: '1.0.0', version: '1.1.0', revision: '1.1.0', verdict: 'compatible', exitCode: 0 },
  { base: '2.0.0', version: breaking.version, revision: `${breaking.version}-renamed-field`, verdict: 'breaking', exitCode: 1 },
];

/** What the documents alone tell: of a step that breaks nobody, and of the one that the demo takes next. */
export async function compareDocuments({ run }: Programs, folder: string): Promise<void> {
  chapter("The providers' API documents: what changed, and whether it may break someone", `concordat ${diff(comparisons[1]!).join(' ')}`);
  for (const comparison of comparisons)
    await step(`${comparison.base} → ${comparison.version}`, async (): Promise<Shown> => {
      const report = join(folder, `${comparison.revision}.json`);
      const args = [...diff(comparison), '--format', 'json', '--output', report];
      const { exitCode, output } = await run([join(root, 'scripts/concordat.mjs'), ...args]);
      if (exitCode !== comparison.exitCode)
        throw new UnexpectedOutcome(`The comparison ended with exit code ${exitCode} instead of ${comparison.exitCode}`, output);
      const text = await readFile(report, 'utf8');
      const { verdict, changes } = JSON.parse(text) as { verdict: string; changes: Change[] };
      if (verdict !== comparison.verdict) throw new UnexpectedOutcome(`The comparison should have found "${comparison.verdict}"`, text);
      const errors = changes.filter(({ level }) => level === 'error');
      return { says: `${verdict}: ${errors.length} of ${changes.length} changes break someone`, lines: errors.slice(0, 2).map(describe) };
    });
}

function diff({ base, revision }: Comparison): string[] {
  const documents = `openapi/documents/${breaking.name}`;
  return ['openapi', 'diff', `${documents}/${base}.yaml`, `${documents}/${revision}.yaml`];
}

function describe({ method, path, message }: Change): string {
  return `${colour.red('✗')} ${method} ${path}: ${message}`;
}
