import { jsonPieces, renderJson, reportAsJson } from './json.ts';
import { sampleReport } from './sample-report.ts';
import { jsonText } from './words.ts';

test.each([0, 1, 999, 1_000, 1_001, 2_500])('%i changes are one JSON text, piece by piece', (count) => {
  const report = sampleReport;
  const changes = Array.from({ length: count }, (_, index) => report.changes[index % report.changes.length]!);
  const text = renderJson({ ...report, changes });
  expect(text).toBe(`${jsonText(reportAsJson({ ...report, changes }), 2)}\n`);
  expect([...jsonPieces({ ...report, changes })].join('')).toBe(text);
});
