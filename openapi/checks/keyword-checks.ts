import { unwrapped } from '../diff/unwrap-null.ts';
import type { Schema } from '../schema/schema.ts';
import { checkAnnotations } from './keyword-annotations.ts';
import { checkBounds } from './keyword-bounds.ts';
import type { KeywordFinding } from './keyword-finding.ts';
import { checkObjects } from './keyword-objects.ts';
import { checkStrings } from './keyword-strings.ts';
import { checkStructure } from './keyword-structure.ts';
import { checkTypes } from './keyword-types.ts';
import { checkValues } from './keyword-values.ts';

/** The keywords that say which values there are. */
export function valueFindings(base: Schema, revision: Schema): KeywordFinding[] {
  const [before, after] = unwrapped(base, revision);
  const inner = [checkBounds, checkStrings, checkObjects].flatMap((check) => check(before, after));
  return [checkTypes, checkValues, checkStructure].flatMap((check) => check(base, revision)).concat(inner);
}

/** The keywords that say something about the values beside which there are. */
export const annotationFindings = checkAnnotations;
