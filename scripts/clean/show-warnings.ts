/** Apart from what is printed for programs. A broker of before there were warnings sends none. */
export function showWarnings(warnings: string[] = []): void {
  for (const warning of warnings) console.error(`warning: ${warning}`);
}
