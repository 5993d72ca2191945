import { parameterNames } from '../diff/match-operations.ts';
import { matchParameters } from '../diff/match-parameters.ts';
import type { OperationPair } from '../diff/pairs.ts';
import { isTextual } from '../document/media-type.ts';
import type { Parameter } from '../document/parameters.ts';
import type { Finding } from './finding.ts';
import { earliest, INVALID, lifecycleOf, type Policy } from './lifecycle.ts';
import { styleOf } from './parameter-style.ts';
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
    if (!base?.schema || !revision?.schema) return [];
    const mediaType = base.mediaType ?? revision.mediaType;
    return [
      {
        kind: 'parameter' as const,
        within: nameOf(pair, base),
        direction: pair.inverted ? ('response' as const) : ('request' as const),
        base: base.schema,
        revision: revision.schema,
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
  const { in: where, required, shared, node } = parameter;
  const declared = nameOf(pair, parameter);
  if (isInTemplate(pair.revision.path, parameter))
    return { id: 'request-path-parameter-declared', revision: node, message: `the ${declared} is now declared`, subject: declared };
  const need = required ? 'required' : 'optional';
  const id =
    where === 'path'
      ? 'new-request-path-parameter'
      : shared
        ? `new-${need}-request-default-parameter-to-existing-path`
        : `new-${need}-request-parameter`;
  const subject = nameOf(pair, parameter);
  return { id, revision: node, message: `the ${need} ${subject} was added`, subject };
}

function removed(pair: OperationPair, parameter: Parameter, today: string): Finding {
  const { deprecated, sunset } = lifecycleOf(parameter.node);
  const subject = nameOf(pair, parameter);
  if (isInTemplate(pair.base.path, parameter))
    return { id: 'request-path-parameter-undeclared', base: parameter.node, message: `the ${subject} is no longer declared`, subject };
  const tell = (suffix: string): Finding => ({
    id: `request-parameter-${suffix}`,
    base: parameter.node,
    message: `the ${subject} was removed`,
    subject,
  });
  if (!deprecated) return tell('removed');
  if (sunset === INVALID) return tell('sunset-parse');
  return tell(sunset !== undefined && sunset > today ? 'removed-before-sunset' : 'removed-with-deprecation');
}

interface Other {
  readonly revision: Parameter;
  readonly policy: Policy;
}

function changed(pair: OperationPair, base: Parameter, { revision, policy }: Other): Finding[] {
  const subject = nameOf(pair, base);
  const tell = (suffix: string, message: string): Finding => ({
    id: `request-parameter-${suffix}`,
    base: base.node,
    revision: revision.node,
    message: `the ${subject} ${message}`,
    subject,
  });
  const found: Finding[] = [];
  if (base.required !== revision.required)
    found.push(tell(revision.required ? 'became-required' : 'became-optional', revision.required ? 'became required' : 'became optional'));
  const [before, after] = [styleOf(base, pair.base.document), styleOf(revision, pair.revision.document)];
  if (before !== undefined && after !== undefined && before !== after)
    found.push(tell('style-changed', `is written as ${after} and no longer as ${before}`));
  return [
    ...found,
    ...writing(base, revision).map(([suffix, message]) => tell(suffix, message)),
    ...lifecycle(base, revision, policy).map(([suffix, message]) => tell(suffix, message)),
  ];
}

/** What may be written for a value beside the value. */
const FLAGS = [
  ['allowEmptyValue', 'allow-empty-value', 'without a value'],
  ['allowReserved', 'allow-reserved', 'with reserved characters unescaped'],
] as const;

function writing(base: Parameter, revision: Parameter): [suffix: string, message: string][] {
  return FLAGS.flatMap(([member, suffix, how]): [string, string][] => {
    const [before, after] = [base.node.member(member) === true, revision.node.member(member) === true];
    if (before === after) return [];
    return after ? [[`${suffix}-added`, `may be sent ${how}`]] : [[`${suffix}-removed`, `may no longer be sent ${how}`]];
  });
}

function lifecycle(base: Parameter, revision: Parameter, policy: Policy): [suffix: string, message: string][] {
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
