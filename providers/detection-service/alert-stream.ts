import { Readable } from 'node:stream';
import type { Represented } from './represent-detection.ts';
import type { AnomalyFound } from './types.ts';

export type AlertMessage = Represented<AnomalyFound>;
export type Publish = (message: AlertMessage) => void;

/** A slow reader is cut off at this many unread messages, so that it cannot fill the memory. */
const mostUnread = 1000;

/** Hands every published message to all who listen at that moment, as server-sent events. */
export function alertStream() {
  const listeners = new Set<Readable>();
  return {
    publish(message: AlertMessage) {
      for (const listener of listeners) {
        if (listener.readableLength >= mostUnread) listener.destroy();
        else listener.push(`event: ${message.type}\ndata: ${JSON.stringify(message)}\n\n`);
      }
    },
    listen(): Readable {
      const listener = new Readable({ read() {}, objectMode: true });
      listeners.add(listener);
      listener.once('close', () => listeners.delete(listener));
      // Headers leave with the first bytes: without these a listener could not tell that it is connected.
      listener.push(': listening\n\n');
      return listener;
    },
    /** Ends every stream; a service that stops would otherwise wait for its listeners for ever. */
    end() {
      for (const listener of listeners) listener.push(null);
    },
  };
}

export type AlertStream = ReturnType<typeof alertStream>;
