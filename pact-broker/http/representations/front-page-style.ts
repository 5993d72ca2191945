import { Html } from '../html.ts';

/**
 * Colours follow the reader's light or dark setting; on a narrow screen each row becomes a card. Rows are laid out when they come into
 * sight, which a table's own layout cannot do: with 600 of them, the page is there in a third of the time.
 */
export const FRONT_PAGE_STYLE = new Html(`
:root { color-scheme: light dark; --text: #1c2330; --quiet: #566176; --line: #dfe4ec; --ground: #f6f8fb; --card: #fff; --link: #1f5fbf;
  --verified: #12703a; --verified-ground: #dff5e7; --failed: #a3201d; --failed-ground: #fde4e2; --unverified: #6b5300; --unverified-ground: #fbf0cd; }
@media (prefers-color-scheme: dark) { :root { --text: #e6eaf1; --quiet: #9aa5b8; --line: #2b3444; --ground: #10151d; --card: #181f2a; --link: #82b1ff;
  --verified: #8be0ac; --verified-ground: #133524; --failed: #ffb0aa; --failed-ground: #45191a; --unverified: #f0d784; --unverified-ground: #3a3011; } }
* { box-sizing: border-box; } [hidden] { display: none !important; } p, dl, dd { margin: 0; }
body { margin: 0 auto; max-width: 100rem; padding: 1rem 1.25rem 2rem; background: var(--ground); color: var(--text); font: .875rem/1.45 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.25rem; letter-spacing: -0.01em; } h2 { font-size: 1rem; margin: 0 0 .5rem; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.5rem; margin-bottom: .75rem; }
form { display: flex; align-items: center; gap: .75rem; flex: 1 1 20rem; }
input { flex: 0 1 22rem; min-width: 0; padding: .35rem .6rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .35rem; }
output { color: var(--quiet); white-space: nowrap; font-variant-numeric: tabular-nums; }
.summary { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; } .summary div { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .5rem; }
.summary dt { color: var(--quiet); } .summary dd { display: contents; }
a { color: var(--link); text-decoration: none; } a:hover, a:focus-visible { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
table, thead, tbody, th, td { display: block; } table { background: var(--card); border: 1px solid var(--line); }
tr { display: grid; grid-template-columns: 13fr 14fr 22.5fr 22.5fr 28fr; border-bottom: 1px solid var(--line); }
tbody tr { content-visibility: auto; contain-intrinsic-height: auto 4.75rem; } tbody tr:last-child { border-bottom: 0; }
th, td { padding: .45rem .75rem; min-width: 0; text-align: left; overflow-wrap: anywhere; font-weight: inherit; }
thead { position: sticky; top: 0; z-index: 1; background: var(--card); } thead th { font-size: .8rem; font-weight: 600; color: var(--quiet); }
.name { font-weight: 600; color: inherit; } .more { font-size: .8rem; }
.quiet, time { color: var(--quiet); font-size: .8rem; } time { white-space: nowrap; }
.pairing { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .4rem; min-height: 1.45em; }
.to { color: var(--quiet); }
.version { font: .8125rem/1.45 ui-monospace, monospace; color: inherit; background: none; border: 0; border-radius: .2rem; padding: 0 .15rem; cursor: copy; position: relative;
  max-width: 20ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.version:hover { background: var(--ground); box-shadow: 0 0 0 1px var(--line); }
.version[data-said] { overflow: visible; }
.version[data-said]::after { content: attr(data-said); position: absolute; left: 0; top: 0; z-index: 1; padding: 0 .4rem; border-radius: .2rem;
  font: .75rem/1.6 system-ui, sans-serif; color: var(--card); background: var(--text); }
.branch { display: inline-block; max-width: 24ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom; }
.outcome { display: inline-block; font-size: .8rem; font-weight: 600; line-height: 1.4; padding: 0 .35rem; border-radius: .25rem; white-space: nowrap; }
.verified { color: var(--verified); background: var(--verified-ground); } .failed { color: var(--failed); background: var(--failed-ground); }
.unverified { color: var(--unverified); background: var(--unverified-ground); } .no-pact { color: var(--quiet); }
td dl { display: grid; grid-template-columns: minmax(4rem, max-content) 1fr; gap: 0 .6rem; } td dt { color: var(--quiet); max-width: 9rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
summary { cursor: pointer; color: var(--quiet); font-size: .8rem; }
.empty { background: var(--card); border: 1px solid var(--line); padding: 1.25rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .9rem; margin: .75rem 0 0; background: var(--ground); border-radius: .35rem; font-size: .8125rem; }
footer { margin-top: 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; } footer a { margin-right: .75rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 56rem) {
  thead { display: none; } table { background: none; border: 0; }
  tbody tr, tbody tr:last-child { display: block; background: var(--card); border: 1px solid var(--line); margin-bottom: .5rem; padding: .5rem .75rem; contain-intrinsic-height: auto 14rem; }
  th, td { padding: .1rem 0; } td::before { content: attr(data-label); display: block; color: var(--quiet); font-size: .75rem; margin-top: .25rem; }
  th[scope=row], td:nth-child(2) { display: inline; } td:nth-child(2)::before { content: '→ '; display: inline; font-size: inherit; }
  td dl { grid-template-columns: 1fr; } form { flex-wrap: wrap; } input { flex: 1 1 14rem; font-size: 1rem; }
}
`);
