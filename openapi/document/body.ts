import type { Node } from './node.ts';

export interface MediaType {
  /** As the document writes it. */
  readonly name: string;
  /** The document does not say it: in Swagger 2.0 media types may be left out. */
  readonly isAssumed?: boolean;
  readonly node: Node;
  readonly schema: Node | undefined;
  /** What one item of a stream is (`itemSchema`, 3.2). */
  readonly itemSchema: Node | undefined;
  /** How the parts of a form are written, by property; what is not stated is not there. */
  readonly encoding: ReadonlyMap<string, Encoding>;
}

/** How one part of a form is written. In Swagger 2.0 it is the parameter of the field. */
export interface Encoding {
  readonly node: Node;
  readonly headers: ReadonlyMap<string, Header>;
}

export interface Body {
  readonly required: boolean;
  readonly node: Node;
  readonly content: ReadonlyMap<string, MediaType>;
}

export interface Header {
  readonly name: string;
  readonly required: boolean;
  readonly node: Node;
  readonly schema: Node | undefined;
  /** The media type, when the value is described by `content`; otherwise it travels as text. */
  readonly mediaType: string | undefined;
}
