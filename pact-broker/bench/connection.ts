import { connect, type Socket } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** One kept-alive HTTP connection that sends ready-made bytes and reads no more of an answer than its status and length. */
export class Connection {
  readonly #socket: Socket;
  #received: Buffer[] = [];
  #size = 0;
  /** The size of the whole answer; 0 while its head is incomplete. */
  #expected = 0;
  #status = 0;
  #settle: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('connect', () => resolve(new Connection(socket))).once('error', reject);
    });
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => this.#read(bytes as Buffer));
    socket.on('error', (error) => this.#settle?.reject(error));
    socket.on('close', () => this.#settle?.reject(new Error('The server closed the connection')));
  }

  /** Sends a request and hands back the status of the answer, once all of it has come. */
  ask(message: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#socket.write(message);
    });
  }

  close(): void {
    this.#settle = undefined;
    this.#socket.destroy();
  }

  #read(bytes: Buffer): void {
    this.#received.push(bytes);
    this.#size += bytes.length;
    if (this.#expected === 0) this.#readHead();
    if (this.#expected === 0 || this.#size < this.#expected) return;
    const settle = this.#settle;
    const status = this.#status;
    this.#received = [];
    this.#size = 0;
    this.#expected = 0;
    this.#settle = undefined;
    settle?.resolve(status);
  }

  #readHead(): void {
    const all = Buffer.concat(this.#received);
    const end = all.indexOf(END_OF_HEAD);
    if (end < 0) return;
    const head = all.toString('latin1', 0, end);
    this.#status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined && this.#status !== 204) throw new Error(`An answer without a length cannot be timed: ${head}`);
    this.#expected = end + END_OF_HEAD.length + Number(length ?? 0);
  }
}
