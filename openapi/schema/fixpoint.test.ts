import fc from 'fast-check';
import { Fixpoint } from './fixpoint.ts';

/** Each question holds when all (or some) of the questions that it names hold; naming none, `all` holds and `some` does not. */
type System = readonly { readonly kind: 'all' | 'some'; readonly of: readonly number[] }[];

const systems: fc.Arbitrary<System> = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.array(fc.record({ kind: fc.constantFrom('all', 'all', 'some'), of: fc.array(fc.nat(size - 1), { maxLength: 4 }) }), {
    minLength: size,
    maxLength: size,
  }),
);

/** By definition: assume everything, and take back what does not follow until nothing more is taken back. */
function greatest(system: System): boolean[] {
  let answers = system.map(() => true);
  for (;;) {
    const next = system.map(({ kind, of }) => (kind === 'all' ? of.every((at) => answers[at]) : of.some((at) => answers[at])));
    if (next.every((answer, at) => answer === answers[at])) return answers;
    answers = next;
  }
}

const asked = (system: System, fixpoint: Fixpoint, count = { answers: 0 }) => {
  const ask = (at: number): boolean =>
    fixpoint.holds(String(at), () => {
      count.answers++;
      const { kind, of } = system[at]!;
      return kind === 'all' ? of.every(ask) : of.some(ask);
    });
  return ask;
};

test('answers are the greatest fixpoint, in whatever order they are asked', () => {
  fc.assert(
    fc.property(systems, fc.infiniteStream(fc.nat()), (system, order) => {
      const ask = asked(system, new Fixpoint());
      const right = greatest(system);
      const places = [...system.keys()].sort(() => ((order.next().value as number) % 3) - 1);
      for (const at of places) expect([at, ask(at)]).toEqual([at, right[at]]);
    }),
    { numRuns: 2_000 },
  );
});

test('each question is answered at most once more for each question that it asks', () => {
  fc.assert(
    fc.property(systems, (system) => {
      const count = { answers: 0 };
      const ask = asked(system, new Fixpoint(), count);
      for (const at of system.keys()) ask(at);
      expect(count.answers).toBeLessThanOrEqual(system.length + system.reduce((sum, { of }) => sum + of.length, 0));
    }),
  );
});

test('a question that could not be answered is asked anew, and so is what was assumed for it', () => {
  const fixpoint = new Fixpoint();
  let tired = true;
  const ask = (name: string): boolean =>
    fixpoint.holds(name, () => {
      if (name === 'a') return ask('b') && ask('c');
      if (name === 'b') return ask('a');
      if (tired) throw new Error('too large');
      return false;
    });
  expect(() => ask('a')).toThrow('too large');
  tired = false;
  expect([ask('b'), ask('a')]).toEqual([false, false]);
});

test('questions that ask each other without end are answered, however long their chain is', () => {
  const length = 20_000;
  for (const last of [true, false]) {
    const fixpoint = new Fixpoint();
    const ask = (at: number): boolean => fixpoint.holds(String(at), () => (at === length ? last : ask(at + 1) && ask(Math.floor(at / 2))));
    expect([ask(0), ask(length / 2)]).toEqual([last, last]);
  }
});
