export interface Bell {
  ring: () => void;
  /** Hands back what stops listening. */
  listen: (listener: () => void) => () => void;
}

/** Wakes whoever waits for work within this process; in others, a sweep finds it. */
export function createBell(): Bell {
  const listeners = new Set<() => void>();
  return {
    ring: () => {
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
