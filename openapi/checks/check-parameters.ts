import { parameterNames } from '../diff/match-operations.ts';
import { matchParameters } from '../diff/match-parameters.ts';
import type { OperationPair } from '../diff/pairs.ts';
import { isTextual } from '../document/media-type.ts';
import { type Parameter, schemaOrAny } from '../document/parameters.ts';
import type { Finding } from './finding.ts';
import { earliest, INVALID, lifecycleOf, type Policy } from './lifecycle.ts';
import { asListOfOne } from './list-of-one.ts';
import { otherFindings } from './other-changes.ts';
import { isRestyled, styleOf } from './parameter-style.ts';
import { atMost } from './registry.ts';
import type { SchemaSite } from './schema-site.ts';

/** Parameters that came, went or are needed otherwise. */
export function checkParameters(pair: OperationPair, policy: Policy): Finding[] {
  return matchParameters(pair).flatMap(({ base, revision }) => {
    if (!base) return revision ? [added(pair, revision)] : [];
    return revision ? changed(pair, base, { revision, policy }) : [removed(pair, base, policy.today)];
  });
}

/** The values of the parameters that are on both sides. */
export function parameterSites(pair: OperationPair): SchemaSite[] {
  return matchParameters(pair).flatMap(({ base, revision }) => {
    if (!base || !revision || !(base.schema ?? revision.schema)) return [];
    const list = asListOfOne(pair, base, revision);
    const mediaType = base.mediaType ?? revision.mediaType;
    return [
      {
        kind: 'parameter' as const,
        within: nameOf(pair, base),
        direction: pair.inverted ? ('response' as const) : ('request' as const),
        base: schemaOrAny(base),
        revision: list ?? schemaOrAny(revision),
        text: mediaType === undefined ? 'scalars' : isTextual(mediaType) ? 'everything' : 'nothing',
        inHeader: base.in === 'header',
        alwaysSent: base.in !== 'path' && base.required && revision.required,
      },
    ];
  });
}

function nameOf({ prefix }: OperationPair, { in: where, name }: Parameter): string {
  return `${prefix}${where} parameter ${where === 'path' ? `{${name}}` : name}`;
}

/** Whether a path's template has held a parameter all along: then only its declaration came or went, and the URLs stay the same. */
const isInTemplate = (path: string, { in: where, name }: Parameter): boolean => where === 'path' && parameterNames(path).includes(name);

function added(pair: OperationPair, parameter: Parameter): Finding {
  const { node } = parameter;
  const subject = nameOf(pair, parameter);
  if (!pair.inverted && isInTemplate(pair.revision.path, parameter))
    return { id: 'request-path-parameter-declared', revision: node, message: `the ${subject} is now declared`, subject };
  const need = parameter.required ? 'required' : 'optional';
  return { id: newId(pair, parameter, need), revision: node, message: `the ${need} ${subject} was added`, subject };
}

function newId({ inverted, rulePrefix }: OperationPair, { in: where, shared }: Parameter, need: string): string {
  if (inverted) return `${rulePrefix}new-${need}-request-parameter`;
  if (where === 'path') return 'new-request-path-parameter';
  return shared ? `new-${need}-request-default-parameter-to-existing-path` : `new-${need}-request-parameter`;
}

function removed(pair: OperationPair, parameter: Parameter, today: string): Finding {
  const { deprecated, sunset } = lifecycleOf(parameter.node);
  const subject = nameOf(pair, parameter);
  const message = `the ${subject} was removed`;
  const early = sunset !== undefined && sunset > today;
  if (pair.inverted) {
    const id = `${pair.rulePrefix}request-parameter-removed`;
    const level = deprecated && !early ? atMost('info', id) : parameter.required ? {} : atMost('warning', id);
    return { id, base: parameter.node, message, subject, ...level };
  }
  if (isInTemplate(pair.base.path, parameter))
    return { id: 'request-path-parameter-undeclared', base: parameter.node, message: `the ${subject} is no longer declared`, subject };
  const tell = (suffix: string): Finding => ({ id: `request-parameter-${suffix}`, base: parameter.node, message, subject });
  if (!deprecated) return tell('removed');
  if (sunset === INVALID) return tell('sunset-parse');
  return tell(early ? 'removed-before-sunset' : 'removed-with-deprecation');
}

interface Other {
  readonly revision: Parameter;
  readonly policy: Policy;
}

function changed(pair: OperationPair, base: Parameter, { revision, policy }: Other): Finding[] {
  const subject = nameOf(pair, base);
  const sides = { base: base.node, revision: revision.node };
  const tell = (id: string, message: string): Finding => ({
    id: `request-parameter-${id}`,
    ...sides,
    message: `the ${subject} ${message}`,
    subject,
  });
  const exchanged = [...need(base, revision), ...restyled(pair, base, revision), ...writing(base, revision)];
  return [
    ...exchanged.map(([suffix, message]) => ({ ...tell(suffix, message), id: `${pair.rulePrefix}request-parameter-${suffix}` })),
    ...(asListOfOne(pair, base, revision) ? [tell('type-generalized', 'may be a list; one value is a list of one')] : []),
    ...lifecycle(base, revision, policy).map(([suffix, message]) => tell(suffix, message)),
    // In Swagger 2.0 a parameter is a schema, and compared as such.
    ...(base.schema === base.node || revision.schema === revision.node ? [] : otherFindings('parameter', sides, subject)),
  ];
}

type Told = [suffix: string, message: string];

function need(base: Parameter, revision: Parameter): Told[] {
  if (base.required === revision.required) return [];
  return [revision.required ? ['became-required', 'became required'] : ['became-optional', 'became optional']];
}

const STYLED = ['style', 'explode', 'collectionFormat'] as const;

function restyled(pair: OperationPair, base: Parameter, revision: Parameter): Told[] {
  // One value and a list differ by their type, which is compared elsewhere.
  const versions = [pair.base.document.version, pair.revision.document.version];
  // In Swagger 2.0 items of lists have a style of their own.
  const nested = base.node.member('items') !== undefined;
  const defaults = !nested && (versions.every((version) => version === '2.0') || !versions.includes('2.0'));
  if (defaults && base.mediaType === revision.mediaType && STYLED.every((key) => base.node.member(key) === revision.node.member(key)))
    return [];
  const [before, after] = [styleOf(base, base.in, pair.base.document), styleOf(revision, revision.in, pair.revision.document)];
  return isRestyled(before, after) ? [['style-changed', `is written as ${after.text} and no longer as ${before.text}`]] : [];
}

/** What may be written for a value beside the value. */
const FLAGS = [
  ['allowEmptyValue', 'allow-empty-value', 'without a value'],
  ['allowReserved', 'allow-reserved', 'with reserved characters unescaped'],
] as const;

function writing(base: Parameter, revision: Parameter): Told[] {
  return FLAGS.flatMap(([member, suffix, how]): Told[] => {
    const [before, after] = [base.node.member(member) === true, revision.node.member(member) === true];
    if (before === after) return [];
    return after ? [[`${suffix}-added`, `may be sent ${how}`]] : [[`${suffix}-removed`, `may no longer be sent ${how}`]];
  });
}

function lifecycle(base: Parameter, revision: Parameter, policy: Policy): Told[] {
  const [before, after] = [lifecycleOf(base.node), lifecycleOf(revision.node)];
  if (before.deprecated && !after.deprecated) return [['reactivated', 'is no longer deprecated']];
  if (!after.deprecated) return [];
  if (after.sunset === INVALID)
    return before.deprecated && before.sunset === INVALID ? [] : [['sunset-parse', 'has a sunset that is not a date']];
  if (!before.deprecated) {
    if (after.sunset === undefined && policy.deprecationDays > 0) return [['deprecated-sunset-missing', 'was deprecated without a sunset']];
    if (after.sunset !== undefined && after.sunset < earliest(policy))
      return [['sunset-date-too-small', `was deprecated with a sunset that is too near (${after.sunset})`]];
    return [['deprecated', 'was deprecated']];
  }
  if (before.sunset === undefined || before.sunset === INVALID) return [];
  if (after.sunset === undefined) return [['sunset-deleted', 'has lost its sunset']];
  return after.sunset < before.sunset
    ? [['sunset-date-changed-too-small', `has its sunset moved from ${before.sunset} to ${after.sunset}`]]
    : [];
}
