import type { AnomalyFound } from './types.ts';

/** Takes server-sent events as they come, in pieces of any size, and yields the messages of the anomalies among them. */
export async function* readAlerts(pieces: AsyncIterable<string>): AsyncGenerator<AnomalyFound> {
  let unread = '';
  for await (const piece of pieces) {
    const events = `${unread}${piece}`.split('\n\n');
    unread = events.pop() ?? '';
    for (const event of events) {
      const [name, data] = event.split('\n');
      if (name === 'event: anomaly-found' && data) yield JSON.parse(data.slice('data: '.length)) as AnomalyFound;
    }
  }
}
