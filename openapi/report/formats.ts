import { renderGithub } from './github.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import type { Render } from './report.ts';
import { renderSarif } from './sarif.ts';
import { renderText } from './text.ts';

/** Every format of a report, by the name that `--format` takes. */
export const formats = {
  text: renderText,
  json: renderJson,
  markdown: renderMarkdown,
  html: renderHtml,
  github: renderGithub,
  junit: renderJunit,
  sarif: renderSarif,
} as const satisfies Record<string, Render>;

export type Format = keyof typeof formats;
