import type { Route } from '../documented.ts';
import type { Chance } from './chance.ts';

/** What the names of the document's examples may be exchanged for: few enough that requests are about the same things. */
const VARIANTS: Record<string, string[]> = {
  'Order Web': ['Order Web', 'Order Mobile', 'Order API'],
  'Order API': ['Order API', 'Stock/API', 'Prüfung 100%'],
  '1.0.0': ['1.0.0', '1.1.0', 'a/b c'],
  '0.9.0': ['1.0.0', '1.1.0', '2.0.0'],
  '2.0.0': ['2.0.0', '1.0.0', '2.1.0'],
  main: ['main', 'feat/x'],
  prod: ['prod', 'dev'],
  production: ['production', 'test'],
  // So that one pact has several contents.
  '/orders/1': ['/orders/1', '/orders/2', '/orders/3'],
};

/** Parameters that stand for the same thing as another. */
const SAME: Record<string, string> = {
  otherSha: 'sha',
  otherNumber: 'number',
  environmentUuid: 'environment',
  to: 'tag',
  consumerTag: 'tag',
  providerTag: 'tag',
};

const MOST_KNOWN = 30;
const CI = 'https://ci.example.org';

/** What is known to be there: every address that an answer has led to. */
export class World {
  readonly #routes: Route[];
  readonly #receiver: string;
  readonly #addresses = new Map<string, string[]>();
  readonly #values = new Map<string, string[]>();

  /** `receiver` stands in for the examples' CI server. */
  constructor(routes: Route[], receiver: string) {
    this.#routes = routes;
    this.#receiver = receiver;
  }

  /** Follows the links of an answer, to use them later. */
  learn(value: unknown, origin: string, chance: Chance): void {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      if (key === 'href' && typeof member === 'string' && member.startsWith(origin)) this.#remember(member.slice(origin.length), chance);
      else this.learn(member, origin, chance);
    }
  }

  #remember(address: string, chance: Chance): void {
    const path = address.split('?', 1)[0] as string;
    if (path.includes('{')) return;
    for (const { pattern, path: template } of this.#routes.filter((route) => route.pattern.test(path)).slice(0, 1)) {
      keep(this.#addresses, this.#routes.find((route) => route.pattern === pattern)?.path ?? template, path, chance);
      const parts = path.split('/');
      for (const [index, part] of template.split('/').entries())
        if (part.startsWith('{')) keep(this.#values, part.slice(1, -1), decodeURIComponent(parts[index] as string), chance);
    }
  }

  /** An address of this template, of something that is or may be there. */
  address(template: string, examples: Record<string, string>, chance: Chance): string {
    const known = this.#addresses.get(template) ?? [];
    if (known.length > 0 && chance.in100(75)) return chance.pick(chance.in100(50) ? known.slice(-3) : known);
    const [start, rest] = this.#beginning(template, chance);
    return (
      start +
      rest.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const values = this.#values.get(SAME[name] ?? name) ?? [];
        const value =
          values.length > 0 && chance.in100(60) ? chance.pick(chance.in100(50) ? values.slice(-4) : values) : (examples[name] ?? 'x');
        return encodeURIComponent(value);
      })
    );
  }

  /** An address that is there and that a longer one begins with, and what is left of the template. */
  #beginning(template: string, chance: Chance): [start: string, rest: string] {
    const shorter = [...this.#addresses].filter(([other, known]) => known.length > 0 && template.startsWith(`${other}/`));
    const [longest] = shorter.sort(([a], [b]) => b.length - a.length);
    if (!longest || chance.in100(25)) return ['', template];
    return [chance.pick(longest[1].slice(-3)), template.slice(longest[0].length)];
  }

  /** What was there is not there any more. */
  forget(template: string, path: string): void {
    this.#addresses.set(
      template,
      (this.#addresses.get(template) ?? []).filter((known) => known !== path),
    );
  }

  /** Exchanges the names in an example for others, the same throughout one request; `fixed` has those that are decided. */
  exchange(chance: Chance, fixed: Record<string, string> = {}): (value: unknown) => unknown {
    const chosen = { ...Object.fromEntries(Object.entries(VARIANTS).map(([name, others]) => [name, chance.pick(others)])), ...fixed };
    const exchanged = (value: unknown): unknown => {
      if (typeof value === 'string') return chosen[value] ?? insideBase64(value, exchanged) ?? value.replace(CI, this.#receiver);
      if (Array.isArray(value)) return value.map(exchanged);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, exchanged(member)]));
    };
    return exchanged;
  }

  /** Changed, it might lead to somebody else's server. */
  isFixed = (text: string): boolean => text.startsWith(this.#receiver);
}

function keep(lists: Map<string, string[]>, name: string, value: string, chance: Chance): void {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  // What was seen last stands last.
  const at = list.indexOf(value);
  if (at >= 0) list.splice(at, 1);
  else if (list.length === MOST_KNOWN) list.splice(chance.below(MOST_KNOWN), 1);
  list.push(value);
}

function insideBase64(text: string, exchange: (value: unknown) => unknown): string | undefined {
  if (!/^eyJ/.test(text)) return undefined;
  const inside = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as unknown;
  return Buffer.from(JSON.stringify(exchange(inside))).toString('base64');
}
