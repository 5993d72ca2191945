/** Shorter work than this is over before anyone could read about it. */
const QUIET_MS = 400;

/** Tells on standard error what long work is at; says nothing when that is not a terminal. */
export function progress(stream: NodeJS.WriteStream = process.stderr) {
  const start = performance.now();
  let shown = 0;
  const clear = () => {
    if (shown > 0) stream.write('\r\u001b[K');
    shown = 0;
  };
  return {
    /** `large` shows it at once: what follows leaves no time to. */
    phase(text: string, { large = false } = {}) {
      const now = performance.now();
      if (!stream.isTTY || (!large && now - start < QUIET_MS) || (!large && now - shown < 100)) return;
      clear();
      stream.write(`${text}…`);
      shown = now;
    },
    done: clear,
  };
}
