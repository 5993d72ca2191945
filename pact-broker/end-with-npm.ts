const INTERVAL = 250;

/**
 * Has this process end when the shell does that npm started it in: told to end, npm tells that shell, and the shell dies without a
 * word to us. Hands back what ends the watch.
 */
export function endWithNpm(): () => void {
  if (!isNpmsCommand(process.env.npm_lifecycle_script)) return () => {};
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, INTERVAL).unref();
  return () => clearInterval(watch);
}

/** Whether a script of npm starts the broker and waits for it; one that puts it into the background means it to stay. */
export const isNpmsCommand = (script = ''): boolean =>
  /\bconcordat\b|\bpact-broker\/main\.ts\b/.test(script) && !/(^|[^&>])&([^&]|$)/.test(script);
