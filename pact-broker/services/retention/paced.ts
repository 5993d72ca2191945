import { restAfter, type Work } from '../../domain/retention/pace.ts';
import type { Tenant } from '../tenant.ts';

export interface Timed<T> {
  result: T;
  /** Milliseconds. */
  took: number;
}

/** Works, then rests many times as long, unless it is told to stop. */
export async function paced<T>({ rest }: Tenant, kind: Work, work: () => Promise<T>, signal?: AbortSignal): Promise<Timed<T>> {
  const begin = performance.now();
  const result = await work();
  const took = performance.now() - begin;
  await rest(restAfter(kind, took), signal);
  return { result, took };
}
