/** A stored time as the protocol writes it: whole seconds, with an offset. */
export const wireTime = (iso: string): string => `${iso.slice(0, 19)}+00:00`;
