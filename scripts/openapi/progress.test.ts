import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { progress } from './progress.ts';

const stream = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream & PassThrough;

test('short work says nothing, large work at once, and what was said is cleared', () => {
  const terminal = stream(true);
  const { phase, done } = progress(terminal);
  phase('small');
  phase('large', { large: true });
  done();
  done();
  expect(terminal.read().toString()).toBe('large…\r\u001b[K');
});

test('many small parts are told now and then, once they take long together', async () => {
  const terminal = stream(true);
  const { phase } = progress(terminal);
  await setTimeout(450);
  for (const part of ['1', '2', '3']) phase(part);
  expect(terminal.read().toString()).toBe('1…');
});

test('a file or pipe is told nothing', () => {
  const file = stream(false);
  progress(file).phase('large', { large: true });
  expect(file.read()).toBeNull();
});
