import { countOutcomes, type Outcome, type Pairing } from '../../domain/integrations/pairing.ts';
import { type Html, html } from '../html.ts';

const COMMIT = /^[0-9a-f]{40}$/i;
const SHORT = 8;
/** Longer ones are cut by the style. */
const FITS = 20;

/** A version number, to be copied by a click; of a commit the beginning. The whole number stands in the title. */
export function versionButton(number: string): Html {
  const shown = COMMIT.test(number) ? number.slice(0, SHORT) : number;
  return shown.length < number.length || number.length > FITS
    ? html`<button class="version" title="${number}">${shown}</button>`
    : html`<button class="version">${number}</button>`;
}

const SHOWN: Record<Outcome, { sign: string; word: string }> = {
  verified: { sign: '✓', word: 'verified' },
  failed: { sign: '✕', word: 'failed' },
  unverified: { sign: '?', word: 'not verified' },
  'no-pact': { sign: '–', word: 'no pact' },
};

/** A state by shape, colour and word. */
export const outcomeMark = (outcome: Outcome, count?: number): Html => {
  const { sign, word } = SHOWN[outcome];
  return html`<span class="outcome ${outcome}"><span aria-hidden="true">${sign}</span> ${count === undefined ? '' : `${count} `}${word}</span>`;
};

/** The state, then both versions; `missing` says what is the matter where the provider's is not there. */
export function pairingLine({ consumerVersion, providerVersion, outcome }: Pairing, missing: string): Html {
  const provider = providerVersion === undefined ? html`<span class="quiet">${missing}</span>` : versionButton(providerVersion);
  const to = html`<span class="to" role="img" aria-label="with">→</span>`;
  return consumerVersion === undefined
    ? html`<p class="pairing"><span class="quiet">– consumer not there</span> ${to} ${provider}</p>`
    : html`<p class="pairing">${outcomeMark(outcome)} ${versionButton(consumerVersion)} ${to} ${provider}</p>`;
}

const MOST_LINES = 3;
/** Two hundred releases of a consumer beside two hundred of a provider make forty thousand lines, of which a browser shows none in time. */
const MOST_BEHIND = 100;

/** Some lines; the rest, where there are more, behind what they come to, as far as anybody reads on. */
export function pairingLines(pairings: Pairing[], missing: string): Html {
  const lines = pairings.slice(0, MOST_LINES + MOST_BEHIND).map((pairing) => pairingLine(pairing, missing));
  const [shown, behind, rest] = [lines.slice(0, MOST_LINES), lines.slice(MOST_LINES), pairings.slice(MOST_LINES)];
  if (rest.length === 0) return html`${shown}`;
  const left = rest.length - behind.length;
  const cut = left > 0 ? html`<p class="quiet">and ${left} more</p>` : '';
  return html`${shown}<details><summary>${rest.length} more: ${outcomeCounts(rest)}</summary>${behind}${cut}</details>`;
}

const COUNTED: Outcome[] = ['verified', 'failed', 'unverified', 'no-pact'];

/** How many there are of each state; of a state that none is in, nothing. */
export function outcomeCounts(pairings: Pairing[]): Html {
  const counts = countOutcomes(pairings);
  const some = COUNTED.filter((outcome) => counts[outcome] > 0);
  return html`${some.map((outcome) => html`${outcomeMark(outcome, counts[outcome])} `)}`;
}
