import type { Change } from '../checks/change.ts';
import type { Render, Report } from './report.ts';
import { agrees, jsonText } from './words.ts';

/** A change as it leaves in JSON; `base` and `revision` are pointers. */
export function changeAsJson(change: Change) {
  const { id, level, direction, method, path, component, base, revision, message, fingerprint, group, counterExample } = change;
  const told = { id, level, direction, method, path, component, base, revision, message, fingerprint, group };
  return counterExample ? { ...told, counterExample } : told;
}

/** For programs: `{verdict, changes}`; what was ignored, what expired, what the time limit cut off and a second opinion are there only when there is any. */
export function reportAsJson({ verdict, changes, ignored, expired, secondOpinion, leftUndone }: Report) {
  return {
    verdict,
    changes: changes.map(changeAsJson),
    ...(ignored.length > 0
      ? {
          ignored: ignored.map(({ change, by: { reason, expires } }) => ({
            ...changeAsJson(change),
            reason,
            ...(expires ? { expires } : {}),
          })),
        }
      : {}),
    ...(expired.length > 0 ? { expired: expired.map(({ location, ...ignore }) => ({ ...ignore, at: location })) } : {}),
    ...(leftUndone ? { leftUndone } : {}),
    ...(secondOpinion ? { secondOpinion: { ...secondOpinion, agrees: agrees(secondOpinion, verdict) } } : {}),
  };
}

export const renderJson: Render = (report) => `${jsonText(reportAsJson(report), 2)}\n`;
