import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readMatrixQuery } from '../domain/matrix/matrix-query.ts';
import { readVerificationRequest } from '../domain/pacts/verification-request.ts';
import { parseQueryString } from '../http/query-string.ts';
import { answerMatrix } from '../services/matrix/answer-matrix.ts';
import { selectPactsForVerification } from '../services/pacts/select-pacts-for-verification.ts';
import { startBroker, type TestBroker } from './broker.ts';
import { cleanUpLater, keepRules, longHistory } from './histories.ts';
import { databases } from './store.ts';

const enc = encodeURIComponent;

interface KeptVersion {
  pacticipant: { name: string };
  number: string;
  stays: boolean;
}

/** Where a version may be asked to go: an environment, and whatever else stands for the newest of something. */
const TARGETS = ['environment=test', 'tag=dev&latest=true', 'branch=main', 'branch=feat/x', 'mainBranch=true', 'latest=true'];

/** What the gate says of each version. Asked of the service: what it is made of on the wire is told in other tests. */
async function gateAnswers({ tenant }: TestBroker, versions: KeptVersion[]) {
  const answers: Record<string, unknown> = {};
  for (const { pacticipant, number } of versions) {
    for (const target of TARGETS) {
      const query = `q[][pacticipant]=${enc(pacticipant.name)}&q[][version]=${number}&latestby=cvp&${target}`;
      const { deployable, rows, notices } = await answerMatrix(tenant.db, readMatrixQuery(parseQueryString(query)));
      answers[query] = { deployable, rows, notices };
    }
  }
  return answers;
}

const SELECTORS = [{ mainBranch: true }, { branch: 'feat/x' }, { tag: 'dev', latest: true }, { deployedOrReleased: true }];
const ASKERS = [{}, { providerVersionBranch: 'main' }, { providerVersionBranch: 'feat/y' }, { providerVersionTags: ['test'] }];

/** What providers are handed to verify, with what is pending and what is in progress, and what the overviews show. */
async function otherAnswers({ tenant, get }: TestBroker) {
  const answers: Record<string, unknown> = {};
  for (const provider of ['API', 'Stock'])
    for (const asker of ASKERS)
      for (const consumerVersionSelectors of [[], SELECTORS]) {
        const question = { ...asker, consumerVersionSelectors, includePendingStatus: true, includeWipPactsSince: '2020-01-01' };
        const asked = selectPactsForVerification(tenant, provider, readVerificationRequest(question));
        // A provider that nothing was published for does not exist.
        answers[`${provider} ${JSON.stringify(question)}`] = await asked.catch((error: Error) => error.message);
      }
  for (const path of ['/dashboard?size=1000', '/integrations', '/pacts/latest']) answers[path] = (await get(path)).body;
  return answers;
}

/** The same few each time, so that a change is to blame for what fails; CLEAN_UP_HISTORIES=200 looks for new ones. */
const more = process.env.CLEAN_UP_HISTORIES;
const HISTORIES = more ? { numRuns: Number(more) } : { numRuns: 12, seed: 1 };

describe.each(databases)('a clean-up on %s', (database) => {
  test('deletes what the plan says, and changes no answer about what stays', async () => {
    let deletedInAll = 0;
    await fc.assert(
      fc.asyncProperty(longHistory, keepRules, async (happenings, keep) => {
        const broker = await startBroker({ database });
        try {
          await broker.post('/environments', { name: 'test', production: false });
          for (const { step } of happenings) await step(broker);
          const plan: KeptVersion[] = await planLater(broker, keep);
          const stay = plan.filter(({ stays }) => stays);
          const [gate, others] = [await gateAnswers(broker, stay), await otherAnswers(broker)];
          const { status, body } = await cleanUpLater(broker, keep);
          expect(status).toBe(200);
          expect(body.deleted.map(nameOf)).toEqual(plan.filter(({ stays }) => !stays).map(nameOf));
          expect(body.next).toBeNull();
          deletedInAll += body.deleted.length;
          expect(await gateAnswers(broker, stay)).toEqual(gate);
          expect(await otherAnswers(broker)).toEqual(others);
          // What was evidence for what is in use is still that: a second clean-up finds nothing more.
          expect((await cleanUpLater(broker, keep)).body.deleted).toEqual([]);
        } finally {
          await broker.stop();
        }
      }),
      // Made smaller, a history that breaks the law is readable; but not at any price.
      { ...HISTORIES, interruptAfterTimeLimit: 200_000 },
    );
    expect(deletedInAll).toBeGreaterThan(0);
  }, 300_000);
});

const nameOf = ({ pacticipant, number }: KeptVersion) => `${pacticipant.name} ${number}`;

async function planLater(broker: TestBroker, keep: object[]): Promise<KeptVersion[]> {
  const { now } = broker.tenant;
  broker.tenant.now = () => new Date(Date.now() + 86_400_000).toISOString();
  try {
    return (await broker.get(`/clean-up/plan?limit=1000&keep=${enc(JSON.stringify(keep))}`)).body._embedded.versions;
  } finally {
    broker.tenant.now = now;
  }
}
