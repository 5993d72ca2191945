import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { databases } from './store.ts';

interface Side {
  name: string;
  version: { number: string } | null;
}
const side = ({ name, version }: Side) => `${name} ${version?.number ?? '?'}`;
const describeRow = (row: { consumer: Side; provider: Side; verificationResult: { success: boolean } | null }) =>
  `${side(row.consumer)} ${side(row.provider)} ${row.verificationResult?.success ?? '?'}`;

describe.each(databases)('the matrix on %s', (database) => {
  let broker: TestBroker;

  beforeAll(async () => {
    broker = await startBroker({ database });
    await publish('Web', '1', '/a', 'main');
    await verify('Web', '1', '10', true);
    await publish('Web', '2', '/b', 'main');
    await verify('Web', '2', '10', false);
    await verify('Web', '2', '11', true);
    await publish('Mobile', '100', '/c', 'main');
    await verify('Mobile', '100', '10', true);
  });
  afterAll(() => broker.stop());

  const publish = async (consumer: string, version: string, path: string, branch: string) => {
    const answer = await broker.post('/contracts/publish', publication(consumer, version, ['API'], { branch, path }));
    expect(answer.status).toBe(200);
  };
  const verify = async (consumer: string, version: string, provider: string, success: boolean) => {
    const found = await broker.get(`/pacts/provider/API/consumer/${consumer}/version/${version}`);
    const answer = await broker.post(found.body._links['pb:publish-verification-results'].href, {
      success,
      providerApplicationVersion: provider,
    });
    expect(answer.status).toBe(201);
  };
  const ask = async (query: string) => {
    const { status, body } = await broker.get(`/matrix?${query}`);
    expect(status).toBe(200);
    const rows = body.matrix.map(describeRow);
    return { deployable: body.summary.deployable, rows };
  };
  const both = 'q[][pacticipant]=Web&q[][pacticipant]=API';

  test.each([
    ['every result of two pacticipants, newest first', both, false, ['Web 2 API 11 true', 'Web 2 API 10 false', 'Web 1 API 10 true']],
    ['the newest by both versions', `${both}&latestby=cvpv`, false, ['Web 2 API 11 true', 'Web 2 API 10 false', 'Web 1 API 10 true']],
    ['the newest provider version of each pact', `${both}&latestby=cvp`, true, ['Web 2 API 11 true', 'Web 1 API 10 true']],
    ['the newest of the pair', `${both}&latestby=cp`, true, ['Web 2 API 11 true']],
    ['a limit', `${both}&limit=1`, true, ['Web 2 API 11 true']],
    ['only failures', `${both}&success[]=false`, false, ['Web 2 API 10 false']],
    ['two versions', 'q[][pacticipant]=Web&q[][version]=2&q[][pacticipant]=API&q[][version]=10', false, ['Web 2 API 10 false']],
    [
      'two versions that were never verified',
      'q[][pacticipant]=Web&q[][version]=1&q[][pacticipant]=API&q[][version]=11',
      null,
      ['Web 1 API ? ?'],
    ],
    ['a restricted and an unrestricted side', 'q[][pacticipant]=Web&q[][version]=1&q[][pacticipant]=API', true, ['Web 1 API 10 true']],
    [
      'one provider version',
      'q[][pacticipant]=API&q[][version]=10&latestby=cvpv',
      false,
      ['Mobile 100 API 10 true', 'Web 2 API 10 false', 'Web 1 API 10 true'],
    ],
    [
      'to main branches',
      'q[][pacticipant]=API&q[][version]=11&latestby=cvp&mainBranch=true',
      null,
      ['Mobile 100 API ? ?', 'Web 2 API 11 true'],
    ],
    ['to the latest', 'q[][pacticipant]=Web&q[][version]=2&latestby=cvp&latest=true', true, ['Web 2 API 11 true']],
    ['a version that does not exist', 'q[][pacticipant]=Web&q[][version]=99', false, []],
    [
      'ignoring what fails',
      'q[][pacticipant]=Web&q[][version]=2&q[][pacticipant]=API&q[][version]=10&ignore[][pacticipant]=API',
      true,
      ['Web 2 API 10 false'],
    ],
    ['names in no relation', 'q[][pacticipant]=Web&q[][pacticipant]=Mobile', true, []],
  ])('%s', async (_name, query, deployable, rows) => {
    expect(await ask(query)).toEqual({ deployable, rows });
  });

  test.each([
    ['nobody', 'q[][pacticipant]=Nobody&q[][version]=1', 'There is no pacticipant "Nobody"'],
    ['no selector', '', 'Say which pacticipants'],
    ['a selector without a name', 'q[][version]=1', 'names no pacticipant'],
    ['a bad latestby', `${both}&latestby=zzz`, 'must be cvpv, cvp or cp'],
    ['an unknown environment', 'q[][pacticipant]=Web&q[][version]=1&environment=mars', 'There is no environment "mars"'],
    ['two targets', 'q[][pacticipant]=Web&q[][version]=1&environment=test&tag=prod', 'cannot be the target together'],
    ['a bad limit', `${both}&limit=many`, 'must be a whole number'],
    [
      'a flag of a selector that is neither true nor false',
      'q[][pacticipant]=Web&q[][latest]=TRUE',
      'latest is "TRUE", and must be true or false',
    ],
    ['a flag of the target that is neither', 'q[][pacticipant]=Web&q[][version]=1&mainBranch=yes', 'mainBranch is "yes"'],
    ['a result that there is not', `${both}&success[]=passed`, 'success is "passed", and must be true, false or null'],
    ['an empty version', 'q[][pacticipant]=Web&q[][version]=', 'version is empty in the selector of Web'],
    ['an empty branch', 'q[][pacticipant]=Web&q[][branch]=&latest=true', 'branch is empty in the selector of Web'],
    ['an empty environment', 'q[][pacticipant]=Web&q[][version]=1&environment=', 'environment is empty in the question'],
    ['an empty tag', 'q[][pacticipant]=Web&q[][version]=1&tag=&latest=true', 'tag is empty in the question'],
    ['an empty version to ignore', `${both}&ignore[][pacticipant]=API&ignore[][version]=`, 'The version of an ignore is empty'],
    [
      'a misspelt part of a selector',
      'q[][pacticipant]=Web&q[][versoin]=1',
      'There is no versoin in the selector of Web. Did you mean version?',
    ],
    [
      'a misspelt target',
      'q[][pacticipant]=Web&q[][version]=1&enviroment=test',
      'There is no enviroment in the question. Did you mean environment?',
    ],
    ['to ignore nobody', `${both}&ignore[][version]=1`, 'ignore names no pacticipant'],
  ])('refuses %s with a reason', async (_name, query, reason) => {
    const { status, body } = await broker.get(`/matrix?${query}`);
    expect({ status, text: body.errors.join(' ') }).toEqual({ status: 400, text: expect.stringContaining(reason) });
  });
});
