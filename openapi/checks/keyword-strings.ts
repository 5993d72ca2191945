import { equalJson } from '../schema/json-value.ts';
import { patternWithin } from '../schema/pattern-within.ts';
import { allowsType, type KeywordCheck, type KeywordFinding, sidesOf } from './keyword-finding.ts';

/** Patterns, steps of numbers, and what strings carry. */
export const checkStrings: KeywordCheck = (base, revision) => {
  const strings = allowsType(base, 'string') && allowsType(revision, 'string');
  const numbers = allowsType(base, 'number') && allowsType(revision, 'number');
  return [
    ...(strings ? [...checkPattern(base, revision), ...checkContent(base, revision)] : []),
    ...(numbers ? checkStep(base, revision) : []),
  ];
};

const checkPattern: KeywordCheck = (base, revision) => {
  const [before, after] = [base.text('pattern'), revision.text('pattern')];
  if (before === after) return [];
  const sides = sidesOf(base, revision, 'pattern');
  if (before === undefined) return [{ suffix: 'pattern-added', ...sides, detail: after ?? '' }];
  if (after === undefined) return [{ suffix: 'pattern-removed', ...sides, detail: `it was ${before}` }];
  return [
    { suffix: patternWithin(before, after) ? 'pattern-generalized' : 'pattern-changed', ...sides, detail: `from ${before} to ${after}` },
  ];
};

const checkContent: KeywordCheck = (base, revision) => {
  const found: KeywordFinding[] = [];
  for (const [keyword, suffix] of [
    ['contentMediaType', 'content-media-type-changed'],
    ['contentEncoding', 'content-encoding-changed'],
  ] as const) {
    const [before, after] = [base.text(keyword), revision.text(keyword)];
    if (before !== after)
      found.push({ suffix, ...sidesOf(base, revision, keyword), detail: `from ${before ?? 'none'} to ${after ?? 'none'}` });
  }
  const [before, after] = [base.schema('contentSchema'), revision.schema('contentSchema')];
  if (Boolean(before) !== Boolean(after))
    found.push({ suffix: after ? 'content-schema-added' : 'content-schema-removed', ...sidesOf(base, revision, 'contentSchema') });
  return found;
};

const checkStep: KeywordCheck = (base, revision) => {
  const [before, after] = [base.number('multipleOf'), revision.number('multipleOf')];
  if (equalJson(before, after)) return [];
  const suffix = before === undefined ? 'multiple-of-set' : after === undefined ? 'multiple-of-unset' : 'multiple-of-changed';
  return [{ suffix, ...sidesOf(base, revision, 'multipleOf'), detail: `from ${before ?? 'none'} to ${after ?? 'none'}` }];
};
