import { Lines } from './lines.ts';

/** A place in a file, as an editor counts: lines and columns start at 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type DocumentErrorCode =
  | 'not-found'
  | 'not-json'
  | 'not-yaml'
  | 'duplicate-key'
  | 'too-deep'
  | 'too-many-aliases'
  | 'not-openapi'
  | 'unsupported-version'
  | 'not-one-api';

/** A document that cannot be read: says where, and carries a stable `code`. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly code: DocumentErrorCode;
  readonly location: Location;
  /** What is wrong, without the place. */
  readonly reason: string;

  constructor(code: DocumentErrorCode, reason: string, location: Location) {
    // Of what cannot be read at all no line is known: "nothing.yaml:1:1" would send people to look at it.
    super(code === 'not-found' ? `${location.file}: ${reason}` : `${location.file}:${location.line}:${location.column}: ${reason}`);
    this.code = code;
    this.reason = reason;
    this.location = location;
  }

  get file(): string {
    return this.location.file;
  }

  get line(): number {
    return this.location.line;
  }

  get column(): number {
    return this.location.column;
  }
}

/** The location of an offset into a text. */
export function locationAt(file: string, text: string, offset: number): Location {
  return { file, ...new Lines(text).at(offset) };
}
