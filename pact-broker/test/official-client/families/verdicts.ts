import { publication } from '../../contracts.ts';
import type { Family, Scene, Step } from '../step.ts';
import { lacks } from './lines.ts';

/** Web 1 is good with API 5, which is in test and heads its main branch; Web 2 is not; of Web 3 nobody knows yet. */
async function verify({ broker }: Scene): Promise<void> {
  const publish = (version: string, branch: string) =>
    broker.post('/contracts/publish', publication('Web', version, ['API'], { branch, path: `/${version}`, tags: [`v${version}`] }));
  await publish('1', 'main');
  await publish('2', 'feat/x');
  await publish('3', 'feat/y');
  await broker.put('/pacticipants/API/branches/main/versions/5', {});
  await broker.put('/pacticipants/API/versions/5/tags/prod', {});
  for (const version of ['1', '2']) {
    const { body } = await broker.get(`/pacts/provider/API/consumer/Web/version/${version}`);
    const result = { success: version === '1', providerApplicationVersion: '5' };
    await broker.post(body._links['pb:publish-verification-results'].href, result);
  }
  for (const name of ['empty', 'test']) {
    const environment = await broker.post('/environments', { name, production: false });
    if (name === 'test') await broker.post(`/pacticipants/API/versions/5/deployed-versions/environment/${environment.body.uuid}`, {});
  }
}

const TABLE = 'CONSUMER | C.VERSION | PROVIDER | P.VERSION | SUCCESS? | RESULT';
const results = (row: string, number: string) => [
  TABLE,
  row,
  'VERIFICATION RESULTS',
  `1. http://broker/pacts/provider/API/consumer/Web/pact-version/<sha>/metadata/<metadata>/verification-results/${number}`,
];
const GOOD = results('Web | 1 | API | 5 | true | 1', '200 (success)');
const BAD = results('Web | 2 | API | 5 | false | 1', '201 (failure)');
const UNVERIFIED = [TABLE, 'Web | 3 | API | unknown | unknown | 0'];
const WITHOUT_PROVIDER = [TABLE, 'Web | 1 | API | unknown | unknown | 0'];

const YES = '✅ Computer says yes \\o/';
const NO = '❌ Computer says no ¯\\_(ツ)_/¯';
const REFUSED = [NO, '❌ No deployable version found'];
const DRY = [NO, '📌 Dry run enabled, suppressing failing exit code'];

const ALL_GOOD = 'All required results are there, and all are successful.';
const NOTHING_REQUIRED = 'There is nothing here that it has to work with.';
const FAILED = 'API version 5 failed to verify the pact of Web version 2.';
const notVerified = (where: string) => `API (version 5, ${where}) has not verified the pact of Web version 3.`;
const NOTHING_IN_EMPTY = 'Nothing is in empty: nobody has recorded a deployment or a release there. Is it the right environment?';
const IGNORED = [`Ignored: ${FAILED}`, 'Everything that it has to work with here is ignored.'];
const mayChange = (which: string) => `Which version is meant by ${which} can change while CI runs. Name its number instead.`;
const invalid = (text: string) => [`❌ failed validation - ["${text.replaceAll('"', '\\"')}"]`, `❌ ${text}`];

const empty = (name: string, of: string) => `${name} is empty in ${of}. Is a variable not set? Give it a value, or leave it out.`;

const UNKNOWN_PACTICIPANT = invalid('There is no pacticipant "Nobody". Names compare exactly: check case and spaces.');
const json = (deployable: boolean, success: boolean) => ({
  json: { summary: { deployable }, matrix: [{ verificationResult: { success } }] },
});

/** Web 1, however it is named. */
const yes = (question: string, ...notices: string[]): Step => ({ run: question, exits: 0, prints: [...GOOD, ...notices, ALL_GOOD, YES] });
/** Web 2, however it is named. */
const no = (question: string, ...notices: string[]): Step => ({
  run: question,
  exits: 1,
  prints: [...BAD, ...notices, FAILED, ...REFUSED],
});

export const verdicts: Family = {
  name: 'verdicts',
  prepare: verify,
  steps: [
    yes('can-i-deploy --pacticipant Web --version 1 --to-environment test'),
    no('can-i-deploy -a Web -e 2 --to-environment test'),
    {
      run: 'can-i-deploy -a Web -e 3 --to-environment test',
      exits: 1,
      prints: [...UNVERIFIED, notVerified('in test'), ...REFUSED],
    },
    {
      run: 'can-i-deploy -a Web -e 1 --to-environment empty',
      exits: 1,
      prints: [...WITHOUT_PROVIDER, NOTHING_IN_EMPTY, 'No version of API is in empty, and Web version 1 needs it there.', ...REFUSED],
    },
    { run: 'can-i-deploy -a API -e 5 --to-environment empty', exits: 0, prints: [NOTHING_IN_EMPTY, NOTHING_REQUIRED, YES] },
    { run: 'can-i-deploy -a Web -e 2 --to-environment test --dry-run', exits: 0, prints: [...BAD, FAILED, ...DRY] },
    { run: 'can-i-deploy -a Web -e 2 --to-environment test --ignore API', exits: 0, prints: [...BAD, ...IGNORED, YES] },
    { run: 'can-i-deploy -a Web -e 2 --to-environment test --ignore API --version 5', exits: 0, prints: [...BAD, ...IGNORED, YES] },
    no('can-i-deploy -a Web -e 2 --to-environment test --ignore API --version 6', 'There is no version 6 of API to ignore.'),
    { run: 'can-i-deploy -a Web -e 1 --to-environment test --output json', exits: 0, prints: json(true, true) },
    {
      run: 'can-i-deploy -a Web -e 2 --to-environment test --output json',
      exits: 0,
      prints: json(false, false),
      flaw: 'with JSON it exits with 0 whatever the verdict is',
    },
    {
      run: 'can-i-deploy -a Web -e 3 --to-environment test --retry-while-unknown 1 --retry-interval 1',
      exits: 1,
      prints: [...UNVERIFIED, notVerified('in test'), ...REFUSED],
    },
    {
      run: 'can-i-deploy -a Web --latest --to-environment test',
      exits: 1,
      prints: [...UNVERIFIED, mayChange('Web (the latest version)'), notVerified('in test'), ...REFUSED],
    },
    yes('can-i-deploy -a Web --latest v1 --to-environment test', mayChange('Web (the latest version with tag v1)')),
    no('can-i-deploy -a Web --tag v2 --to-environment test', mayChange('Web (any version with tag v2)')),
    no('can-i-deploy -a Web --branch feat/x --to-environment test', mayChange('Web (the latest version of branch feat/x)')),
    yes('can-i-deploy -a Web --main-branch --to-environment test', mayChange('Web (the latest version of its main branch)')),
    yes('can-i-deploy -a Web -e 1 --to prod'),
    {
      run: 'can-i-deploy -a Web -e 1 --to nowhere',
      exits: 1,
      prints: [
        ...WITHOUT_PROVIDER,
        'There is no tag "nowhere" on any version, so that nothing is compared with.',
        'No version of API is the latest with tag nowhere, and Web version 1 needs it there.',
        ...REFUSED,
      ],
    },
    yes(
      'can-i-deploy -a Web -e 1',
      'The latest version of the other side need not be what is deployed. Record deployments and give environment=NAME (--to-environment NAME).',
    ),
    yes('can-i-deploy -a Web -e 1 -a API -e 5'),
    no('can-i-deploy -a Web -e 2 -a API --latest prod', mayChange('API (the latest version with tag prod)')),
    { run: 'can-i-deploy -a Web -e 9 --to-environment test', exits: 1, prints: ['There is no Web, version 9.', ...REFUSED] },
    { run: 'can-i-deploy -a Nobody -e 1 --to-environment test', exits: 1, prints: UNKNOWN_PACTICIPANT },
    {
      run: 'can-i-deploy -a Web -e 1 --to-environment nowhere',
      exits: 1,
      prints: invalid('There is no environment "nowhere". There are empty, test.'),
    },
    { run: 'can-i-deploy -a Web -e "" --to-environment test', exits: 1, prints: invalid(empty('version', 'the selector of Web')) },
    { run: 'can-i-deploy -a Web -e 1 --to-environment ""', exits: 1, prints: invalid(empty('environment', 'the question')) },
    { run: 'can-i-merge -a Web -e ""', exits: 1, prints: invalid(empty('version', 'the selector of Web')) },
    { run: 'can-i-deploy', exits: 2, prints: lacks('--pacticipant <PACTICIPANT>') },
    yes('can-i-merge --pacticipant Web --version 1'),
    no('can-i-merge -a Web -e 2'),
    {
      run: 'can-i-merge -a Web -e 3 --retry-while-unknown 1 --retry-interval 1',
      exits: 1,
      prints: [...UNVERIFIED, notVerified('the latest of its main branch'), ...REFUSED],
    },
    {
      run: 'can-i-merge -a Web -e 3 --dry-run',
      exits: 0,
      prints: [...UNVERIFIED, notVerified('the latest of its main branch'), ...DRY],
    },
    { run: 'can-i-merge -a Web -e 1 --output json', exits: 0, prints: json(true, true) },
    { run: 'can-i-merge -a Nobody -e 1', exits: 1, prints: UNKNOWN_PACTICIPANT },
  ],
};
