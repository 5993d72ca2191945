import type { Removed } from '../diff/match-operations.ts';
import type { Operation } from '../document/operations.ts';
import type { Finding } from './finding.ts';
import { INVALID, isPromised, lifecycleOf } from './lifecycle.ts';

/** An operation that is gone: was it announced, and is its day over? */
export function checkRemoved({ operation, withPath, movedTo }: Removed, today: string): Finding[] {
  const { node } = operation;
  const lifecycle = lifecycleOf(node);
  const kind = withPath ? 'api-path' : 'api';
  const tell = (id: string, message: string): Finding => ({ id, base: node, message, subject: '' });
  const moved = movedTo ? movedFinding(operation, movedTo) : [];
  const where = movedTo ? `; ${operation.operationId} is now ${movedTo.method} ${movedTo.path}` : '';
  if (lifecycle.deprecated) {
    if (lifecycle.sunset === INVALID)
      return [tell('api-path-sunset-parse', `it was removed, and its sunset is not a date${where}`), ...moved];
    const early = lifecycle.sunset !== undefined && lifecycle.sunset > today;
    const message = early ? `it was removed before its sunset ${lifecycle.sunset}` : 'it was removed after it had been deprecated';
    return [tell(`${kind}-removed-${early ? 'before-sunset' : 'with-deprecation'}`, message + where), ...moved];
  }
  const removed = tell(`${kind}-removed-without-deprecation`, `it was removed without having been deprecated${where}`);
  // What is a draft or an alpha was promised to nobody.
  return [isPromised(lifecycle) ? removed : { ...removed, level: 'info' }, ...moved];
}

function movedFinding({ node, operationId, method, path }: Operation, to: Operation): Finding[] {
  const message = `${operationId} moved from ${method} ${path} to ${to.method} ${to.path}`;
  return [{ id: 'api-operation-moved', base: node, revision: to.node, message, subject: '' }];
}
