import { Html } from '../html.ts';

/** The plain pages: documentation of relations, the explorer. Colours follow the reader's light or dark setting. */
export const PAGE_STYLE = new Html(`
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: 0 0 1rem; } h2 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
pre, code, input { font: .9rem/1.45 ui-monospace, monospace; }
pre { padding: .75rem; border: 1px solid #8886; border-radius: .4rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
dt { font-weight: 600; } dd { margin: 0 0 .6rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #8884; }
td { overflow-wrap: anywhere; } form { display: flex; gap: .5rem; } input { flex: 1; padding: .4rem; } button { padding: .4rem .8rem; }
`);
