import { type Called, callbacksOf, calledPairs, webhooksOf } from '../diff/callbacks.ts';
import { comparableItems, comparablePair } from '../diff/comparable.ts';
import { matchOperations } from '../diff/match-operations.ts';
import type { OperationPair } from '../diff/pairs.ts';
import type { Document } from '../document/document.ts';
import { type Operation, pathItems } from '../document/operations.ts';
import type { Budget } from '../schema/budget.ts';
import type { Change } from './change.ts';
import { checkRequestBody, requestBodySites } from './check-bodies.ts';
import { checkCalls } from './check-calls.ts';
import { checkComponents } from './check-components.ts';
import { checkOperation } from './check-operation.ts';
import { checkParameters, parameterSites } from './check-parameters.ts';
import { checkReferences } from './check-references.ts';
import { checkRemoved } from './check-removed.ts';
import { checkResponses, responseSites } from './check-responses.ts';
import { SchemaChecks } from './check-schemas.ts';
import { checkCredentials, checkGlobalSecurity, checkSecurity } from './check-security.ts';
import { checkGlobalServers, checkServers } from './check-servers.ts';
import { checkVersion } from './check-version.ts';
import { Collector, type Spot, WHOLE_DOCUMENT } from './collector.ts';
import { doubtParameters } from './doubt.ts';
import type { Finding } from './finding.ts';
import { isPromisedOperation, type Policy } from './lifecycle.ts';
import { otherFindings } from './other-changes.ts';

export interface CheckOptions extends Policy {
  /** Counter-examples that are looked for at most. */
  readonly counterExamples: number;
  readonly budget: Budget;
}

/** An operation, its callbacks, and theirs. */
const MOST_NESTED = 2;

/** Everything that changed between two documents. */
export function checkDocuments(base: Document, revision: Document, options: CheckOptions): Change[] {
  const run: Run = {
    options,
    collector: new Collector(base, revision, options),
    schemas: new SchemaChecks(base, revision, { policy: options, budget: options.budget }),
    open: new Set(),
  };
  const { collector } = run;
  const items = comparableItems(pathItems(base, 'paths'), pathItems(revision, 'paths'));
  const { pairs, removed, added } = matchOperations(items.base, items.revision);
  collector.add(WHOLE_DOCUMENT, [
    ...checkGlobalSecurity({ base, revision, pairs }),
    ...checkComponents(base, revision),
    ...checkGlobalServers({ base, revision, pairs }),
    ...checkOthers(base, revision),
  ]);
  for (const gone of removed) collector.add(spotOf(gone.operation), checkRemoved(gone, options.today));
  for (const pair of pairs) checkPair(run, pair, spotOf(pair.base, pair.path));
  for (const operation of added)
    collector.add(spotOf(operation), [{ id: 'endpoint-added', revision: operation.node, message: 'it was added', subject: '' }]);
  for (const called of webhooksOf(base, revision)) checkCalled(run, called, WHOLE_DOCUMENT);
  collector.add(WHOLE_DOCUMENT, checkReferences(base, revision));
  collector.add(WHOLE_DOCUMENT, checkVersion(base, revision, collector.changes));
  return collector.finish();
}

interface Run {
  readonly options: CheckOptions;
  readonly collector: Collector;
  readonly schemas: SchemaChecks;
  /** Operations whose callbacks are being looked at. */
  readonly open: Set<unknown>;
}

function spotOf({ method, path, operationId, node }: Operation, basePath = path): Spot {
  return { method, path: basePath, operationId: operationId ?? null, promised: isPromisedOperation(node) };
}

/** What the document says of itself beside its operations. */
function checkOthers(base: Document, revision: Document): Finding[] {
  const [before, after] = [base.root.get('info'), revision.root.get('info')];
  const info = before && after ? otherFindings('info', { base: before, revision: after }, 'info') : [];
  return [...otherFindings('document', { base: base.root, revision: revision.root }, ''), ...info];
}

function checkPair(run: Run, given: OperationPair, spot: Spot): void {
  const { collector, options } = run;
  const pair = comparablePair(given);
  collector.add(spot, checkOperation(pair, options));
  collector.add(spot, pair.inverted ? checkCredentials(pair) : [...checkSecurity(pair), ...checkServers(pair)]);
  collector.add(spot, doubtParameters(pair, checkParameters(pair, options)));
  collector.add(spot, [...checkRequestBody(pair), ...checkResponses(pair)]);
  for (const site of [...parameterSites(pair), ...requestBodySites(pair), ...responseSites(pair)])
    collector.add(spot, run.schemas.check(site));
  // Callbacks of callbacks may lead back to the operation that they came from, and each to all others.
  if (run.open.size === MOST_NESTED || run.open.has(pair.base.node.value)) return;
  run.open.add(pair.base.node.value);
  for (const called of callbacksOf(pair)) checkCalled(run, called, spot);
  run.open.delete(pair.base.node.value);
}

/** What one party calls at the other: there, or gone, or with other values. */
function checkCalled(run: Run, called: Called, spot: Spot): void {
  run.collector.add(spot, checkCalls(called, run.options));
  for (const pair of calledPairs(called)) checkPair(run, pair, { ...spot, promised: spot.promised && isPromisedOperation(pair.base.node) });
}
