import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Format, renderReport } from './formats.ts';
import type { Report } from './report.ts';
import { change, emptyReport, sampleReport } from './sample-report.ts';

const golden = fileURLToPath(new URL('./golden/', import.meta.url));
const ENDINGS: Record<Format, string> = {
  text: 'txt',
  json: 'json',
  markdown: 'md',
  html: 'html',
  github: 'github.txt',
  junit: 'xml',
  sarif: 'sarif',
};
const all = Object.keys(ENDINGS) as Format[];

/** UPDATE_GOLDEN=1 writes what is there now; look at the difference before it is committed. */
function expectGolden(name: string, text: string) {
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden + name, text);
  expect(existsSync(golden + name)).toBe(true);
  expect(text).toBe(readFileSync(golden + name, 'utf8'));
}

test.each(all)('%s tells one of everything', async (format) => {
  expectGolden(`sample.${ENDINGS[format]}`, await renderReport(format, sampleReport));
});

test.each(all)('%s tells that nothing changed', async (format) => {
  expectGolden(`empty.${ENDINGS[format]}`, await renderReport(format, emptyReport));
});

test('text has colours when asked', async () => {
  expectGolden('sample.colour.txt', await renderReport('text', sampleReport, { colour: true }));
});

/** A report whose every text is as bad as it gets. */
function hostile(text: string): Report {
  const bad = change({
    id: 'endpoint-added',
    level: 'error',
    message: text,
    path: `/${text}`,
    counterExample: { value: { [text]: text }, of: text },
  });
  const shared = ['/a', '/b'].map((path) =>
    change({ ...bad, path: `${path}${text}`, method: text, component: text, says: text, fingerprint: path, group: 'aaaaaaaaaaaa' }),
  );
  const excerpt = { location: { file: text.slice(0, 1000), line: 1, column: 1 }, first: 1, lines: [text, text] };
  return {
    ...sampleReport,
    excerptsOf: () => ({ base: excerpt, revision: excerpt }),
    ignored: [{ change: bad, by: { reason: text, location: excerpt.location } }],
    expired: [{ reason: text, location: excerpt.location }],
    secondOpinion: { by: text.slice(0, 100), verdict: 'compatible', breaking: [{ code: text, where: text }] },
    base: { name: text, title: text, version: text },
    revision: { name: text, title: text, version: text },
    changes: [bad, ...shared],
  };
}

test.each(['</title></style><script>x</script>', '"><img src=x onerror=x>', "' onfocus=x '"])('HTML shows %s as text', async (text) => {
  const html = await renderReport('html', hostile(text));
  expect(html.match(/<script|<img|onfocus=x '|onerror=x>/g)?.filter((found) => html.includes(`"${found}`)) ?? []).toEqual([]);
  expect(html).not.toContain(text);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

test.each(all)('%s lets no control character through, which could steer a terminal', async (format) => {
  const text = 'x\u001b[2J\u0007\u009b31m\u0000\r\n::stop-commands::x\u202e';
  const out = await renderReport(format, hostile(text));
  expect(out).not.toMatch(CONTROLS);
  expect(out).not.toMatch(/^::stop-commands/m);
});

test.each(['text', 'markdown', 'html', 'github', 'junit', 'sarif'] as const)('%s cuts values without end', async (format) => {
  const text = await renderReport(format, hostile('x'.repeat(1_000_000)));
  expect(text.length).toBeLessThan(format === 'sarif' ? 200_000 : 60_000);
});

test('XML is well formed: every element that opens closes, and texts hold no markup', async () => {
  for (const report of [sampleReport, emptyReport, hostile('<a & "b">]]>')]) {
    const open: string[] = [];
    const xml = await renderReport('junit', report);
    for (const [, closing, name, selfClosing] of xml.matchAll(/<(\/?)([a-z]+)(?: [a-z]+="[^"<]*")*(\/?)>/g)) {
      if (closing) expect(open.pop()).toBe(name);
      else if (!selfClosing) open.push(name!);
    }
    expect(open).toEqual([]);
    expect(xml.replaceAll(/<\/?[a-z]+(?: [a-z]+="[^"<>]*")*\/?>|<\?xml [^>]*\?>/g, '')).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39);)/);
  }
});

test.each([
  ['error', 3],
  ['warning', 4],
  ['info', 7],
  ['none', 0],
] as const)('JUnit with failOn %s has %d failures', async (failOn, failures) => {
  const xml = await renderReport('junit', sampleReport, { failOn });
  expect(xml.match(/<failure /g)?.length ?? 0).toBe(failures);
  expect(xml).toContain(`<testsuites name="openapi diff" tests="8" failures="${failures}" errors="0" skipped="1">`);
});

test('SARIF results name rules that are in the list, and are told apart by fingerprints', async () => {
  const [run] = JSON.parse(await renderReport('sarif', sampleReport)).runs;
  for (const { ruleId, ruleIndex, partialFingerprints } of run.results) {
    expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(Object.values(partialFingerprints)).toEqual([expect.stringMatching(/^[\da-f]{12}$/)]);
  }
  expect(run.results.filter((result: { suppressions?: unknown }) => result.suppressions)).toHaveLength(1);
});

test('JSON of a change has exactly these keys', async () => {
  const [first] = JSON.parse(await renderReport('json', sampleReport)).changes;
  const keys = ['id', 'level', 'direction', 'method', 'path', 'component', 'base', 'revision', 'message', 'fingerprint', 'group'];
  expect(Object.keys(first)).toEqual(keys);
});
