/** The look of the HTML report, in both colour schemes and from phone to wide screen. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f7f9, #101318);
  --card: light-dark(#ffffff, #181c23);
  --line: light-dark(#dfe3e8, #2a303a);
  --ink: light-dark(#1b2028, #e8ebf0);
  --soft: light-dark(#596273, #9aa4b5);
  --code: light-dark(#eef1f5, #222833);
  --error: light-dark(#b3261e, #ff8f85);
  --error-soft: light-dark(#fdecea, #3a1c1a);
  --warning: light-dark(#8a5a00, #f5c05b);
  --warning-soft: light-dark(#fff3d9, #36290f);
  --info: light-dark(#1d6b3f, #74d69b);
  --info-soft: light-dark(#e4f5ea, #15301f);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: clamp(1rem, 4vw, 2.5rem); display: grid; gap: 1.25rem; grid-template-columns: minmax(0, 1fr); }
code, pre { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
header, section, aside, nav { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: clamp(1rem, 3vw, 1.5rem); }
header { border-top: 5px solid var(--tone); }
header.breaking { --tone: var(--error); --tone-soft: var(--error-soft); }
header.unknown { --tone: var(--warning); --tone-soft: var(--warning-soft); }
header.compatible { --tone: var(--info); --tone-soft: var(--info-soft); }
.eyebrow { margin: 0; color: var(--soft); font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; }
h1 { margin: .1rem 0 .75rem; font-size: clamp(1.4rem, 4vw, 2rem); line-height: 1.2; overflow-wrap: anywhere; }
.verdict { display: inline-block; margin: 0 .75rem 1rem 0; padding: .3rem .8rem; border-radius: 999px; background: var(--tone-soft); color: var(--tone); font-weight: 650; }
.counts { display: inline-block; margin: 0 0 1rem; font-weight: 600; }
dl { margin: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); }
dt { color: var(--soft); font-size: .8rem; }
dd { margin: 0; overflow-wrap: anywhere; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0; padding: 0; border: 0; }
legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.chip { display: inline-flex; align-items: center; gap: .45rem; padding: .35rem .8rem; border: 1px solid var(--line); border-radius: 999px; background: var(--card); color: var(--tone); font-weight: 600; cursor: pointer; }
.chip:focus-within { outline: 2px solid var(--tone); outline-offset: 2px; }
.chip input { accent-color: var(--tone); margin: 0; width: 1rem; height: 1rem; }
.error { --tone: var(--error); --tone-soft: var(--error-soft); }
.warning { --tone: var(--warning); --tone-soft: var(--warning-soft); }
.info { --tone: var(--info); --tone-soft: var(--info-soft); }
main > section { content-visibility: auto; contain-intrinsic-size: auto 24rem; }
h2 { margin: 0 0 .75rem; font-size: 1.05rem; overflow-wrap: anywhere; }
h2 code { font-size: 1em; font-weight: 600; }
.method { display: inline-block; min-width: 3.6rem; padding: .1rem .5rem; margin-right: .35rem; border-radius: 6px; background: var(--code); text-align: center; font: 700 .8rem/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
ul { margin: 0; padding: 0; list-style: none; }
.change { padding: .8rem 0 .8rem .9rem; border-left: 3px solid var(--tone); }
.change + .change { margin-top: .75rem; }
.message { margin: 0 0 .35rem; font-weight: 550; overflow-wrap: anywhere; }
.level { display: inline-block; margin-right: .4rem; padding: 0 .5rem; border-radius: 6px; background: var(--tone-soft); color: var(--tone); font-size: .8rem; font-weight: 700; }
.uses { color: var(--soft); font-size: .9rem; overflow-wrap: anywhere; }
p.uses { margin: .15rem 0; }
.uses ul { margin: .35rem 0 .5rem; max-height: 16rem; overflow: auto; }
.uses li { padding: .1rem 0; }
.meta a { color: inherit; }
.meta { display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; margin: .35rem 0 0; color: var(--soft); font-size: .85rem; }
details { font-size: .9rem; margin: .15rem 0; }
summary { cursor: pointer; color: var(--soft); width: fit-content; border-radius: 4px; }
summary:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
details p { margin: .4rem 0; max-width: 46rem; }
pre { margin: .25rem 0 0; padding: .65rem .8rem; background: var(--code); border-radius: 8px; white-space: pre-wrap; }
.sides { display: grid; gap: .5rem; margin-top: .35rem; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); }
.sides pre { margin: 0; padding: .5rem .75rem; overflow-x: auto; white-space: pre; font-size: .8rem; }
.sides mark { display: inline-block; min-width: 100%; background: none; color: inherit; font-weight: 650; }
.was mark { background: var(--error-soft); }
.is mark { background: var(--info-soft); }
nav ol { margin: 0; padding: 0; list-style: none; max-height: 24rem; overflow: auto; }
nav li { display: flex; gap: .75rem; justify-content: space-between; align-items: baseline; padding: .2rem 0; content-visibility: auto; contain-intrinsic-size: auto 2rem; }
nav a { color: inherit; text-decoration: none; overflow-wrap: anywhere; }
nav a:hover code, nav a:focus-visible code { text-decoration: underline; }
.badges { display: inline-flex; gap: .3rem; }
.badge { min-width: 1.8rem; padding: 0 .45rem; border-radius: 999px; background: var(--tone-soft); color: var(--tone); font-size: .8rem; font-weight: 700; text-align: center; }
.rules li { padding: .6rem 0; }
.rules h3 { margin: 0; font-size: .95rem; overflow-wrap: anywhere; }
.rules h3 span { color: var(--soft); font-weight: 400; font-size: .85rem; }
.rules p { margin: .25rem 0; max-width: 46rem; font-size: .9rem; }
.rules li:target, section:target { outline: 2px solid var(--soft); outline-offset: 4px; border-radius: 8px; }
aside li { padding: .35rem 0; overflow-wrap: anywhere; }
aside p { margin: 0; }
.attention { border-left: 5px solid var(--warning); }
main:has(#show-error:not(:checked)) .change.error, main:has(#show-warning:not(:checked)) .change.warning, main:has(#show-info:not(:checked)) .change.info { display: none; }
main:has(#show-error:not(:checked)) :is(section, nav li).has-error:not(.has-warning, .has-info), main:has(#show-warning:not(:checked)) :is(section, nav li).has-warning:not(.has-error, .has-info), main:has(#show-info:not(:checked)) :is(section, nav li).has-info:not(.has-error, .has-warning) { display: none; }
main:has(#show-error:not(:checked)) .badge.error, main:has(#show-warning:not(:checked)) .badge.warning, main:has(#show-info:not(:checked)) .badge.info { display: none; }
@media print { body { background: #fff; } .filters { display: none; } .change { break-inside: avoid; } main > section { content-visibility: visible; } nav ol, .uses ul { max-height: none; } }
`;
