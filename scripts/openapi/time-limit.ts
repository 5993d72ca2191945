/** Seconds of processor time after which a comparison says what it left undone; the largest public documents take a tenth of it. */
export const TIME_LIMIT = 60;
