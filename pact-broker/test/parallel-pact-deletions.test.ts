import { describe, expect, test } from '@jest/globals';
import { startBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { assertKeptAsScanned } from './kept-state.ts';
import { databases } from './store.ts';

const numbers = ['1', '2', '3', '4', '5', '6'];
const P = '/pacts/provider/API/consumer/Web';

describe.each(databases)('at the same moment on %s', (database) => {
  test.each([1, 2, 3])('pacts and integrations are deleted while others are published and verified (round %i)', async (round) => {
    const broker = await startBroker({ database });
    const publish = (number: string, path: string) =>
      broker.post('/contracts/publish', publication('Web', number, ['API', 'Stock'], { branch: 'main', tags: ['dev'], path }));
    const verify = async (number: string) => {
      const pact = await broker.get(`${P}/latest`);
      const link = pact.body?._links?.['pb:publish-verification-results']?.href;
      return link ? broker.post(link, { success: true, providerApplicationVersion: number }) : pact;
    };
    try {
      for (const number of numbers) await publish(number, `/${Number(number) % 2}`);
      await verify('1');
      await broker.put('/pacticipants/API/branches/main/versions/1', {});
      const answers = await Promise.all([
        ...numbers.map((number) => broker.delete(`${P}/version/${number}`)),
        ...numbers.map((number) => publish(`1${number}`, `/${(Number(number) + round) % 3}`)),
        broker.delete(`${P}/tag/dev`),
        ...numbers.map((number) => verify(number)),
        ...numbers.map((number) => broker.delete(`/pacticipants/Web/versions/${number}`)),
        ...(round > 1 ? [broker.delete('/integrations/provider/API/consumer/Web')] : []),
        ...(round > 2 ? [broker.delete('/integrations')] : []),
        ...numbers.map((number) => publish(`2${number}`, `/${round}`)),
      ]);
      expect(answers.filter(({ status }) => status >= 500).map(({ text }) => text)).toEqual([]);
      await assertKeptAsScanned(broker.tenant.db);
    } finally {
      await broker.stop();
    }
  });
});
