import type { MediaType } from '../document/bodies.ts';
import { mediaWithin } from '../document/media-type.ts';
import type { Sides } from './pairs.ts';

export interface MediaPair extends Sides<MediaType> {
  /** How the name changed: the revision's is part of the base's (narrower), includes it (wider), or is another spelling. */
  readonly name: 'same' | 'narrower' | 'wider' | 'respelled';
}

/** Media types of both sides: by name, then by what one name includes of the other. */
export function matchMediaTypes(base: ReadonlyMap<string, MediaType>, revision: ReadonlyMap<string, MediaType>): MediaPair[] {
  const pairs: MediaPair[] = [];
  const free = new Map([...revision].filter(([name]) => !base.has(name)));
  for (const [name, mediaType] of base) {
    const exact = revision.get(name);
    if (exact) {
      pairs.push({ base: mediaType, revision: exact, name: 'same' });
      continue;
    }
    const match = bestMatch(name, [...free.values()]) ?? bestMatch(name, [...revision.values()]);
    if (match) free.delete(match.mediaType.name);
    pairs.push({ base: mediaType, revision: match?.mediaType, name: match?.name ?? 'same' });
  }
  for (const mediaType of free.values()) pairs.push({ base: undefined, revision: mediaType, name: 'same' });
  return pairs;
}

function bestMatch(name: string, candidates: readonly MediaType[]): { mediaType: MediaType; name: MediaPair['name'] } | undefined {
  for (const mediaType of candidates) {
    const [narrower, wider] = [mediaWithin(mediaType.name, name), mediaWithin(name, mediaType.name)];
    if (narrower && wider) return { mediaType, name: 'respelled' };
    if (narrower) return { mediaType, name: 'narrower' };
    if (wider) return { mediaType, name: 'wider' };
  }
  return undefined;
}
