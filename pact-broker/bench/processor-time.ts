import { existsSync, readFileSync } from 'node:fs';

const MILLISECONDS_A_TICK = 10;
/** Where the fields for time in the process and in the kernel stand, counted after the name in brackets. */
const [USER, SYSTEM] = [11, 12] as const;

/** Milliseconds of processor time that a process has used; undefined where the system does not tell (only Linux does, here). */
export function processorTime(pid: number): number | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[USER]) + Number(fields[SYSTEM])) * MILLISECONDS_A_TICK;
}
