import { type LookupAddress, lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { type AllowedHosts, isAllowedAddress, refusedAddress } from './webhook-policy.ts';

/** The name leads only to addresses that are not allowed. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
}

type Resolve = (host: string, callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;
const resolveAll: Resolve = (host, callback) => resolve(host, { all: true, verbatim: true }, callback);

/**
 * Resolves a name when it is connected to and hands on only addresses that are allowed. Checking any earlier would not do:
 * whoever owns the name can have it lead elsewhere a moment later.
 */
export function checkedLookup(hosts: AllowedHosts, resolveName: Resolve = resolveAll): LookupFunction {
  return (host, options, callback) => {
    resolveName(host, (error, addresses) => {
      if (error) return callback(error, []);
      const allowed = addresses.filter(({ address }) => isAllowedAddress(address, hosts, host));
      const [first] = allowed;
      if (!first) return callback(new AddressRefused(refusedAddress(addresses[0]?.address ?? 'nowhere', host)), []);
      return options.all ? callback(null, allowed) : callback(null, first.address, first.family);
    });
  };
}
