import type { Target, VersionSelector } from './matrix-query.ts';

/** Completes "the version that is …". */
export function describeTarget(target: Target): string {
  switch (target.kind) {
    case 'environment':
      return `in ${target.environment}`;
    case 'tag':
      return target.latest ? `the latest with tag ${target.tag}` : `tagged ${target.tag}`;
    case 'branch':
      return `the latest of branch ${target.branch}`;
    case 'main-branch':
      return 'the latest of its main branch';
    case 'latest':
      return 'the latest';
  }
}

/** The versions that a selector means, in words. */
export function describeVersions({ version, branch, tag, environment, mainBranch, latest }: VersionSelector): string {
  const of = [
    branch === undefined ? [] : [`of branch ${branch}`],
    mainBranch ? ['of its main branch'] : [],
    tag === undefined ? [] : [`with tag ${tag}`],
    environment === undefined ? [] : [`in ${environment}`],
  ].flat();
  if (version !== undefined) return [`version ${version}`, ...of].join(' ');
  return [latest ? 'the latest version' : 'any version', ...of].join(' ');
}
