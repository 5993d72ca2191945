import type pg from 'pg';
import type { Value } from './tables.ts';

/** What @types/pg does not tell of a connection: the messages of COPY. */
interface CopyConnection {
  query: (text: string) => void;
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
}

/** Sends rows by COPY, PostgreSQL's fastest way in. */
export function copyIn(client: pg.Client, target: string, rows: Value[][]): Promise<void> {
  const text = rows.map((row) => `${row.map(copyText).join('\t')}\n`).join('');
  return new Promise((resolve, reject) => {
    client.query(
      new CopyIn(`copy ${target} from stdin`, Buffer.from(text), (error) =>
        error ? reject(error) : resolve(),
      ) as unknown as pg.Submittable,
    );
  });
}

function copyText(value: Value): string {
  if (value === null) return '\\N';
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`;
  return String(value).replace(/[\\\t\n\r]/g, (character) => `\\${character}`);
}

/** The part that pg's client expects of a query; it calls the handlers as the server's messages come in. */
class CopyIn {
  readonly #statement: string;
  readonly #body: Buffer;
  readonly #settle: (error?: Error) => void;
  #error: Error | undefined;

  constructor(statement: string, body: Buffer, settle: (error?: Error) => void) {
    this.#statement = statement;
    this.#body = body;
    this.#settle = settle;
  }

  submit(connection: CopyConnection): void {
    connection.query(this.#statement);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.#body);
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.#error = error;
    this.#settle(error);
  }

  handleReadyForQuery(): void {
    if (!this.#error) this.#settle();
  }
}
