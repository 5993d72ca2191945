import type { Notice } from '../../domain/notice.ts';
import type { Publication } from '../../domain/pacts/publication.ts';
import { tellApart } from '../../domain/webhooks/tell-apart.ts';
import type { PublicationResult } from '../../services/pacts/publish-contracts.ts';
import type { Urls } from '../urls.ts';
import { deliveryLogUrl } from '../webhook-urls.ts';
import { pactTitle } from './pacts.ts';

/** The answer to /contracts/publish. `logs` repeats the notices for clients from before there were notices. */
export function representPublication(publication: Publication, result: PublicationResult, urls: Urls) {
  const { consumer, version, tags } = publication;
  const notices = noticesOf(publication, result, urls);
  const self = { title: 'Version', name: version, href: urls.version(consumer, version) };
  return {
    logs: notices.map(({ type, text }) => ({ level: type, message: text, deprecationWarning: 'Read the notices instead.' })),
    notices,
    _embedded: {
      pacticipant: { name: consumer, _links: { self: { href: urls.pacticipant(consumer) } } },
      version: { number: version, _links: { self } },
    },
    _links: {
      'pb:pacticipant': { title: 'Pacticipant', name: consumer, href: urls.pacticipant(consumer) },
      'pb:pacticipant-version': { title: 'Pacticipant version', name: version, href: urls.version(consumer, version) },
      'pb:pacticipant-version-tags': tags.map((tag) => ({ title: 'Tag', name: tag, href: urls.tag(consumer, version, tag) })),
      'pb:contracts': publication.contracts.map(({ provider }) => ({
        title: 'Pact',
        name: pactTitle(consumer, version, provider),
        href: urls.pact(consumer, version, provider),
      })),
    },
  };
}

function noticesOf(
  { consumer, version, branch, tags }: Publication,
  { recorded, contracts, triggered }: PublicationResult,
  urls: Urls,
): Notice[] {
  const where = [branch === undefined ? [] : [`on branch ${branch}`], tags.length > 0 ? [`with tags ${tags.join(', ')}`] : []].flat();
  const notices: Notice[] = [
    { type: 'debug', text: `${recorded.created ? 'Created' : 'Updated'} ${[`${consumer} version ${version}`, ...where].join(' ')}` },
  ];
  if (recorded.mainBranch) {
    notices.push({
      type: 'debug',
      text: `  ${recorded.mainBranch} is now the main branch of ${consumer}, since none was set and its name is usual for one`,
    });
  }
  if (branch === undefined) {
    notices.push({ type: 'prompt', text: '  Publish with a branch, so that providers can verify the newest pact of each branch' });
  }
  const nameOf = tellApart(triggered.map(({ webhook }) => webhook));
  for (const contract of contracts) {
    const { provider, created, modified, contentChanged } = contract;
    const did = created ? 'Published' : modified ? 'Replaced' : 'Found unchanged';
    notices.push({ type: 'success', text: `${did}: the pact between ${consumer} version ${version} and ${provider}` });
    const content = contentChanged ? 'Its content is new on this branch or tag' : 'Its content is the same as before on this branch or tag';
    notices.push({ type: 'debug', text: `  ${content}` });
    notices.push({ type: 'info', text: `  View it at ${urls.pact(consumer, version, provider)}` });
    for (const { webhook, event, uuid } of triggered.filter((one) => one.provider === provider)) {
      notices.push({
        type: 'debug',
        text: `  Webhook ${nameOf(webhook)} was triggered by ${event}; its log is at ${deliveryLogUrl(urls, uuid)}`,
      });
    }
  }
  return notices;
}
