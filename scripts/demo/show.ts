import colour from 'picocolors';

/** What a step found, in a few words, and the lines that show more of it. */
export interface Shown {
  says: string;
  lines?: string[];
}

export function chapter(title: string, command?: string): void {
  console.log(`\n${colour.bold(title)}`);
  if (command) console.log(colour.dim(`  $ ${command}`));
}

/** Shows that something runs, then what came of it and how long it took. What `run` throws is passed on. */
export async function step(title: string, run: () => Promise<Shown>): Promise<void> {
  const started = performance.now();
  const stopSpinning = spin(title);
  try {
    const { says, lines = [] } = await run();
    stopSpinning();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`  ${colour.green('✓')} ${title.padEnd(26)} ${says} ${colour.dim(`${seconds} s`)}`);
    for (const line of lines) console.log(`      ${line}`);
  } catch (error) {
    stopSpinning();
    console.log(`  ${colour.red('✗')} ${title}`);
    throw error;
  }
}

/** Only on a terminal: a log file gets one line a step. */
function spin(title: string): () => void {
  if (!process.stdout.isTTY) return () => {};
  const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
  let turn = 0;
  const draw = () => process.stdout.write(`\r\x1b[2K  ${colour.cyan(frames[turn++ % frames.length] ?? '')} ${title}`);
  draw();
  const timer = setInterval(draw, 80);
  return () => {
    clearInterval(timer);
    process.stdout.write('\r\x1b[2K');
  };
}
