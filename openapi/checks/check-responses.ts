import { isSuccess, matchResponses, type ResponsePair } from '../diff/match-responses.ts';
import { type OperationPair, sideBySide } from '../diff/pairs.ts';
import { responsesOf } from '../document/bodies.ts';
import { mediaSites } from './check-bodies.ts';
import { contentFindings } from './check-content.ts';
import { headerFindings, headerSites } from './check-headers.ts';
import { linkFindings } from './check-links.ts';
import type { Finding } from './finding.ts';
import { otherFindings } from './other-changes.ts';
import { atMost } from './registry.ts';
import type { SchemaSite } from './schema-site.ts';

/** Statuses, media types, headers and links of responses. */
export function checkResponses(pair: OperationPair): Finding[] {
  return matchResponses(pair).flatMap((response) => [...statusFindings(pair, response), ...answerFindings(pair, response)]);
}

function answerFindings(pair: OperationPair, { status, base, revision, ...response }: ResponsePair): Finding[] {
  if (!base || !revision || isGuess({ status, base, revision, ...response })) return [];
  const within = `${pair.prefix}response ${status}`;
  const direction = pair.inverted ? 'request' : 'response';
  const media = contentFindings({ base: base.content, revision: revision.content }, { pair, kind: 'response-body', within });
  const headers = [...sideBySide(base.headers, revision.headers).values()].flatMap((sides) =>
    headerFindings(sides, { pair, noun: 'response-header', within, direction }),
  );
  const others = otherFindings('response', { base: base.node, revision: revision.node }, within);
  return [...media, ...headers, ...linkFindings(pair, { base: base.node, revision: revision.node, within }), ...others];
}

/** `default` describes failures in general: a failure that is named beside it tells more of its values, and less of the rest. */
function isGuess({ status, base, revision }: ResponsePair): boolean {
  return status !== 'default' && !isSuccess(status) && (base?.status === 'default' || revision?.status === 'default');
}

function statusFindings(pair: OperationPair, response: ResponsePair): Finding[] {
  const { status, base, revision, change } = response;
  if (change === 'none' || change === 'part') return [];
  const subject = `${pair.prefix}response ${status}`;
  const [suffix, message] = wordsFor(response, pair);
  const id = `${pair.rulePrefix}response-${kindOf(response)}${suffix}`;
  const at = { base: change === 'added' ? undefined : base?.node, revision: revision?.node };
  return [
    {
      id,
      ...at,
      message: `${subject} ${message}`,
      subject,
      ...(isRedirectedOtherwise(response, pair) ? atMost('warning', id) : levelFor(response, id)),
    },
  ];
}

function wordsFor({ revision, change }: ResponsePair, pair: OperationPair): [suffix: string, message: string] {
  if (change === 'added' || change === 'removed') return [`-${change}`, `was ${change}`];
  if (change === 'covered') return ['-generalized', `is now only described by ${revision?.status}`];
  const parts = matchResponses(pair)
    .filter((other) => other.change === 'part')
    .map(({ status }) => status);
  return ['-specialized', parts.length > 0 ? `became ${parts.join(', ')}` : 'is no longer described beside single statuses of its range'];
}

function kindOf({ status, change, describesSuccess }: ResponsePair): string {
  if (status === 'default' && change !== 'split') return 'default';
  return describesSuccess || status === 'default' ? 'success-status' : 'non-success-status';
}

/** Most clients follow one redirection like another. */
function isRedirectedOtherwise({ status, change }: ResponsePair, { revision }: OperationPair): boolean {
  return change === 'removed' && status.startsWith('3') && [...responsesOf(revision).keys()].some((other) => other.startsWith('3'));
}

/** A range still promises its class; what `default` promises of success, the documents cannot say. */
function levelFor({ change, base, revision, describesSuccess }: ResponsePair, id: string): Pick<Finding, 'level'> {
  if (change === 'covered' && revision?.status !== 'default') return atMost('info', id);
  const saysLittle = !describesSuccess || base?.content.size === 0;
  return change === 'removed' && saysLittle && id.endsWith('default-removed') ? atMost('info', id) : {};
}

/** The values of bodies and headers of the responses of both sides. */
export function responseSites(pair: OperationPair): SchemaSite[] {
  const direction = pair.inverted ? 'request' : 'response';
  return matchResponses(pair).flatMap(({ status, base, revision }) => {
    if (!base || !revision) return [];
    const within = `${pair.prefix}response ${status}`;
    const headers = headerSites({ base: base.headers, revision: revision.headers }, { within, direction });
    return [...mediaSites(base, revision, { kind: 'response-body', within, direction }), ...headers];
  });
}
