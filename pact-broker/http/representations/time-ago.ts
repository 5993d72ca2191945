import { type Html, html } from '../html.ts';

const STEPS: [seconds: number, name: string][] = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
];

/** How long ago, with the exact time to hover. */
export function timeAgo(time: string, now: string): Html {
  const seconds = Math.max(0, (Date.parse(now) - Date.parse(time)) / 1000);
  const [size, name] = STEPS.find(([least]) => seconds >= least) ?? [1, 'second'];
  const count = Math.floor(seconds / size);
  const ago = seconds < 10 ? 'just now' : `${count} ${name}${count === 1 ? '' : 's'} ago`;
  return html`<time datetime="${time}" title="${time}">${ago}</time>`;
}
