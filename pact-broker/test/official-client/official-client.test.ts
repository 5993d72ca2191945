import { availableParallelism, tmpdir } from 'node:os';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { databases } from '../store.ts';
import { pactBroker } from './client.ts';
import { families } from './families/index.ts';
import { type Played, play, shown } from './play.ts';

/** Commands that set up brokers of other makers. */
const NOT_OF_A_BROKER = ['docker', 'ruby'];

const steps = families.flatMap((family) => family.steps);

describe.each(databases)('the official client against a broker on %s', (database) => {
  const played = new Map<string, Played[]>();
  beforeAll(async () => {
    // Each family has a broker of its own, so they need not wait for each other.
    const waiting = [...families];
    const next = async (): Promise<void> => {
      const family = waiting.shift();
      if (!family) return;
      played.set(family.name, await play(family, database));
      return next();
    };
    await Promise.all(Array.from({ length: availableParallelism() + 1 }, next));
  }, 120_000);

  describe.each(families)('$name', (family) => {
    const titled = family.steps.map((step, index) => ({ ...step, index, title: step.flaw ? `${step.run} (${step.flaw})` : step.run }));
    test.each(titled)('$title', ({ index, exits, prints, leaves }) => {
      const { exitCode, output, left } = (played.get(family.name) as Played[])[index] as Played;
      expect({ exitCode, output }).toMatchObject({ exitCode: exits });
      const seen = shown(output, prints);
      if ('json' in prints) expect(seen).toMatchObject(prints);
      else expect(seen).toEqual(prints);
      if (leaves) expect(left?.body).toMatchObject(leaves[1]);
    });
  });
});

test('every command that it has is among them, with a success and a failure', async () => {
  const { output } = await pactBroker(['--help'], { cwd: tmpdir() });
  const list = output.slice(output.indexOf('Commands:'), output.indexOf('Options:'));
  const commands = [...list.matchAll(/^ {2}([\w-]+) {2}/gm)].map(([, name]) => name as string);
  expect(commands.length).toBeGreaterThan(NOT_OF_A_BROKER.length);
  const of = (command: string) => steps.filter(({ run }) => run.split(' ', 1)[0] === command);
  const tried = (command: string) => of(command).some(({ exits }) => exits === 0) && of(command).some(({ exits }) => exits > 0);
  expect(commands.filter((command) => !tried(command)).toSorted()).toEqual(NOT_OF_A_BROKER);
});
