import { type Rule, rulesOf } from './rule.ts';

/** What the documents refer to and could not be read. */
export const referenceRules: readonly Rule[] = rulesOf([
  [
    'api-reference-not-followed',
    'warning',
    'none',
    'components',
    'A reference could not be followed, so what it names was not compared: it leads nowhere, to a URL, or out of the root.',
    'Nobody knows: what it names may have changed in any way, also where both documents write the same reference.',
    'Mend the reference; name the folder that holds the file with --root DIR, or the one that holds what a URL names with --map URL-PREFIX=DIR.',
  ],
]);
