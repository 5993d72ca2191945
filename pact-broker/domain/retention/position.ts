/** How far a walk over all versions has come: versions of one pacticipant follow one another, oldest first. */
export interface Position {
  pacticipantId: number;
  versionId: number;
}

export const BEGINNING: Position = { pacticipantId: 0, versionId: 0 };

export const writePosition = ({ pacticipantId, versionId }: Position): string => `${pacticipantId}-${versionId}`;

/** Undefined where it is no text that `writePosition` wrote. */
export function readPosition(text: unknown): Position | undefined {
  const [, pacticipantId, versionId] = (typeof text === 'string' && /^(\d{1,15})-(\d{1,15})$/.exec(text)) || [];
  return versionId === undefined ? undefined : { pacticipantId: Number(pacticipantId), versionId: Number(versionId) };
}
