import { Html } from '../html.ts';

/** Colours follow the reader's light or dark setting; on a narrow screen each row becomes a card. */
export const FRONT_PAGE_STYLE = new Html(`
:root { --text: #1c2330; --quiet: #5c677a; --line: #dfe4ec; --ground: #f6f8fb; --card: #fff; --link: #1f5fbf;
  --success: #12703a; --success-ground: #dff5e7; --failure: #a3201d; --failure-ground: #fde4e2; --unknown: #6b5300; --unknown-ground: #fbf0cd; }
@media (prefers-color-scheme: dark) { :root { --text: #e6eaf1; --quiet: #9aa5b8; --line: #2b3444; --ground: #10151d; --card: #181f2a; --link: #82b1ff;
  --success: #8be0ac; --success-ground: #133524; --failure: #ffb0aa; --failure-ground: #45191a; --unknown: #f0d784; --unknown-ground: #3a3011; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.5rem; letter-spacing: -0.01em; } h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
header p { margin: .25rem 0 1.5rem; color: var(--quiet); }
a { color: var(--link); text-decoration: none; } a:hover, a:focus-visible { text-decoration: underline; }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
th, td { padding: .6rem .9rem; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
td:nth-child(-n+2) { min-width: 11rem; } td:nth-child(3) { overflow-wrap: anywhere; } td:last-child { white-space: nowrap; }
tbody tr:last-child td { border-bottom: 0; }
th { font-size: .8rem; font-weight: 600; color: var(--quiet); }
time, .quiet { color: var(--quiet); font-size: .875rem; white-space: nowrap; }
.branch { font-size: .8rem; padding: .05rem .4rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--quiet); }
.result { font-size: .85rem; font-weight: 600; padding: .1rem .5rem; border-radius: .3rem; white-space: nowrap; }
.success { color: var(--success); background: var(--success-ground); } .failure { color: var(--failure); background: var(--failure-ground); }
.unknown { color: var(--unknown); background: var(--unknown-ground); }
.empty { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1.25rem; }
pre { overflow-x: auto; padding: .9rem; margin: 0; background: var(--ground); border-radius: .35rem; font-size: .875rem; }
footer { margin-top: 1.5rem; display: flex; gap: 1.25rem; font-size: .875rem; }
@media (max-width: 44rem) {
  thead { display: none; } tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line); } tbody tr:last-child { border-bottom: 0; }
  td { display: grid; grid-template-columns: 7rem 1fr; border: 0; padding: .2rem .9rem; justify-items: start; }
  td::before { content: attr(data-label); color: var(--quiet); font-size: .8rem; grid-column: 1; grid-row: 1 / span 9; } td > * { grid-column: 2; }
}
`);
