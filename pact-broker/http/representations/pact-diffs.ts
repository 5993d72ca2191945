import type { ComparedPacts } from '../../services/pacts/compare-pacts.ts';
import type { Pact } from '../../storage/pact-lookups.ts';
import type { Urls } from '../urls.ts';
import { pactTitle } from './pacts.ts';

const linkTo = ({ consumer, consumer_version, provider }: Pact, urls: Urls) => ({
  title: 'Pact',
  name: pactTitle(consumer, consumer_version, provider),
  href: urls.pact(consumer, consumer_version, provider),
});

/** What changed between two pacts, for people. */
export function pactDiffAsText({ before, after, diff }: ComparedPacts, urls: Urls, now: string): string {
  const { consumer, provider } = after;
  const changed =
    diff.found === 0
      ? 'Both say the same.'
      : `${diff.found} ${diff.found === 1 ? 'difference' : 'differences'}. The newer was published ${timeAgo(after.created_at, now)}, at ${after.created_at}.`;
  const links = Object.entries({ 'pact-version': after, 'comparison-pact-version': before }).map(([relation, pact]) => {
    const { title, name, href } = linkTo(pact, urls);
    return `${relation}:\n  title: ${title}\n  name: ${name}\n  href: ${href}\n`;
  });
  return [
    `# Diff between versions ${before.consumer_version} and ${after.consumer_version} of the pact between ${consumer} and ${provider}\n`,
    `${changed}\n`,
    ...(diff.found === 0 ? [] : [`${diff.lines?.join('\n')}\n`]),
    '## Links\n',
    links.join(''),
  ].join('\n');
}

/** The same for programs. */
export const representPactDiff = ({ before, after, diff }: ComparedPacts, self: string, urls: Urls) => ({
  differenceCount: diff.found,
  differences: diff.differences,
  _links: {
    self: { href: self, title: 'Diff' },
    'pact-version': linkTo(after, urls),
    'comparison-pact-version': linkTo(before, urls),
  },
});

const UNITS: [seconds: number, name: string][] = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
];

function timeAgo(time: string, now: string): string {
  const seconds = Math.max(0, (Date.parse(now) - Date.parse(time)) / 1000);
  const unit = UNITS.find(([size]) => seconds >= size);
  if (!unit) return 'less than a minute ago';
  const count = Math.floor(seconds / unit[0]);
  return `${count} ${unit[1]}${count === 1 ? '' : 's'} ago`;
}
