import fc from 'fast-check';
import type { Level } from '../checks/rule.ts';
import { renderMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
import { change, emptyReport, sampleReport } from './sample-report.ts';

const LEVELS: Level[] = ['error', 'warning', 'info'];

/** So many changes of each level, with messages of such a length. */
function reportOf(counts: Record<Level, number>, length: number): Report {
  const changes = LEVELS.flatMap((level) =>
    Array.from({ length: counts[level] }, (_, index) =>
      change({
        id: 'endpoint-added',
        level,
        path: `/${level}${index}`,
        message: `${level} ${'<'.repeat(length)}`,
        fingerprint: `${level}${index}`,
      }),
    ),
  );
  return { ...emptyReport, verdict: 'breaking', changes };
}

/** How many of a level are shown, and how many are counted as left out. */
function toldOf(text: string, level: Level): { shown: number; cut: number } {
  const shown = text.match(new RegExp(`^- \\S+ ${level} `, 'gm'))?.length ?? 0;
  const sentence = /^_Left out for lack of room: .*_$/m.exec(text)?.[0] ?? '';
  return { shown, cut: Number((new RegExp(`([\\d,]+) ${level}s?\\b`).exec(sentence)?.[1] ?? '0').replaceAll(',', '')) };
}

test('the verdict and the rules come first, then errors, warnings and infos, which are folded', () => {
  const text = renderMarkdown(sampleReport);
  const order = [
    '## ❌ Breaking (3 errors at 7 places',
    '| | Rule |',
    '### Errors',
    '### Warnings',
    '<details>\n<summary>3 infos that break nobody',
  ];
  const places = order.map((each) => text.indexOf(each));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

const counts = fc.record({
  error: fc.integer({ min: 0, max: 400 }),
  warning: fc.integer({ min: 0, max: 400 }),
  info: fc.integer({ min: 0, max: 2000 }),
});

test('it stays below what GitHub takes, what is shown and what is left out is all, and nothing is left out before something milder', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 300 }), fc.constantFrom(60_000, 20_000, 3_000), (asked, length, longest) => {
      const text = renderMarkdown(reportOf(asked, length), { longest });
      expect(text.length).toBeLessThanOrEqual(longest);
      const told = LEVELS.map((level) => ({ ...toldOf(text, level), asked: asked[level] }));
      for (const { shown, cut, asked: all } of told) expect(shown + cut).toBe(all);
      const firstCut = told.findIndex(({ cut }) => cut > 0);
      if (firstCut >= 0) for (const { shown } of told.slice(firstCut + 1)) expect(shown).toBe(0);
    }),
    { numRuns: 25 },
  );
});

test('errors that do not fit in full are told in a line each, before any is left out', () => {
  const text = renderMarkdown(reportOf({ error: 250, warning: 0, info: 10 }, 20));
  expect(toldOf(text, 'error')).toEqual({ shown: 250, cut: 0 });
});

test('endless names, reasons and opinions leave room for the changes', () => {
  const long = 'x'.repeat(100_000);
  const by = { reason: long, location: { file: long, line: 1, column: 1 } };
  const ignored = Array.from({ length: 500 }, (_, index) => ({
    change: change({ id: 'endpoint-added', level: 'error', path: `/${index}` }),
    by,
  }));
  const report: Report = {
    ...sampleReport,
    base: { name: long, title: long, version: long },
    revision: { name: long, title: long, version: long },
    ignored,
    expired: [by, by],
    secondOpinion: { by: long, verdict: 'compatible', breaking: Array.from({ length: 500 }, () => ({ code: long, where: long })) },
  };
  expect(renderMarkdown(report, { longest: 3_000 }).length).toBeLessThanOrEqual(3_000);
  const text = renderMarkdown(report);
  expect(text.length).toBeLessThanOrEqual(60_000);
  expect(text).toContain('### Errors');
  expect(text).toMatch(/- and \d+ more\n/);
});
