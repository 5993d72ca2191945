import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Parses regular expressions; loaded with the first pattern, since most comparisons meet none. */
export function regexpp(): typeof import('@eslint-community/regexpp') {
  return require('@eslint-community/regexpp');
}

/** Automata of regular expressions; loaded when two patterns are compared, or a text is wanted for one. */
export function refa(): typeof import('refa') {
  return require('refa');
}
