import type { ApiDocument } from '../../http/document/api-document.ts';
import { documentCheck, type Route, routesOf } from '../documented.ts';
import { Chance } from './chance.ts';
import { mutate, rightRequest, written } from './make-request.ts';
import { asCurl, type RawAnswer, type RawRequest, sendRaw } from './raw-http.ts';
import { World } from './world.ts';

export interface FuzzOptions {
  /** Where the broker listens, and where its webhooks may go. */
  url: string;
  receiver: string;
  seed: number;
  requests: number;
}

export interface FuzzReport {
  /** What went wrong, each with the request as a command line. */
  failures: string[];
  /** How often each status came, by operation. */
  statuses: Map<string, Map<number, number>>;
}

/** Requests of a hundred that are about making something, so that there is something to ask about. */
const GROWTH = 25;
/** Of a hundred deletions so many make something instead. */
const SPARED = 60;
/** To routes that have not succeeded yet. */
const UNREACHED = 20;
const RIGHT = 45;
const HALF_RIGHT = 40;

/** Drives every route of a broker's own API document, one request after the other. */
export async function fuzz({ url, receiver, seed, requests }: FuzzOptions): Promise<FuzzReport> {
  const server = new URL(url);
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as ApiDocument;
  const [routes, check, chance] = [routesOf(document), documentCheck(document), new Chance(seed)];
  const world = new World(routes, receiver);
  const report: FuzzReport = { failures: [], statuses: new Map(routes.map(({ operation }) => [operation.operationId, new Map()])) };
  const nextRoute = chooser(routes, report, chance);
  for (let n = 0; n < requests; n++) {
    const { route, mistakes } = nextRoute(n);
    const request = written(mutate(rightRequest(route, world, chance), mistakes, chance, world));
    const answer = await sendRaw(server, request).catch((error: Error) => error.message);
    const problems = typeof answer === 'string' ? [answer] : problemsOf(route, request, answer, check);
    if (problems.length > 0) report.failures.push(`request ${n}: ${problems.join('; ')}\n  ${asCurl(server, request)}`);
    if (typeof answer === 'string' || !answer) continue;
    count(report, route, answer.status);
    if (answer.status === 404) world.forget(route.path, request.target.split('?', 1)[0] as string);
    if (answer.status < 300 && /json/.test(answer.headers.get('content-type') ?? '') && answer.text !== '')
      world.learn(JSON.parse(answer.text), server.origin, chance);
  }
  return report;
}

/** What makes something. Most of all else is about pacts. */
function makersIn(routes: Route[]): Route[] {
  const makers = routes.filter(({ method }) => method === 'POST' || method === 'PUT');
  const ofPacts = makers.filter(({ operation }) => /^(publishContracts|putPact|publishVerificationResult)/.test(operation.operationId));
  return [...makers, ...Array.from({ length: 5 }, () => ofPacts).flat()];
}

/** Takes turns, but comes back more often to routes that have not succeeded yet, or have refused nothing. */
function chooser(routes: Route[], { statuses }: FuzzReport, chance: Chance) {
  const makers = makersIn(routes);
  const succeeding = routes.filter((route) => !isThereToFail(route));
  const lacking = (from: number, below: number) =>
    succeeding.filter(({ operation }) => ![...(statuses.get(operation.operationId)?.keys() ?? [])].some((s) => s >= from && s < below));
  return (n: number): { route: Route; mistakes: number } => {
    const [unreached, unrefused] = [lacking(200, 300), lacking(400, 500)];
    if (unreached.length > 0 && chance.in100(UNREACHED)) return { route: chance.pick(unreached), mistakes: 0 };
    if (unrefused.length > 0 && chance.in100(UNREACHED / 3)) return { route: chance.pick(unrefused), mistakes: 1 };
    const next = routes[n % routes.length] as Route;
    const isMaker = chance.in100(GROWTH) || (next.method === 'DELETE' && chance.in100(SPARED));
    return { route: isMaker ? chance.pick(makers) : next, mistakes: mistakesIn(chance) };
  };
}

function mistakesIn(chance: Chance): number {
  const kind = chance.below(100);
  return kind < RIGHT ? 0 : kind < RIGHT + HALF_RIGHT ? 1 : 3;
}

/** One route fails always, and its document says so. */
const isThereToFail = ({ operation }: Route) => Object.keys(operation.responses).every((status) => !status.startsWith('2'));

function problemsOf(route: Route, request: RawRequest, answer: RawAnswer | undefined, check: ReturnType<typeof documentCheck>): string[] {
  if (!answer) return request.broken || hasUnreadBody(request) ? [] : ['closed without a whole answer'];
  const { status, headers, text } = answer;
  if (status >= 500 && !isThereToFail(route) && !(status === 501 && !isHttpMethod(request.method)))
    return [`answered ${status}: ${text.slice(0, 200)}`];
  const understood = request.target.startsWith('/') && isHttpMethod(request.method) && !isRefusedByNode(answer);
  if (!understood) return [];
  return check({ method: request.method, pathAndQuery: request.target, sent: sentBody(request), status, headers, text });
}

const isHttpMethod = (method: string) => /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method);

/** Before it came to any route: what is no HTTP at all. */
const isRefusedByNode = ({ status, headers }: RawAnswer) =>
  (status === 400 || status === 431 || status === 417) && !headers.has('x-request-id');

/** A connection that is closed with something unread in it takes what was on its way along. */
const hasUnreadBody = ({ body, method }: RawRequest) => body !== undefined && /^(GET|HEAD)$/.test(method);

function sentBody({ body, method }: RawRequest): string | undefined {
  if (!body || method === 'GET' || method === 'HEAD') return undefined;
  return body.toString('utf8');
}

function count({ statuses }: FuzzReport, { operation }: Route, status: number): void {
  const counts = statuses.get(operation.operationId) as Map<number, number>;
  counts.set(status, (counts.get(status) ?? 0) + 1);
}

/** How often each status came, a line for each operation. */
export function tableOf({ statuses }: FuzzReport): string {
  const all = [...new Set([...statuses.values()].flatMap((counts) => [...counts.keys()]))].sort((a, b) => a - b);
  const width = Math.max(...[...statuses.keys()].map((name) => name.length));
  const line = (name: string, cells: (number | string)[]) =>
    [name.padEnd(width), ...cells.map((cell) => String(cell).padStart(5))].join(' ');
  const sum = (status: number) => [...statuses.values()].reduce((total, counts) => total + (counts.get(status) ?? 0), 0);
  return [
    line('', all),
    ...[...statuses].map(([name, counts]) =>
      line(
        name,
        all.map((status) => counts.get(status) ?? ''),
      ),
    ),
    line('all', all.map(sum)),
  ].join('\n');
}
