import { createHash } from 'node:crypto';
import { canonicalJson, isPlainObject } from './faithful-json.ts';

/** A pact as its consumer's test wrote it. Members that we do not know are kept. */
export type PactContent = Record<string, unknown>;

/** What carries the interactions: `interactions` (all but), `messages` (asynchronous pacts of specification 3). */
const LISTS = ['interactions', 'messages'] as const;

/** Members of an interaction that say something to people and nothing to a verifier. */
const WITHOUT_EFFECT = new Set(['_id', 'comments', 'interactionMarkup', 'key']);

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

/**
 * The identity of a content: 40 hex digits, the same for contents that a verifier cannot tell apart. Order of members and of
 * interactions, names, and tool versions do not count. Source of the rule: the Pact Broker's pact version sha.
 */
export function shaOf(content: PactContent): string {
  const parts = LISTS.map((list) => {
    const entries = content[list];
    return Array.isArray(entries) ? entries.map(verifiableText).sort() : entries;
  });
  return sha1(canonicalJson([...parts, specificationVersion(content)]));
}

/** The pact as it is kept: each interaction carries an `_id` made of what it says, and what the broker adds itself is left out. */
export function toStore(content: PactContent): PactContent {
  const { createdAt: _createdAt, _links, ...kept } = content;
  for (const list of LISTS) {
    const entries = kept[list];
    if (Array.isArray(entries)) kept[list] = entries.map(withId);
  }
  return kept;
}

function withId(entry: unknown): unknown {
  if (!isPlainObject(entry)) return entry;
  const { _id, ...rest } = entry;
  return { _id: sha1(verifiableText(entry)), ...rest };
}

const texts = new WeakMap<object, string>();

/** What a verifier sees of an interaction, canonical. Both the sha and the id are made of it, so it is written once. */
function verifiableText(entry: unknown): string {
  if (!isPlainObject(entry)) return canonicalJson(entry);
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const text = canonicalJson(Object.fromEntries(Object.entries(entry).filter(([name]) => !WITHOUT_EFFECT.has(name))));
  texts.set(entry, text);
  return text;
}

/** '1.1.0' to '4.0', from wherever that specification's libraries wrote it; undefined where none did. */
export function specificationVersion(content: PactContent): string | undefined {
  const metadata = isPlainObject(content.metadata) ? content.metadata : {};
  const named = metadata.pactSpecification ?? metadata['pact-specification'];
  const version = isPlainObject(named) ? named.version : metadata.pactSpecificationVersion;
  return typeof version === 'string' ? version : undefined;
}

/** The name that the content gives its consumer or provider, if it gives one. */
export function nameIn(content: PactContent, role: 'consumer' | 'provider'): string | undefined {
  const participant = content[role];
  return isPlainObject(participant) && typeof participant.name === 'string' ? participant.name : undefined;
}
