import { Source } from './source.ts';

/** Gives the text of another file that a document refers to; throws when there is none, with the reason as its message. */
export type Read = (location: string, from: string) => { file: string; text: string };

/** Gives the other file itself; throws an Error that says why it cannot be read. */
export interface Reader {
  readonly open: (location: string, from: Source) => Source;
  /** Files that were read already, by name. */
  readonly sources: Map<string, Source>;
}

/** Reads and parses each file once, however many references lead to it, also when it cannot be read. */
export function readerOf(read: Read | undefined): Reader {
  const sources = new Map<string, Source>();
  const asked = new Map<string, Source | Error>();
  const load = (location: string, from: Source): Source => {
    if (!read) throw new Error('only references within the document can be followed here');
    const { file, text } = read(location, from.file);
    const source = sources.get(file) ?? new Source(file, text);
    sources.set(file, source);
    return source;
  };
  const open = (location: string, from: Source): Source => {
    const key = `${from.file}\n${location}`;
    const found = asked.get(key) ?? attempt(() => load(location, from));
    asked.set(key, found);
    if (found instanceof Error) throw found;
    return found;
  };
  return { open, sources };
}

function attempt(work: () => Source): Source | Error {
  try {
    return work();
  } catch (error) {
    return error as Error;
  }
}
