import { addressOf } from '../document/server-address.ts';
import type { Server } from '../document/servers.ts';

/** Addresses that are written out for one server at most. */
const MOST = 50;

/** Whether all addresses of one server are among those of others, which are written otherwise. */
export function reach(others: Iterable<Server>, server: Server): boolean {
  const addresses = addressesOf(server);
  if (!addresses) return false;
  const among = [...others].map(reacher);
  return addresses.every((address) => among.some((reaches) => reaches(address)));
}

type Reaches = (address: string) => boolean;

function reacher(server: Server): Reaches {
  const addresses = addressesOf(server);
  if (addresses) return (address) => addresses.includes(address);
  const [before = '', after, ...others] = addressOf(server.url).split('{}');
  // With more than one variable that may be anything there is too much to try.
  if (after === undefined || others.length > 0) return () => false;
  return (address) => {
    const value = address.slice(before.length, address.length - after.length);
    return address.startsWith(before) && address.endsWith(after) && value !== '' && !value.includes('/');
  };
}

/** Every address that the values of the variables make; undefined where one may have any value, or there are too many. */
function addressesOf({ url, node }: Server): string[] | undefined {
  let addresses = [''];
  for (const part of url.split(/(\{[^}]*\})/)) {
    const values = part.startsWith('{') ? valuesOf(node, part.slice(1, -1)) : [part];
    if (!values || addresses.length * values.length > MOST) return undefined;
    addresses = addresses.flatMap((before) => values.map((value) => before + value));
  }
  return addresses.map(addressOf);
}

function valuesOf(node: Server['node'], variable: string): string[] | undefined {
  const stated = node.at('variables', variable, 'enum');
  return stated?.items().map(({ value }) => String(value));
}
