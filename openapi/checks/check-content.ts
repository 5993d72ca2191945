import { type MediaPair, matchMediaTypes } from '../diff/match-media-types.ts';
import type { Body } from '../document/bodies.ts';
import type { BodyPlace } from './body-place.ts';
import { mediaTypeFindings } from './check-media-types.ts';
import type { Finding } from './finding.ts';

type Content = Body['content'];

/** The media types of a body on both sides. */
export function contentFindings({ base, revision }: { base: Content; revision: Content }, body: BodyPlace): Finding[] {
  const pairs = matchMediaTypes(base, revision);
  const isDescribed = base.size > 0 && revision.size > 0;
  const staysReadable = pairs.some((sides) => sides.base && sides.revision);
  return pairs.flatMap((sides) => {
    const level = levelInCall(sides, { body, isDescribed, staysReadable });
    return mediaTypeFindings(sides, body).map((finding) => (level ? { ...finding, level } : finding));
  });
}

interface Whole {
  readonly body: BodyPlace;
  readonly isDescribed: boolean;
  readonly staysReadable: boolean;
}

/** The service chooses a media type for what it sends, and receivers read each; undefined where the rule's own level holds. */
function levelInCall({ base, revision }: MediaPair, { body, isDescribed, staysReadable }: Whole): Finding['level'] {
  if (!body.pair.inverted || (base && revision)) return undefined;
  if (body.kind === 'request-body') return base && staysReadable ? 'info' : undefined;
  // Whether an answer needs the body that is now described, or minds one that no longer is, the documents cannot say.
  return isDescribed ? undefined : 'warning';
}
