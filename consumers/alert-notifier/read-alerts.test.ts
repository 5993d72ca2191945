import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { readAlerts } from './read-alerts.ts';

const stream =
  ': listening\n\nevent: anomaly-found\ndata: {"severity":"warning"}\n\nevent: other\ndata: {}\n\nevent: anomaly-found\ndata: {"severity":"critical"}\n\n';

test('however the stream is cut into pieces, the same messages come out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(stream.length)), async (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
      const pieces = places.map((place, index) => stream.slice(place, places[index + 1] ?? place));
      const messages: unknown[] = [];
      for await (const message of readAlerts(Readable.from(pieces))) messages.push(message);
      expect(messages).toEqual([{ severity: 'warning' }, { severity: 'critical' }]);
    }),
  );
});
