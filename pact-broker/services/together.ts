/**
 * The results of what goes on at the same time. Where one fails the others are waited for as well, so that no question is still under
 * way behind an answer.
 */
export async function together<T extends readonly unknown[]>(work: { readonly [K in keyof T]: Promise<T[K]> | T[K] }): Promise<T> {
  await Promise.allSettled(work);
  return (await Promise.all(work)) as unknown as T;
}
