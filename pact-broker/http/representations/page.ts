import { type Html, html } from '../html.ts';

interface Page {
  title: string;
  /** Follows the reader's light or dark setting. */
  style: Html;
  /** Address of the module that the page runs. */
  script?: string;
  /** The body element. */
  body: Html;
}

/** A page for people, whole. */
export const page = ({ title, style, script, body }: Page): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
${script === undefined ? undefined : html`<script type="module" src="${script}"></script>\n`}</head>
${body}
</html>
`.text;
