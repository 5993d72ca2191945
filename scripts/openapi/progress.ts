/** Shorter work than this is over before anyone could read about it. */
const QUIET_MS = 400;
const AT_MOST_EVERY_MS = 100;

/** Tells on standard error what long work is at; says nothing when that is not a terminal. */
export function progress(stream: NodeJS.WriteStream = process.stderr) {
  let visible = false;
  let next = performance.now() + QUIET_MS;
  const clear = () => {
    if (visible) stream.write('\r\u001b[K');
    visible = false;
  };
  return {
    /** `large` shows it at once: what follows leaves no time to. */
    phase(text: string, { large = false } = {}) {
      const now = performance.now();
      if (!stream.isTTY || (!large && now < next)) return;
      clear();
      stream.write(`${text}…`);
      visible = true;
      next = now + AT_MOST_EVERY_MS;
    },
    done: clear,
  };
}
