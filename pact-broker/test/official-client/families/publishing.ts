import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { pact } from '../../contracts.ts';
import type { Family, Scene } from '../step.ts';
import { among, lacks, NOWHERE, nobodyAnswers } from './lines.ts';

const WEB_1 = '/pacts/provider/API/consumer/Web/version/1';
const GITHUB = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SHA: 'a1b2c3d',
  GITHUB_REF: 'refs/heads/feat/basket',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'shop/web',
  GITHUB_RUN_ID: '7',
};

async function writePacts({ folder }: Scene): Promise<void> {
  await mkdir(join(folder, 'pacts'));
  const things = pact('Web', 'API');
  const files = {
    'pacts/web-api.json': pact('Web', 'API'),
    'pacts/mobile-api.json': pact('Mobile', 'API'),
    'changed.json': pact('Web', 'API', { path: '/changed' }),
    'not-found.json': {
      ...things,
      interactions: [{ ...things.interactions[0], response: { ...things.interactions[0]?.response, status: 404 } }],
    },
    'similar.json': pact('web', 'API'),
    'no-provider.json': { consumer: { name: 'Web' } },
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), JSON.stringify(content));
  await writeFile(join(folder, 'not-json.json'), '{"consumer":');
}

const attempt = (consumer: string, provider = 'API') =>
  `📨 Attempting to publish pact for consumer: ${consumer} against provider: ${provider}`;
const view = (consumer: string, version: string, provider = 'API') =>
  `View it at http://broker/pacts/provider/${provider}/consumer/${consumer}/version/${version}`;
const MAIN = 'main is now the main branch of Web, since none was set and its name is usual for one';
const ADVICE = 'Publish with a branch, so that providers can verify the newest pact of each branch';
const NEW = 'Its content is new on this branch or tag';
const SAME = 'Its content is the same as before on this branch or tag';
const published = (consumer: string, version: string, provider = 'API') =>
  `Published: the pact between ${consumer} version ${version} and ${provider}`;
const EACH = 'The pact with API differs in';
const ADVICE_OF_CONFLICT = [
  'A consumer version has one pact with each provider, so that a result or a deployment always means the same content. Publish changed content under a new version number, such as the commit it was made from.',
  "If nothing was meant to change, look for values that differ from run to run, such as ids and times, in the consumer's tests.",
  'Whoever runs this broker can allow published pacts to be replaced or merged, by CONCORDAT_ALLOW_PACT_MODIFICATION=true.',
];
const conflict = (how: string, ...details: string[]) => {
  const refusal = `The pact between Web version 1 and API is there already ${how}. Nothing was published.`;
  const told = [`contracts: ${refusal}`, 'Details:', refusal, ...details, ...ADVICE_OF_CONFLICT];
  return [attempt('Web'), '❌ Pact publication failed:', ...told];
};
const otherContent = conflict(
  'with other content',
  `${EACH} 2 places from what is there:`,
  'interactions[0].description was "a request for /things" and is "a request for /changed"',
  'interactions[0].request.path was "/things" and is "/changed"',
);
const moreContent = conflict('with other content', `${EACH} one place from what is there:`, 'interaction "a request for /changed" is new');
const unmergeable = conflict(
  'and says otherwise of "a request for /things"',
  `${EACH} one place from what is there:`,
  'interaction "a request for /things": response.status was 200 and is 404',
  'Merging adds interactions to a pact, and never changes one that it has: one has the same description and provider states.',
);
const described = (...descriptions: string[]) => ({ interactions: descriptions.map((description) => ({ description })) });

export const publishing: Family = {
  name: 'publishing',
  prepare: writePacts,
  steps: [
    {
      run: 'publish pacts/web-api.json --consumer-app-version 1 --branch main --build-url http://ci/1 --tag dev,test',
      exits: 0,
      prints: [
        attempt('Web'),
        '✅ Created Web version 1 on branch main with tags dev, test',
        MAIN,
        published('Web', '1'),
        NEW,
        view('Web', '1'),
      ],
      leaves: [
        '/pacticipants/Web/versions/1',
        { buildUrl: 'http://ci/1', _embedded: { branchVersions: [{ name: 'main' }], tags: [{ name: 'dev' }, { name: 'test' }] } },
      ],
    },
    {
      run: 'publish pacts -a 2 --branch feat/x',
      exits: 0,
      // In the order in which the folder has the files.
      prints: among(
        ...['Mobile', 'Web'].flatMap((consumer) => [
          attempt(consumer),
          `✅ Created ${consumer} version 2 on branch feat/x`,
          published(consumer, '2'),
          NEW,
          view(consumer, '2'),
        ]),
      ),
      leaves: ['/pacts/provider/API/branch/feat%2Fx', { _links: { 'pb:pacts': [{ name: 'Mobile' }, { name: 'Web' }] } }],
    },
    {
      run: 'publish pacts/web-api.json -a 2 --branch feat/x --output json',
      exits: 0,
      prints: {
        json: {
          notices: expect.arrayContaining([{ type: 'success', text: 'Found unchanged: the pact between Web version 2 and API' }]),
          _links: { 'pb:contracts': [{ href: 'http://broker/pacts/provider/API/consumer/Web/version/2' }] },
        },
      },
    },
    {
      run: 'publish changed.json -a 1 --branch main',
      exits: 1,
      prints: otherContent,
      leaves: [WEB_1, described('a request for /things')],
    },
    { run: 'publish changed.json -a 1 --branch main --merge', exits: 1, prints: moreContent },
    { run: 'publish not-found.json -a 1 --branch main --merge', exits: 1, prints: unmergeable },
    {
      run: 'publish similar.json -a 1',
      exits: 1,
      prints: [
        attempt('web'),
        '❌ Pact publication failed:',
        'name: "web" is new here, but much like "Web".',
        'Details:',
        expect.stringContaining('create it first'),
      ],
      leaves: ['/pacticipants/web', { error: expect.any(String) }],
    },
    {
      run: 'publish no-provider.json -a 3 --validate --strict',
      exits: 2,
      prints: { json: [{ results: [{ path: '/provider', level: 'ERROR' }, { path: '/interactions' }] }] },
      leaves: ['/pacticipants/Web/versions/3', { error: expect.any(String) }],
    },
    {
      run: 'publish pacts/web-api.json -a 3 --validate --strict',
      exits: 0,
      prints: [
        '"source": "pacts/web-api.json",',
        '"results": []',
        attempt('Web'),
        '✅ Created Web version 3',
        ADVICE,
        published('Web', '3'),
        SAME,
        view('Web', '3'),
      ],
    },
    {
      run: 'publish no-provider.json -a 4',
      exits: 0,
      prints: [
        attempt('Web', 'provider'),
        '✅ Created Web version 4',
        ADVICE,
        published('Web', '4', 'provider'),
        NEW,
        view('Web', '4', 'provider'),
      ],
      flaw: 'to a pact without a provider it gives one that is named provider',
    },
    {
      run: 'publish not-json.json -a 5',
      exits: 1,
      prints: ['Failed to load one or more pact files:', 'Source: not-json.json', 'Type: file', 'Error: file is not JSON'],
    },
    { run: 'publish nothing.json -a 5', exits: 1, prints: ["❌ File or directory does not exist: 'nothing.json'"] },
    {
      run: "publish 'pacts/*.json' -a 5",
      exits: 1,
      prints: ["❌ File or directory does not exist: 'pacts/*.json'"],
      flaw: 'its help promises patterns, but only a shell fills them in',
    },
    { run: 'publish pacts/web-api.json', exits: 2, prints: lacks('--consumer-app-version <consumer-app-version>') },
    {
      run: 'publish pacts/web-api.json --auto-detect-version-properties',
      env: GITHUB,
      exits: 0,
      prints: [
        '🔍 Auto detected git commit: a1b2c3d',
        '🔍 Auto detected git branch: feat/basket',
        attempt('Web'),
        '✅ Created Web version a1b2c3d on branch feat/basket',
        published('Web', 'a1b2c3d'),
        NEW,
        view('Web', 'a1b2c3d'),
      ],
      leaves: ['/pacticipants/Web/versions/a1b2c3d', { _embedded: { branchVersions: [{ name: 'feat/basket' }] } }],
    },
    {
      run: 'publish pacts/web-api.json -a 6 --tag-with-git-branch',
      env: GITHUB,
      exits: 0,
      prints: [attempt('Web'), '✅ Created Web version 6 with tags a1b2c3d', ADVICE, published('Web', '6'), NEW, view('Web', '6')],
      flaw: 'it tags with the commit instead of the branch',
    },
    {
      run: 'publish pacts/web-api.json -a 7 --tag-with-git-branch',
      exits: 1,
      prints: [attempt('Web'), '❌ failed validation - ["tags: A tag is missing. Give a text of 1 to 255 characters."]'],
      flaw: 'outside of a repository it sends an empty tag',
    },
    {
      run: 'publish pacts/web-api.json -a 7 --broker-username ann --broker-password secret',
      exits: 0,
      prints: [attempt('Web'), '✅ Created Web version 7', ADVICE, published('Web', '7'), SAME, view('Web', '7')],
    },
    {
      run: "publish pacts/web-api.json -a 8 --broker-token t0ken --custom-header 'X-Team: shop' --custom-header 'X-Site: one'",
      exits: 0,
      prints: [attempt('Web'), '✅ Created Web version 8', ADVICE, published('Web', '8'), SAME, view('Web', '8')],
    },
    { run: `publish pacts/web-api.json -a 9 ${NOWHERE}`, exits: 1, prints: nobodyAnswers },
  ],
};

export const publishingAgain: Family = {
  name: 'publishing where content may change',
  rules: { allowPactModification: true },
  prepare: writePacts,
  steps: [
    {
      run: 'publish pacts/web-api.json -a 1 --branch main',
      exits: 0,
      prints: [attempt('Web'), '✅ Created Web version 1 on branch main', MAIN, published('Web', '1'), NEW, view('Web', '1')],
    },
    {
      run: 'publish changed.json -a 1 --branch main --merge',
      exits: 0,
      prints: [
        attempt('Web'),
        '✅ Updated Web version 1 on branch main',
        'Replaced: the pact between Web version 1 and API',
        NEW,
        view('Web', '1'),
      ],
      leaves: [WEB_1, described('a request for /things', 'a request for /changed')],
    },
    {
      run: 'publish changed.json -a 1 --branch main',
      exits: 0,
      prints: [
        attempt('Web'),
        '✅ Updated Web version 1 on branch main',
        'Replaced: the pact between Web version 1 and API',
        NEW,
        view('Web', '1'),
      ],
      leaves: [WEB_1, described('a request for /changed')],
    },
  ],
};
