import { expect } from '@jest/globals';
import type { Family } from '../step.ts';
import { lacks, notFound } from './lines.ts';

const TABLE = 'NAME | TAGS';
const PLACES = 'VERSION | STATUS | ENVIRONMENT | APPLICATION INSTANCE';
const NOT_THERE = ['❌ Pacticipant version not found'];
const NO_BRANCH = "Could not delete branch 'feat/x' of pacticipant 'Web' as it was not found";
const tagging = (version: string, tag: string) => `Tagging version '${version}' of pacticipant 'Web' with tag '${tag}' - Success`;
const tagged = (...names: string[]) => ({ _embedded: { tags: names.map((name) => ({ name })) } });

export const versions: Family = {
  name: 'versions, branches and tags',
  prepare: async ({ broker }) => {
    for (const version of ['1', '2', '3']) await broker.put(`/pacticipants/Web/versions/${version}`, {});
    await broker.put('/pacticipants/Web/branches/feat%2Fx/versions/1', {});
    const { body } = await broker.post('/environments', { name: 'test', production: false });
    await broker.post(`/pacticipants/Web/versions/1/deployed-versions/environment/${body.uuid}`, { applicationInstance: 'blue' });
    await broker.post(`/pacticipants/Web/versions/2/released-versions/environment/${body.uuid}`, {});
  },
  steps: [
    {
      run: 'create-or-update-version --pacticipant Web --version 4 --branch main --tag dev',
      exits: 0,
      prints: ["Branch 'main' created for version '4'", "Tag 'dev' created for version '4'"],
      leaves: [
        '/pacticipants/Web/versions/4',
        { _embedded: { branchVersions: [{ name: 'main', latest: true }], tags: [{ name: 'dev' }] } },
      ],
    },
    {
      run: 'create-or-update-version -a Web -e 5',
      exits: 0,
      prints: ["Version '5' created or updated successfully"],
      leaves: ['/pacticipants/Web/versions/5', { number: '5' }],
    },
    {
      run: 'create-or-update-version -a New -e 1 --output json',
      exits: 0,
      prints: ["Version '1' created or updated successfully"],
      leaves: ['/pacticipants/New', { name: 'New' }],
      flaw: 'it prints a sentence where it was asked for JSON',
    },
    {
      run: 'create-or-update-version -a Web -e 5 --branch feat/x',
      exits: 1,
      prints: notFound('/pacticipants/Web/branches/feat/x/versions/5'),
      flaw: 'it does not encode the slash of a branch',
    },
    { run: "create-or-update-version -a Web -e 5 --branch ' '", exits: 1, prints: ['❌ branch: branch consists of white space only.'] },
    { run: 'describe-version --pacticipant Web --version 4', exits: 0, prints: [TABLE, '4 | dev'] },
    {
      run: 'describe-version -a Web -e 4 --output json',
      exits: 0,
      prints: { json: { number: '4', _embedded: { branchVersions: [{ name: 'main' }], tags: [{ name: 'dev' }] } } },
    },
    { run: 'describe-version -a Web', exits: 0, prints: [TABLE, '5 |'] },
    { run: 'describe-version -a Web --latest dev', exits: 0, prints: [TABLE, '4 | dev'] },
    { run: 'describe-version -a Web --latest nope', exits: 1, prints: NOT_THERE },
    { run: 'describe-version -a Web -e 9', exits: 1, prints: NOT_THERE },
    { run: 'describe-version -a Nobody', exits: 1, prints: NOT_THERE },
    {
      run: 'describe-version -a Web --environment test',
      exits: 0,
      prints: [PLACES, '1 | Deployed | test | blue', '2 | Unknown | test | -'],
      flaw: 'what is released it shows as unknown: it looks for a member that no broker has',
    },
    { run: 'describe-version -a Web --environment test --deployed', exits: 0, prints: [PLACES, '1 | Deployed | test | blue'] },
    {
      run: 'describe-version -a Web --environment test --released --output json',
      exits: 0,
      prints: { json: [{ currentlySupported: true, _embedded: { version: { number: '2' } } }] },
    },
    { run: 'describe-version -a Web --environment nowhere', exits: 1, prints: ["❌ Environment 'nowhere' not found"] },
    {
      run: 'create-version-tag --pacticipant Web --version 4 --tag prod green',
      exits: 0,
      prints: [tagging('4', 'prod'), tagging('4', 'green')],
      leaves: ['/pacticipants/Web/versions/4', tagged('dev', 'green', 'prod')],
    },
    {
      run: 'create-version-tag -a Web -e 9 --tag prod',
      exits: 1,
      prints: ["❌ Version '9' of pacticipant 'Web' does not exist. Use --auto-create-version to create it."],
      leaves: ['/pacticipants/Web/versions/9', { error: expect.any(String) }],
    },
    {
      run: 'create-version-tag -a Web -e 9 --tag prod --auto-create-version',
      exits: 0,
      prints: [tagging('9', 'prod')],
      leaves: ['/pacticipants/Web/versions/9/tags/prod', { name: 'prod' }],
    },
    {
      run: 'create-version-tag -a Web -e 4 --tag feat/x',
      exits: 0,
      prints: [expect.stringContaining("with tag 'feat/x' - Failed:")],
      flaw: 'it does not encode the slash of a tag, and exits with 0 though it failed',
    },
    {
      run: 'delete-version-tag --pacticipant Web --version 4 --tag prod',
      exits: 0,
      prints: ["Successfully deleted tag 'prod' from version '4' of pacticipant 'Web'"],
      leaves: ['/pacticipants/Web/versions/4', tagged('dev', 'green')],
    },
    {
      run: 'delete-version-tag -a Web -e 4 --tag prod',
      exits: 0,
      prints: ["Tag 'prod' for version '4' of pacticipant 'Web' was not found (may have already been deleted)"],
      flaw: 'it exits with 0 where there is nothing to delete',
    },
    { run: 'delete-version-tag -a Web -e 4', exits: 2, prints: lacks('--tag <TAG>') },
    {
      run: 'delete-branch --pacticipant Web --branch feat/x',
      exits: 0,
      prints: ["Successfully deleted branch 'feat/x' of pacticipant 'Web'"],
      leaves: ['/pacticipants/Web/branches/feat%2Fx', { error: expect.any(String) }],
    },
    {
      run: 'delete-branch -a Web --branch feat/x',
      exits: 0,
      prints: [NO_BRANCH],
      flaw: 'it exits with 0 where there is nothing to delete, unless told otherwise',
    },
    { run: 'delete-branch -a Web --branch feat/x --error-when-not-found true', exits: 1, prints: [`❌ ${NO_BRANCH}`] },
  ],
};
