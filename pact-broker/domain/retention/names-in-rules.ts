import type { KeepRule, WrittenRule } from './keep-rule.ts';

/** What a keep-rule names. Branches and tags are those of one pacticipant, where the rule names that. */
export interface NamedInRule {
  kind: 'pacticipant' | 'branch' | 'tag' | 'environment';
  name: string;
  of: string | undefined;
}

export function namesIn({ pacticipant, branch, tag, environment }: KeepRule): NamedInRule[] {
  const named = (kind: NamedInRule['kind'], name: string | true | undefined, of?: string): NamedInRule[] =>
    typeof name === 'string' ? [{ kind, name, of }] : [];
  return [
    ...named('pacticipant', pacticipant),
    ...named('branch', branch, pacticipant),
    ...named('tag', tag, pacticipant),
    ...named('environment', environment),
  ];
}

/** For whoever wrote the rule: a name that nothing has is a slip, or its time is over. */
export const nothingNamed = ({ text }: WrittenRule, { kind, name, of }: NamedInRule): string =>
  `Rule ${text} keeps nothing: there is no ${kind} ${JSON.stringify(name)}${of === undefined ? '' : ` of ${of}`}.`;
