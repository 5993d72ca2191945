import { constrains } from '../diff/constrains.ts';
import { type Alternatives, alternativesIn, matchAlternatives, matchSubtypes } from '../diff/match-branches.ts';
import { matchMembers } from '../diff/members.ts';
import { unwrapped } from '../diff/unwrap-null.ts';
import { sameAssertions } from '../schema/same-schema.ts';
import type { Branch, Schema } from '../schema/schema.ts';
import { type KeywordCheck, type KeywordFinding, keywordAt, sidesOf } from './keyword-finding.ts';
import { typeList } from './keyword-types.ts';
import { isNewsOfProperties } from './own-properties.ts';

/** allOf, anyOf, oneOf and not. */
export const checkStructure: KeywordCheck = (before, after) => {
  const [base, revision] = unwrapped(before, after);
  // Between members and one that could not be read there is nothing to tell but that.
  const known = (keyword: 'allOf' | 'anyOf' | 'oneOf') => brokenIn(base[keyword]) === brokenIn(revision[keyword]);
  return [
    ...(known('allOf') ? checkAllOf(base, revision) : []),
    ...(known('anyOf') && known('oneOf') ? checkAlternatives(base, revision) : []),
    ...checkSubtypes(base, revision),
    ...checkNot(base, revision),
  ];
};

function brokenIn(branches: readonly Branch[]): string {
  return branches
    .flatMap(({ schema: { broken } }) => broken ?? [])
    .sort()
    .join();
}

const checkAllOf: KeywordCheck = (base, revision) => {
  const { added, removed } = matchMembers(base, revision);
  const tell = (suffix: string, branch: Branch, index: number) => ({
    suffix: constrains(branch.schema) ? suffix : `${suffix}-annotation-only`,
    ...sidesOf(base, revision, 'allOf'),
    detail: branch.name ?? '',
    item: branch.name ?? String(index),
  });
  // What is said of the properties of a member is all that there is to say of it.
  const unsaid = (branches: readonly Branch[], other: Schema) => branches.filter((branch) => !isNewsOfProperties(branch, other));
  return [
    ...unsaid(removed, revision).map((branch, index) => tell('all-of-removed', branch, index)),
    ...unsaid(added, base).map((branch, index) => tell('all-of-added', branch, index)),
  ];
};

function checkAlternatives(base: Schema, revision: Schema): KeywordFinding[] {
  if (isTypesAlone(base) && isTypesAlone(revision)) return [];
  if (areValues(base, revision) || areValues(revision, base)) return [];
  const lists = alternativesIn(base, revision);
  return [...checkExclusion(base, revision), ...lists.flatMap((each) => alternativeFindings(base, revision, each))];
}

function alternativeFindings(base: Schema, revision: Schema, lists: Alternatives): KeywordFinding[] {
  const { keyword, before, after } = lists;
  const suffix = keyword === 'anyOf' ? 'any-of' : 'one-of';
  const sides = sidesOf(base, revision, keyword);
  if (before.length === 0 && after.length === 0) return [];
  if (before.length === 0) return [{ suffix: `${suffix}-introduced`, ...sides }];
  if (after.length === 0) return [{ suffix: `${suffix}-dropped`, ...sides }];
  const { added, removed } = matchAlternatives(base, revision, lists);
  // What was the whole schema is now one alternative among others, and may have to exclude them.
  if (keyword === 'oneOf' && base.raw.oneOf === undefined && base.raw.anyOf === undefined && added.length > 0)
    return [{ suffix: 'wrapped-in-one-of', ...sides, detail: `beside ${namesOf(added, after).join(', ')}` }];
  const tell = (action: string, branch: Branch, list: readonly Branch[]) => {
    const [name = ''] = namesOf([branch], list);
    return { suffix: `${suffix}-${action}`, ...sides, detail: name, item: name, alternative: branch.schema };
  };
  return [...removed.map((branch) => tell('removed', branch, before)), ...added.map((branch) => tell('added', branch, after))];
}

function namesOf(branches: readonly Branch[], list: readonly Branch[]): string[] {
  return branches.map((branch) => branch.name ?? String(list.indexOf(branch)));
}

/** Alternatives that came to exclude each other, or ceased to. */
function checkExclusion(base: Schema, revision: Schema): KeywordFinding[] {
  const wrote = ({ raw }: Schema, keyword: string, other: string) => raw[keyword] !== undefined && raw[other] === undefined;
  if (wrote(base, 'anyOf', 'oneOf') && wrote(revision, 'oneOf', 'anyOf'))
    return [{ suffix: 'any-of-became-one-of', base: keywordAt(base, 'anyOf'), revision: keywordAt(revision, 'oneOf') }];
  if (wrote(base, 'oneOf', 'anyOf') && wrote(revision, 'anyOf', 'oneOf'))
    return [{ suffix: 'one-of-became-any-of', base: keywordAt(base, 'oneOf'), revision: keywordAt(revision, 'anyOf') }];
  return [];
}

/** Components that came to stand for this one by its discriminator, or ceased to. Where none did before, the discriminator is news. */
function checkSubtypes(base: Schema, revision: Schema): KeywordFinding[] {
  if (base.subtypes.length === 0 || revision.subtypes.length === 0) return [];
  const { added, removed } = matchSubtypes(base, revision);
  const sides = sidesOf(base, revision, 'discriminator');
  const tell = (suffix: string, { name = '' }: Branch) => ({ suffix, ...sides, detail: name, item: name });
  return [...removed.map((branch) => tell('subtype-removed', branch)), ...added.map((branch) => tell('subtype-added', branch))];
}

/** No alternatives, or only such as are nothing but types, which are compared as a list of types. */
function isTypesAlone(schema: Schema): boolean {
  return schema.oneOf.length + schema.anyOf.length === 0
    ? typeList(schema) !== undefined
    : schema.types === undefined && typeList(schema) !== undefined;
}

/** Alternatives that are values with names, against a list of values or no alternatives, are told as values. */
function areValues(schema: Schema, other: Schema): boolean {
  return schema.hasNamedValues && (other.values !== undefined || other.oneOf.length + other.anyOf.length === 0);
}

function checkNot(base: Schema, revision: Schema): KeywordFinding[] {
  const [before, after] = [base.schema('not'), revision.schema('not')];
  if (before === after || (before && after && sameAssertions(before, after))) return [];
  const suffix = before ? (after ? 'not-changed' : 'not-removed') : 'not-added';
  return [{ suffix, base: keywordAt(base, 'not'), revision: keywordAt(revision, 'not') }];
}
