import { Refusal, validationProblem } from './problem.ts';
import type { Point } from './types.ts';

/** Detection over a window means nothing when time jumps back, so that is refused at the door. */
export function checkOrder(points: Point[]) {
  const fields = points.flatMap(({ at }, index) => {
    const before = points[index - 1];
    const inOrder = !before || Date.parse(before.at) < Date.parse(at);
    return inOrder ? [] : [{ field: `points[${index}].at`, message: 'must be later than the point before it' }];
  });
  if (fields.length > 0) throw new Refusal(400, validationProblem(fields));
}
