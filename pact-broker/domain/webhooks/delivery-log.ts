import { printable } from '../printable.ts';
import { type Exchange, type OutboundResult, succeeded } from './outbound.ts';
import { redactedHeaders } from './redact.ts';

interface Attempt {
  result: OutboundResult;
  /** ISO 8601. */
  at: string;
  redact: (text: string) => string;
  /** What follows from the outcome, as a sentence. */
  conclusion?: string | undefined;
}

type Level = 'INFO' | 'WARN' | 'ERROR';

export const logLine = (at: string, level: Level, text: string): string => `[${at}] ${level}: ${printable(text)}`;

/** What was sent and answered, line by line, without secrets. */
export function deliveryLog({ result, at, redact, conclusion }: Attempt): string {
  const line = (level: Level, text: string) => logLine(at, level, redact(text));
  const lines = result.exchanges.flatMap((exchange) => exchangeLines(exchange, redact).map((text) => line('INFO', text)));
  if (result.failure !== undefined) lines.push(line('ERROR', result.failure));
  if (conclusion !== undefined) lines.push(line(succeeded(result) ? 'INFO' : 'WARN', conclusion));
  return `${lines.join('\n')}\n`;
}

function exchangeLines({ request, answer }: Exchange, redact: (text: string) => string): string[] {
  const headerLines = (headers: Record<string, string>) =>
    Object.entries(redactedHeaders(headers, redact)).map(([name, value]) => `${name}: ${value}`);
  const sent = [
    `HTTP/1.1 ${request.method} ${request.url}`,
    ...headerLines(request.headers),
    ...(request.body === undefined ? [] : [request.body]),
  ];
  if (!answer) return sent;
  const { status, headers, body, cut } = answer;
  return [
    ...sent,
    `HTTP/1.1 ${status}`,
    ...headerLines(headers),
    ...(body === '' ? [] : [body]),
    ...(cut ? [`(the answer was longer; what is left out was not read)`] : []),
  ];
}
