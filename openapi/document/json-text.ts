import { DocumentError, locationAt } from './document-error.ts';
import { offsetOfMistake } from './json-mistake.ts';

/** Deeper than any document that people write; what is deeper is there to exhaust a stack. */
export const DEEPEST = 2_500;

const QUOTE = 34;
const BACKSLASH = 92;

/** Parses JSON and refuses what `JSON.parse` lets pass silently: a key that is there twice, and nesting without end. */
export function parseJsonText(text: string, file: string): unknown {
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(clean);
  } catch (error) {
    throw syntaxError(error as Error, clean, file);
  }
  refuseDuplicateKeys(clean, file);
  return value;
}

function syntaxError(error: Error, text: string, file: string): DocumentError {
  // What V8 shows of the text around the mistake is cut anywhere, and may run over several lines.
  const reason = error.message.replace(/ in JSON at position .*| at position .*|, (\.{3})?".* is not valid JSON$/s, '');
  return new DocumentError('not-json', `this is not JSON: ${reason}`, locationAt(file, text, offsetOfMistake(error, text)));
}

/** One pass over a text that is known to be JSON. */
function refuseDuplicateKeys(text: string, file: string): void {
  const scopes: (Set<string> | null)[] = [];
  let keys: Set<string> | null = null;
  let expectKey = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (expectKey && keys) {
        const key = text.slice(at + 1, end);
        if (keys.has(key)) throw new DocumentError('duplicate-key', `the key "${key}" is there twice`, locationAt(file, text, at));
        keys.add(key);
        expectKey = false;
      }
      at = end;
    } else if (code === 123 || code === 91) {
      scopes.push(keys);
      keys = code === 123 ? new Set() : null;
      expectKey = code === 123;
      if (scopes.length > DEEPEST) throw new DocumentError('too-deep', `nested deeper than ${DEEPEST} levels`, locationAt(file, text, at));
    } else if (code === 125 || code === 93) {
      keys = scopes.pop() ?? null;
    } else if (code === 44) {
      expectKey = keys !== null;
    }
  }
}

/** The offset of the closing quote of the string that opens at `start`. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0 && escaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function escaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}
