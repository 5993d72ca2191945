import { encodingRules } from './encoding-rules.ts';
import { exchangeRules } from './exchange-rules.ts';
import { pathRules } from './path-rules.ts';
import type { Level, Rule } from './rule.ts';

export const CALLED_KINDS = ['callback', 'webhook'] as const;

/** What a client sends elsewhere, the service sends here: the receiver reads it. */
const SENT: Readonly<Record<Level, string>> = {
  error:
    'request-parameter-removed request-parameter-became-optional request-parameter-style-changed request-body-removed request-body-became-optional request-body-media-type-removed request-body-media-type-name-generalized request-body-encoding-content-type-added request-body-encoding-style-changed request-body-encoding-header-removed request-body-encoding-header-became-optional request-body-encoding-header-style-changed',
  // The receiver cannot ask for a media type, as a client does with Accept.
  warning:
    'request-parameter-allow-empty-value-added request-parameter-allow-reserved-added request-body-media-type-added request-body-media-type-schema-removed',
  info: 'new-required-request-parameter new-optional-request-parameter request-parameter-became-required request-parameter-allow-empty-value-removed request-parameter-allow-reserved-removed request-body-added-required request-body-added-optional request-body-became-required request-body-media-type-name-specialized request-body-media-type-name-changed request-body-media-type-schema-added request-body-encoding-content-type-removed request-body-encoding-header-added request-body-encoding-header-became-required',
};

/** What a client is answered elsewhere, the receiver answers here: the service takes it, or does not. */
const ANSWERED: Readonly<Record<Level, string>> = {
  error:
    'response-success-status-removed response-success-status-specialized response-media-type-removed response-media-type-name-specialized response-body-media-type-schema-added response-header-added response-header-became-required response-header-style-changed response-body-encoding-content-type-removed response-body-encoding-style-changed response-body-encoding-header-added response-body-encoding-header-became-required response-body-encoding-header-style-changed',
  warning:
    'response-success-status-generalized response-default-removed required-response-header-removed optional-response-header-removed response-body-encoding-header-removed',
  info: 'response-success-status-added response-non-success-status-added response-non-success-status-removed response-non-success-status-generalized response-non-success-status-specialized response-default-added response-media-type-added response-media-type-name-generalized response-media-type-name-changed response-body-media-type-schema-removed response-header-became-optional response-body-encoding-content-type-added response-body-encoding-header-became-optional response-link-added response-link-removed response-link-changed',
};

type Sentences = Readonly<Record<Level, Pick<Rule, 'breaks' | 'instead'>>>;

const READS: Sentences = {
  error: {
    breaks: 'A receiver that reads what was sent before fails, or misses it.',
    instead: 'Keep sending it as before, and offer the other form in a call of its own.',
  },
  warning: {
    breaks: 'A receiver may be sent what it does not know; whether it minds, the documents cannot say.',
    instead: 'Send the new form to those who asked for it.',
  },
  info: { breaks: 'Receivers read what they are sent as before, or ignore it.', instead: 'Nothing to do.' },
};

const ANSWERS: Sentences = {
  error: { breaks: 'A receiver that answers as before is taken to have failed.', instead: 'Keep taking the old answers.' },
  warning: {
    breaks: 'What receivers answer may have no effect any more; the documents cannot say.',
    instead: 'Keep taking the old answers.',
  },
  info: { breaks: 'Receivers may answer as before.', instead: 'Nothing to do.' },
};

const mirrored = new Map([...exchangeRules, ...encodingRules, ...pathRules].map((rule) => [rule.id, rule]));

/** Rules for what the service calls: each of an exchange, seen from the other side. */
export const calledRules: readonly Rule[] = CALLED_KINDS.flatMap((kind) => [
  ...mirror(kind, SENT, READS),
  ...mirror(kind, ANSWERED, ANSWERS),
]);

function mirror(kind: 'callback' | 'webhook', levels: Readonly<Record<Level, string>>, sentences: Sentences): Rule[] {
  return (Object.keys(levels) as Level[]).flatMap((level) =>
    levels[level].split(' ').map((id) => {
      const rule = mirrored.get(id);
      if (!rule) throw new Error(`no rule is called ${id}`);
      const { area, means } = rule;
      const direction = sentences === READS ? 'response' : 'request';
      return { id: `${kind}-${id}`, level, direction, area, means: `In a ${kind}: ${lowerFirst(means)}`, ...sentences[level] };
    }),
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
