import { Html } from '../html.ts';

/** Colours follow the reader's light or dark setting; on a narrow screen the contents stand above. */
export const API_PAGE_STYLE = new Html(`
:root { color-scheme: light dark; --text: #1c2330; --quiet: #5c677a; --line: #dfe4ec; --ground: #f6f8fb; --card: #fff; --link: #1f5fbf;
  --get: #1f5fbf; --post: #12703a; --put: #8a5a00; --patch: #6b3fa0; --delete: #a3201d; }
@media (prefers-color-scheme: dark) { :root { --text: #e6eaf1; --quiet: #9aa5b8; --line: #2b3444; --ground: #10151d; --card: #181f2a; --link: #82b1ff;
  --get: #82b1ff; --post: #8be0ac; --put: #f0d784; --patch: #cfb0ff; --delete: #ffb0aa; } }
* { box-sizing: border-box; } html { scroll-padding-top: 1rem; }
body { margin: 0; display: grid; grid-template-columns: 15rem minmax(0, 60rem); gap: 2rem; padding: 0 1.25rem; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
nav { position: sticky; top: 0; max-height: 100vh; overflow: auto; padding: 2rem 0; font-size: .9rem; } nav ul { list-style: none; margin: 1rem 0 0; padding: 0; } nav li { padding: .15rem 0; }
main { padding: 2rem 0; } h1 { margin: 0; font-size: 1.5rem; } h2 { margin: 2rem 0 0; font-size: 1.15rem; } h4 { margin: 1rem 0 .35rem; font-size: .85rem; color: var(--quiet); }
p { margin: .5rem 0; overflow-wrap: anywhere; } a { color: var(--link); text-decoration: none; } a:hover, a:focus-visible { text-decoration: underline; }
details { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; margin: .4rem 0; } summary { cursor: pointer; padding: .5rem .8rem; overflow-wrap: anywhere; }
.body { padding: 0 .8rem .8rem; border-top: 1px solid var(--line); } .what, .quiet, .type { color: var(--quiet); font-size: .9rem; } .quiet { font-size: .8rem; }
.what { display: block; } code, pre, textarea, .method { font: .85rem/1.45 ui-monospace, monospace; }
.method { display: inline-block; min-width: 4rem; font-weight: 700; } .get { color: var(--get); } .post { color: var(--post); } .put { color: var(--put); } .patch { color: var(--patch); } .delete { color: var(--delete); }
ul { margin: .25rem 0; padding-left: 1.1rem; } .members { list-style: none; padding-left: 0; } .members .members { padding-left: 1rem; border-left: 2px solid var(--line); }
.members li { padding: .2rem 0; overflow-wrap: anywhere; } .name { font-weight: 600; } .says { font-size: .9rem; }
dl { margin: 0; } dt { font-size: .9rem; } dd { margin: 0 0 .35rem; font-size: .85rem; } .status { font: 600 .85rem ui-monospace, monospace; } .s2 { color: var(--post); } .s3 { color: var(--get); } .s4, .s5 { color: var(--delete); }
pre { padding: .7rem; margin: .4rem 0; border: 1px solid var(--line); border-radius: .35rem; background: var(--ground); overflow: auto; max-height: 30rem; white-space: pre-wrap; overflow-wrap: anywhere; }
form { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: .6rem; align-items: end; } label { display: grid; gap: .15rem; font-size: .8rem; color: var(--quiet); overflow-wrap: anywhere; }
label:has(textarea), output { grid-column: 1 / -1; } input, textarea, select, button { width: 100%; padding: .4rem .5rem; border: 1px solid var(--line); border-radius: .35rem; background: var(--ground); color: var(--text); font-size: .9rem; }
button { background: var(--link); color: var(--card); font-weight: 600; cursor: pointer; border: 0; } [hidden] { display: none; }
@media (max-width: 52rem) { body { display: block; } nav { position: static; padding: 1.25rem 0 0; max-height: none; } nav ul { display: flex; flex-wrap: wrap; gap: .2rem .9rem; } main { padding-top: 1rem; } }
`);
