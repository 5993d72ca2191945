import { type Called, callbacksOf, invertedPairs } from '../diff/callbacks.ts';
import { comparableItems, comparablePair } from '../diff/comparable.ts';
import { matchOperations } from '../diff/match-operations.ts';
import { type OperationPair, sideBySide } from '../diff/pairs.ts';
import type { Document } from '../document/document.ts';
import { type Operation, pathItems } from '../document/operations.ts';
import type { Budget } from '../schema/budget.ts';
import type { Change } from './change.ts';
import { checkRequestBody, requestBodySites } from './check-bodies.ts';
import { checkComponents } from './check-components.ts';
import { checkOperation } from './check-operation.ts';
import { checkParameters, parameterSites } from './check-parameters.ts';
import { checkReferences } from './check-references.ts';
import { checkRemoved } from './check-removed.ts';
import { checkResponses, responseSites } from './check-responses.ts';
import { SchemaChecks } from './check-schemas.ts';
import { checkGlobalSecurity, checkSecurity } from './check-security.ts';
import { checkGlobalServers, checkServers } from './check-servers.ts';
import { checkVersion } from './check-version.ts';
import { Collector, type Spot, WHOLE_DOCUMENT } from './collector.ts';
import { doubtParameters } from './doubt.ts';
import type { Finding } from './finding.ts';
import { INVALID, isPromised, lifecycleOf, type Policy } from './lifecycle.ts';

export interface CheckOptions extends Policy {
  /** Counter-examples that are looked for at most. */
  readonly counterExamples: number;
  readonly budget: Budget;
}

/** Everything that changed between two documents. */
export function checkDocuments(base: Document, revision: Document, options: CheckOptions): Change[] {
  const schemas = new SchemaChecks(base, revision, { policy: options, budget: options.budget });
  const run: Run = { options, collector: new Collector(base, revision, options), schemas };
  const { collector } = run;
  collector.add(WHOLE_DOCUMENT, [
    ...checkGlobalSecurity(base, revision),
    ...checkComponents(base, revision),
    ...checkGlobalServers(base, revision),
  ]);
  const items = comparableItems(pathItems(base, 'paths'), pathItems(revision, 'paths'));
  const { pairs, removed, added } = matchOperations(items.base, items.revision);
  for (const gone of removed) collector.add(spotOf(gone.operation), checkRemoved(gone, options.today));
  for (const pair of pairs) checkPair(run, pair, spotOf(pair.base, pair.path));
  for (const operation of added)
    collector.add(spotOf(operation), [{ id: 'endpoint-added', revision: operation.node, message: 'it was added', subject: '' }]);
  checkWebhooks(run, base, revision);
  collector.add(WHOLE_DOCUMENT, checkReferences(base, revision));
  collector.add(WHOLE_DOCUMENT, checkVersion(base, revision, collector.changes));
  return collector.finish();
}

interface Run {
  readonly options: CheckOptions;
  readonly collector: Collector;
  readonly schemas: SchemaChecks;
}

function spotOf({ method, path, operationId, node }: Operation, basePath = path): Spot {
  const lifecycle = lifecycleOf(node);
  return { method, path: basePath, operationId: operationId ?? null, promised: isPromised(lifecycle) || lifecycle.stability === INVALID };
}

function checkPair(run: Run, given: OperationPair, spot: Spot): void {
  const { collector, options } = run;
  const pair = comparablePair(given);
  if (!pair.inverted) {
    collector.add(spot, checkOperation(pair, options));
    collector.add(spot, checkSecurity(pair));
    collector.add(spot, checkServers(pair));
    collector.add(spot, doubtParameters(pair, checkParameters(pair, options)));
  }
  collector.add(spot, pair.inverted ? [] : [...checkRequestBody(pair), ...checkResponses(pair)]);
  for (const site of [...parameterSites(pair), ...requestBodySites(pair), ...responseSites(pair)])
    collector.add(spot, run.schemas.check(site));
  if (pair.inverted) return;
  for (const called of callbacksOf(pair)) checkCalled(run, called, { spot, kind: 'callback' });
}

interface Caller {
  readonly spot: Spot;
  readonly kind: 'callback' | 'webhook';
}

/** What the service calls: there, or gone, or with other values. */
function checkCalled(run: Run, called: Called, { spot, kind }: Caller): void {
  const { name, sides } = called;
  if (sides.base && sides.revision) {
    run.collector.add(spot, methodFindings(called, kind));
    for (const pair of invertedPairs(called, kind)) checkPair(run, pair, spot);
    return;
  }
  const action = sides.base ? 'removed' : 'added';
  run.collector.add(spot, [
    {
      id: `${kind}-${action}`,
      base: sides.base?.node,
      revision: sides.revision?.node,
      message: `the ${kind} ${name} was ${action}`,
      subject: name,
    },
  ]);
}

/** Methods that the service no longer calls with, or calls with now: a receiver waits for one. */
function methodFindings({ name, sides: { base, revision } }: Called, kind: Caller['kind']): Finding[] {
  const none = new Map<string, Operation>();
  return [...sideBySide(base?.operations ?? none, revision?.operations ?? none)].flatMap(([method, sides]): Finding[] => {
    if (sides.base && sides.revision) return [];
    const how = sides.base ? 'no longer' : 'now';
    return [
      {
        id: `${kind}-method-${sides.base ? 'removed' : 'added'}`,
        base: sides.base?.node,
        revision: sides.revision?.node,
        message: `the ${kind} ${name} is ${how} sent with ${method}`,
        subject: `${name} ${method}`,
      },
    ];
  });
}

function checkWebhooks(run: Run, base: Document, revision: Document): void {
  const items = comparableItems(pathItems(base, 'webhooks'), pathItems(revision, 'webhooks'));
  for (const [name, sides] of sideBySide(items.base, items.revision))
    checkCalled(run, { name, sides }, { spot: WHOLE_DOCUMENT, kind: 'webhook' });
}
