import type { BrokerRules } from '../../domain/broker-rules.ts';
import type { TestBroker } from '../broker.ts';
import type { Receiver } from '../receiver.ts';

/** One command line of the official client, and what comes of it. */
export interface Step {
  /** As in a shell: '…' and "…" keep words together, and $NAME stands for one of the scene's values. */
  run: string;
  exits: number;
  /** The lines that it prints, empty ones aside; a table's cells are joined by " | ". Or the JSON, as far as it is told. */
  prints: unknown[] | { json: unknown };
  /** What the broker answers afterwards at an address, as far as it is told. */
  leaves?: [path: string, answer: object];
  env?: NodeJS.ProcessEnv;
  /** What the client does wrong by itself: whatever the broker answered, it would do the same. */
  flaw?: string;
}

export interface Scene {
  broker: TestBroker;
  receiver: Receiver;
  /** Where the commands run. */
  folder: string;
  /** What $NAME stands for in the commands. */
  values: Record<string, string>;
}

/** Commands about one thing, run one after the other against a broker of their own. */
export interface Family {
  name: string;
  rules?: Partial<BrokerRules>;
  /** Puts into the broker what the commands need. */
  prepare?: (scene: Scene) => Promise<void>;
  steps: Step[];
}
