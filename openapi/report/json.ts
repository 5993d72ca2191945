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

export const renderJson: Render = (report) => [...jsonPieces(report)].join('');

/** Changes of which the text is made at once. */
const AT_ONCE = 1_000;

/** The same text bit by bit: that of 100,000 changes takes 100 MB. */
export function* jsonPieces(report: Report): Generator<string> {
  const [before, after] = jsonText(reportAsJson({ ...report, changes: [] }), 2).split(/(?<=^\{\n {2}"verdict": "\w+",\n {2}"changes": \[)/);
  yield before!;
  for (let at = 0; at < report.changes.length; at += AT_ONCE) {
    const changes = jsonText({ changes: report.changes.slice(at, at + AT_ONCE).map(changeAsJson) }, 2);
    // Without what stands around the items of the list.
    yield (at > 0 ? ',' : '') + changes.slice('{\n  "changes": ['.length, -'\n  ]\n}'.length);
  }
  yield `${report.changes.length > 0 ? '\n  ' : ''}${after}\n`;
}
