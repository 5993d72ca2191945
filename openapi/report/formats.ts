import type { Render, RenderOptions, Report } from './report.ts';

/** Every format of a report, by the name that `--format` takes. Only the one that is asked for is loaded. */
const formats = {
  text: async () => (await import('./text.ts')).renderText,
  json: async () => (await import('./json.ts')).renderJson,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  html: async () => (await import('./html.ts')).renderHtml,
  github: async () => (await import('./github.ts')).renderGithub,
  junit: async () => (await import('./junit.ts')).renderJunit,
  sarif: async () => (await import('./sarif.ts')).renderSarif,
} as const satisfies Record<string, () => Promise<Render>>;

export type Format = keyof typeof formats;

/** A report as text in one of the formats. */
export async function renderReport(format: Format, report: Report, options?: RenderOptions): Promise<string> {
  const render = await formats[format]();
  return render(report, options);
}

/** The same in pieces, where the whole may be too large to hold. */
export async function reportPieces(format: Format, report: Report, options?: RenderOptions): Promise<Iterable<string>> {
  return format === 'json' ? (await import('./json.ts')).jsonPieces(report) : [await renderReport(format, report, options)];
}
