import { describe, expect, test } from '@jest/globals';
import { startBroker } from './broker.ts';
import { publication } from './contracts.ts';
import { assertKeptAsScanned } from './kept-state.ts';
import { databases } from './store.ts';

const numbers = ['1', '2', '3', '4', '5', '6'];

describe.each(databases)('at the same moment on %s', (database) => {
  test.each([1, 2, 3, 4])('publishing, verifying and deleting leave what is kept right, and none fails (round %i)', async (round) => {
    const broker = await startBroker({ database });
    const publish = (number: string, path: string) =>
      broker.post('/contracts/publish', publication('Web', number, ['API', 'Stock'], { branch: 'main', tags: ['dev'], path }));
    const verify = async (number: string) => {
      const pact = await broker.get('/pacts/provider/API/consumer/Web/latest');
      const link = pact.body?._links?.['pb:publish-verification-results']?.href;
      return link ? broker.post(link, { success: true, providerApplicationVersion: number }) : pact;
    };
    try {
      for (const number of numbers) await publish(number, `/${Number(number) % 2}`);
      for (const number of numbers) await broker.put(`/pacticipants/API/branches/main/versions/${number}`, {});
      for (const number of numbers) await verify(number);
      const answers = await Promise.all([
        ...numbers.map((number) => broker.delete(`/pacticipants/Web/versions/${number}`)),
        ...numbers.map((number) => publish(`1${number}`, `/${(Number(number) + round) % 3}`)),
        ...numbers.map((number) => publish(number, `/${round}`)),
        ...numbers.map((number) => verify(`1${number}`)),
        ...numbers.map((number) => broker.delete(`/pacticipants/API/versions/${number}`)),
        ...numbers.map((number) => broker.put(`/pacticipants/API/branches/main/versions/1${number}`, {})),
        ...numbers.map((number) => broker.delete(`/pacticipants/Web/versions/1${number}/tags/dev`)),
        ...numbers.map((number) => broker.delete(`/pacticipants/Web/branches/main/versions/1${number}`)),
        broker.delete('/pacticipants/Web/branches/main'),
        ...(round % 2 ? [broker.delete('/pacticipants/Stock')] : []),
      ]);
      expect(answers.filter(({ status }) => status >= 500).map(({ text }) => text)).toEqual([]);
      // What was acknowledged and not deleted is there.
      const read = await Promise.all(numbers.map((number) => broker.get(`/pacts/provider/API/consumer/Web/version/1${number}`)));
      expect(read.map(({ status }) => status)).toEqual(numbers.map(() => 200));
      await assertKeptAsScanned(broker.tenant.db);
    } finally {
      await broker.stop();
    }
  });
});
