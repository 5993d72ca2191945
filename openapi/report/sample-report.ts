import type { Change } from '../checks/change.ts';
import type { Report } from './report.ts';

/** A change in a few words, for tests. */
export function change(parts: Partial<Change> & Pick<Change, 'id' | 'level'>): Change {
  const { message = 'something changed', fingerprint = '0123456789ab' } = parts;
  return {
    direction: 'none',
    area: 'paths',
    method: 'GET',
    path: '/datasets',
    operationId: null,
    base: '/paths/~1datasets/get',
    revision: '/paths/~1datasets/get',
    message,
    says: message,
    component: null,
    subject: '',
    fingerprint,
    group: fingerprint,
    ...parts,
  };
}

/** What an author of a document could write to break out of a format. */
const HOSTILE = 'a <script>alert("1")</script> | `b` **c** @all ]]> % \r\n::error::x \u001b[31mred\u202e \u0000 & #1 https://example.org';

const changes: Change[] = [
  change({
    id: 'endpoint-added',
    level: 'info',
    method: 'GET',
    path: '/alerts',
    base: null,
    revision: '/paths/~1alerts/get',
    message: 'it was added',
    fingerprint: 'aaaaaaaaaaaa',
  }),
  change({
    id: 'response-property-enum-value-added',
    level: 'warning',
    direction: 'response',
    area: 'schema',
    path: '/detections/{id}',
    message: 'response 200 application/json, method: a value was added to the list of values ("rolling-median")',
    fingerprint: 'bbbbbbbbbbbb',
    counterExample: { value: { method: 'rolling-median' }, of: 'response 200 application/json' },
  }),
  change({
    id: 'request-property-became-optional',
    level: 'info',
    direction: 'request',
    area: 'schema',
    method: 'POST',
    message: 'the property unit became optional',
    fingerprint: 'cccccccccccc',
  }),
  change({
    id: 'request-property-became-required',
    level: 'error',
    direction: 'request',
    area: 'schema',
    method: 'POST',
    message: `request body application/json: the property ${HOSTILE} became required`,
    fingerprint: 'dddddddddddd',
    counterExample: { value: { name: '<img src=x>' }, of: 'request body application/json' },
  }),
  change({
    id: 'api-removed-without-deprecation',
    level: 'error',
    method: 'DELETE',
    path: '/datasets/{id}',
    revision: null,
    message: 'it was removed',
    fingerprint: 'eeeeeeeeeeee',
  }),
  change({
    id: 'api-global-security-removed',
    level: 'info',
    area: 'security',
    method: null,
    path: null,
    message: 'a security alternative was removed',
    fingerprint: 'ffffffffffff',
  }),
];

/** One change of a component, at the places of three operations. */
const shared = (
  [
    ['GET', '/orders', 'items'],
    ['GET', '/orders', 'next/items'],
    ['POST', '/orders', 'items'],
    ['GET', '/orders/{id}', 'order'],
    ['GET', '/reports', 'order'],
  ] as const
).map(([method, path, way], index) =>
  change({
    id: 'response-property-became-optional',
    level: 'error',
    direction: 'response',
    area: 'schema',
    method,
    path,
    base: '/components/schemas/Order/properties/total',
    revision: '/components/schemas/Order/properties/total',
    component: 'Order.total',
    message: `response 200 application/json, ${way}: the property total became optional`,
    says: 'the property total became optional',
    fingerprint: `aaaaaaaaaa0${index}`,
    group: '9999aaaaaaaa',
    ...(index === 0 ? { counterExample: { value: { items: [{}] }, of: 'response 200 application/json' } } : {}),
  }),
);

const ignore = {
  reason: 'nobody calls it | any more',
  expires: '2026-12-31',
  location: { file: 'concordat-openapi.yaml', line: 4, column: 5 },
};

/** One of everything that a report may hold. */
export const sampleReport: Report = {
  base: { name: 'openapi/1.1.0.yaml', title: 'dataset <service>', version: '1.1.0' },
  revision: { name: 'openapi/2.0.0.yaml', title: 'dataset <service>', version: '2.0.0' },
  verdict: 'breaking',
  changes: [...changes, ...shared],
  ignored: [{ change: change({ id: 'api-path-removed-without-deprecation', level: 'error', path: '/old', revision: null }), by: ignore }],
  expired: [{ ...ignore, expires: '2026-01-01' }],
  secondOpinion: { by: 'openapi-diff 0.24.1', verdict: 'compatible', breaking: [] },
  leftUndone: { questions: 1, examples: 12 },
  excerptsOf: ({ base, revision, fingerprint }) => {
    const line = fingerprint.charCodeAt(0);
    const lines = ['    get:', `      summary: ${HOSTILE}`, '      responses:'];
    const around = (file: string, at: number) => ({ location: { file, line: at, column: 7 }, first: at - 1, lines });
    return {
      base: base === null ? undefined : around('openapi/1.1.0.yaml', line - 10),
      revision: revision === null ? undefined : around('openapi/2.0.0.yaml', line),
    };
  },
  placesOf: ({ base, revision, fingerprint }) => {
    const line = fingerprint.charCodeAt(0);
    const after = revision === null ? undefined : { file: 'openapi/2.0.0.yaml', line, column: 7 };
    const before = base === null ? undefined : { file: 'openapi/1.1.0.yaml', line: line - 10, column: 5 };
    return { base: before, revision: after, near: after ?? { file: 'openapi/2.0.0.yaml', line: 12, column: 3 } };
  },
};

export const emptyReport: Report = {
  ...sampleReport,
  verdict: 'compatible',
  changes: [],
  ignored: [],
  expired: [],
  secondOpinion: undefined,
  leftUndone: undefined,
};
