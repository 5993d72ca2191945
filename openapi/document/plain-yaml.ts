import type { Event } from 'js-yaml';
import { DEEPEST } from './json-text.ts';
import { fastYamlLibrary } from './yaml-library.ts';
import { isNames, isText, itemSense, type Sense, senseOf } from './yaml-words.ts';

type Scalar = Extract<Event, { valueStart: number }>;

/** Thrown where a text is more than plain YAML, or has a mistake: the other library reads it, or says what is wrong. */
class NotPlain extends Error {}

/**
 * The value of a text in plain YAML, as documents are written: without anchors, aliases, tags, merge keys or several documents.
 * Undefined for any other text.
 */
export function readPlainYaml(text: string): { readonly value: unknown } | undefined {
  const events = eventsOf(text);
  if (!events) return undefined;
  try {
    return { value: new Values(text, events).read() };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** The parser's events of one document; undefined for what is not plain. */
function eventsOf(text: string): readonly Event[] | undefined {
  try {
    const events = fastYamlLibrary().parseEvents(text, { maxDepth: DEEPEST });
    return events.some(isUnusual) ? undefined : events;
  } catch {
    return undefined;
  }
}

function isUnusual(event: Event, index: number): boolean {
  const { ALIAS, DOCUMENT, POP } = fastYamlLibrary().EVENT_ID;
  if (event.type === ALIAS) return true;
  if (event.type === DOCUMENT) return index > 0 || event.directives.length > 0;
  return event.type !== POP && (event.anchorStart >= 0 || event.tagStart >= 0);
}

/** What is read, and around what: its sense, and whether it, or each item of it, is text whatever YAML makes of it. */
interface Aim {
  readonly sense: Sense;
  readonly text?: boolean;
  readonly names?: boolean;
}

const START: Aim = { sense: 'description' };

/** Puts values together from events; goes through them once. */
class Values {
  readonly #library = fastYamlLibrary();
  readonly #text: string;
  readonly #events: readonly Event[];
  #at = 1;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  read(): unknown {
    const { POP } = this.#library.EVENT_ID;
    return this.#events[this.#at]?.type === POP ? null : this.#value(START);
  }

  #value(aim: Aim): unknown {
    const { MAPPING, SCALAR, SEQUENCE } = this.#library.EVENT_ID;
    const event = this.#events[this.#at++];
    if (event?.type === SCALAR) return this.#scalar(event, aim.text === true);
    if (event?.type === MAPPING) return this.#mapping(aim);
    if (event?.type === SEQUENCE) return this.#sequence(aim);
    throw new NotPlain();
  }

  #sequence({ sense, names }: Aim): unknown[] {
    const aim = { sense: itemSense(sense), text: names === true };
    const list: unknown[] = [];
    while (!this.#isOver()) list.push(this.#value(aim));
    return list;
  }

  #mapping({ sense }: Aim): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    while (!this.#isOver()) {
      const name = this.#key();
      if (Object.hasOwn(map, name)) throw new NotPlain();
      const value = this.#value({ sense: senseOf(name, sense), text: isText(name, sense), names: isNames(name, sense) });
      if (name === '__proto__') Object.defineProperty(map, name, { value, enumerable: true, configurable: true, writable: true });
      else map[name] = value;
    }
    return map;
  }

  #key(): string {
    const event = this.#events[this.#at++];
    if (event?.type !== this.#library.EVENT_ID.SCALAR) throw new NotPlain();
    const name = this.#library.getScalarValue(this.#text, event);
    // A key that is empty or merges is read by the library that knows what it means.
    if (event.style === this.#library.SCALAR_STYLE.PLAIN && (name === '' || name === '<<')) throw new NotPlain();
    return name;
  }

  #isOver(): boolean {
    if (this.#events[this.#at]?.type !== this.#library.EVENT_ID.POP) return false;
    this.#at++;
    return true;
  }

  #scalar(event: Scalar, isText: boolean): unknown {
    const source = this.#library.getScalarValue(this.#text, event);
    if (event.style !== this.#library.SCALAR_STYLE.PLAIN || (isText && source !== '')) return source;
    return this.#resolved(source);
  }

  /** What YAML 1.2 makes of a scalar without quotes (its core schema). */
  #resolved(source: string): unknown {
    if (source !== '' && !/^[-+.~\dnNtTfF]/.test(source)) return source;
    const { boolCoreTag, floatCoreTag, intCoreTag, NOT_RESOLVED, nullCoreTag } = this.#library;
    for (const tag of [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag]) {
      const value = tag.resolve(source, false, tag.tagName);
      if (value !== NOT_RESOLVED) return value;
    }
    return source;
  }
}

/** Where something stands in a text that was read as plain YAML: the offset of what keys lead to, or of the deepest part that exists. */
export function plainYamlPlaces(text: string): (keys: readonly string[]) => number {
  const root = new Places(text, eventsOf(text) ?? []).read();
  return (keys) => {
    let place = root;
    let offset = Math.max(0, root.offset);
    for (const key of keys) {
      const next = place.members.get(key);
      if (!next) break;
      place = next;
      // Of what is not there, as after a dash alone, only what is around it has a place.
      if (place.offset >= 0) offset = place.offset;
    }
    return offset;
  };
}

interface Place {
  readonly offset: number;
  readonly members: ReadonlyMap<string, Place>;
}

const NO_MEMBERS: ReadonlyMap<string, Place> = new Map();

/** The places of keys and items, put together from events. */
class Places {
  readonly #library = fastYamlLibrary();
  readonly #text: string;
  readonly #events: readonly Event[];
  #at = 1;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  read(): Place {
    return this.#place();
  }

  /** The place of a value; that of a member is told by its key. */
  #place(keyOffset?: number): Place {
    const { MAPPING, POP, SCALAR, SEQUENCE } = this.#library.EVENT_ID;
    const event = this.#events[this.#at++];
    if (event?.type === SCALAR) return { offset: keyOffset ?? this.#startOf(event), members: NO_MEMBERS };
    if (event?.type !== MAPPING && event?.type !== SEQUENCE) return { offset: 0, members: NO_MEMBERS };
    const members = new Map<string, Place>();
    while (this.#events[this.#at]?.type !== POP) {
      if (event.type === SEQUENCE) members.set(String(members.size), this.#place());
      else {
        const key = this.#events[this.#at++] as Scalar;
        members.set(this.#library.getScalarValue(this.#text, key), this.#place(this.#startOf(key)));
      }
    }
    this.#at++;
    return { offset: keyOffset ?? event.start, members };
  }

  #startOf({ style, valueStart }: Scalar): number {
    const { DOUBLE_QUOTED, SINGLE_QUOTED } = this.#library.SCALAR_STYLE;
    return style === DOUBLE_QUOTED || style === SINGLE_QUOTED ? valueStart - 1 : valueStart;
  }
}
