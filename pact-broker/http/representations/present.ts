type Present<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

/** The members that have a value: the protocol leaves out what is not known. */
export const present = <T extends object>(members: T): Present<T> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined)) as Present<T>;
