import { connect } from 'node:net';

/** A request byte by byte: nothing is checked, completed or encoded. */
export interface RawRequest {
  method: string;
  /** As it stands in the request line. */
  target: string;
  headers: [name: string, value: string][];
  body: Buffer | undefined;
  /** Instead of the true length, where it is to be wrong; null leaves it out. */
  contentLength?: string | null;
  /** The connection is closed in the middle, so that no answer need come. */
  broken?: true;
}

export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
}

const MOST_MILLISECONDS = 10_000;

/** Sends it over a connection of its own. Undefined where the server closed it without a whole answer; throws where nothing happens in time. */
export function sendRaw(server: URL, request: RawRequest): Promise<RawAnswer | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: server.hostname, port: Number(server.port), allowHalfOpen: true });
    const received: Buffer[] = [];
    const tooLong = setTimeout(() => {
      reject(new Error(`no answer within ${MOST_MILLISECONDS} ms`));
      socket.destroy();
    }, MOST_MILLISECONDS);
    const finish = () => {
      clearTimeout(tooLong);
      socket.destroy();
      resolve(readAnswer(Buffer.concat(received), request.method));
    };
    socket.on('data', (chunk) => received.push(chunk));
    socket.on('end', finish);
    // A server that has answered may close while it is still being written to.
    socket.on('error', finish);
    socket.write(bytesOf(server, request));
    if (request.broken) socket.end();
  });
}

export function bytesOf(server: URL, { method, target, headers, body, contentLength }: RawRequest): Buffer {
  const length = contentLength === undefined ? (body ? String(body.length) : undefined) : contentLength;
  const lines = [
    `${method} ${target} HTTP/1.1`,
    `Host: ${server.host}`,
    'Connection: close',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(length === undefined || length === null ? [] : [`Content-Length: ${length}`]),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body ?? Buffer.alloc(0)]);
}

function readAnswer(bytes: Buffer, method: string): RawAnswer | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const status = Number(first.split(' ')[1]);
  const rest = bytes.subarray(end + 4);
  if (status < 200) return readAnswer(rest, method);
  const headers = new Headers(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
  // After it may come the answer to what was taken for another request.
  const length = Number(headers.get('content-length') ?? rest.length);
  if (rest.length < length && method !== 'HEAD') return undefined;
  const body = headers.get('transfer-encoding') === 'chunked' ? unchunked(rest) : rest.subarray(0, length);
  return { status, headers, text: body.toString('utf8') };
}

function unchunked(bytes: Buffer): Buffer {
  const end = bytes.indexOf('\r\n');
  const size = Number.parseInt(bytes.subarray(0, end).toString('latin1'), 16);
  if (end < 0 || !(size > 0)) return Buffer.alloc(0);
  const from = end + 2;
  return Buffer.concat([bytes.subarray(from, from + size), unchunked(bytes.subarray(from + size + 2))]);
}

/** The same as a command line, for people. */
export function asCurl(server: URL, { method, target, headers, body, contentLength }: RawRequest): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const all = [...headers, ...(typeof contentLength === 'string' ? [['Content-Length', contentLength] as const] : [])];
  const options = all.map(([name, value]) => ` -H ${quote(`${name}: ${value}`)}`).join('');
  const url = quote(target.startsWith('/') ? `${server.origin}${target}` : target);
  const line = `curl --path-as-is --globoff -X ${quote(method)}${options} ${url}`;
  if (!body) return line;
  const text = body.toString('utf8');
  const plain = !/\p{Cc}/u.test(text) && Buffer.from(text).equals(body);
  return plain ? `${line} --data-binary ${quote(text)}` : `echo ${body.toString('base64')} | base64 -d | ${line} --data-binary @-`;
}
