import type { Called } from '../diff/callbacks.ts';
import { type Sides, sideBySide } from '../diff/pairs.ts';
import type { Node } from '../document/node.ts';
import type { Operation } from '../document/operations.ts';
import type { Finding } from './finding.ts';
import { INVALID, isPromised, lifecycleOf, type Policy } from './lifecycle.ts';
import { atMost } from './registry.ts';

/** Callbacks and webhooks that came or went, whole or with a method: a receiver waits for them. */
export function checkCalls({ kind, name, sides: { base, revision } }: Called, policy: Policy): Finding[] {
  if (base && revision) return methodFindings({ kind, name, base: base.operations, revision: revision.operations }, policy);
  const action = base ? 'removed' : 'added';
  const id = `${kind}-${action}`;
  const message = `the ${kind} ${name} was ${action}`;
  const level = base ? announced(id, [...base.operations.values()], policy) : {};
  return [{ id, base: base?.node, revision: revision?.node, message, subject: name, ...level }];
}

interface Methods extends Pick<Called, 'kind' | 'name'> {
  readonly base: ReadonlyMap<string, Operation>;
  readonly revision: ReadonlyMap<string, Operation>;
}

function methodFindings({ kind, name, base, revision }: Methods, policy: Policy): Finding[] {
  return [...sideBySide(base, revision)].flatMap(([method, sides]): Finding[] => {
    if (sides.base && sides.revision) return [];
    const id = `${kind}-method-${sides.base ? 'removed' : 'added'}`;
    const message = `the ${kind} ${name} is ${sides.base ? 'no longer' : 'now'} sent with ${method}`;
    return [{ id, ...nodesOf(sides), message, subject: `${name} ${method}`, ...(sides.base ? announced(id, [sides.base], policy) : {}) }];
  });
}

function nodesOf({ base, revision }: Sides<Operation>): { base: Node | undefined; revision: Node | undefined } {
  return { base: base?.node, revision: revision?.node };
}

/** What was deprecated until a day that is over, or promised to nobody, breaks no one. */
function announced(id: string, operations: readonly Operation[], { today }: Policy): Pick<Finding, 'level'> {
  const over = operations.every(({ node }) => {
    const lifecycle = lifecycleOf(node);
    const { deprecated, sunset } = lifecycle;
    const early = sunset === INVALID || (sunset !== undefined && sunset > today);
    return (!isPromised(lifecycle) && lifecycle.stability !== INVALID) || (deprecated && !early);
  });
  return operations.length > 0 && over ? atMost('info', id) : {};
}
