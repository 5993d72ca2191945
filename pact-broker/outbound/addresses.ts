import ipaddr from 'ipaddr.js';

export type Address = ipaddr.IPv4 | ipaddr.IPv6;
/** A range of addresses: where it begins, and how many of its bits are fixed. */
export type Range = [Address, number];

/** Where clouds hand out credentials to whoever asks from within. Some lie among public or shared addresses. */
const METADATA = ['169.254.169.254', '169.254.170.2', '168.63.129.16', '100.100.100.200', '192.0.0.192', 'fd00:ec2::254'].map((text) =>
  ipaddr.parse(text),
);
const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3');
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96');

/** An address that says of itself which other one it leads to is taken for that one: IPv4 within IPv6, mapped or translated. */
export function parseAddress(text: string): Address {
  const address = ipaddr.parse(text);
  if (!isIPv6(address)) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  return within(address, NAT64) ? new ipaddr.IPv4(address.toByteArray().slice(12)) : address;
}

/** Throws where it is neither an address nor a range. */
export function parseRange(text: string): Range {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = parseAddress(text);
  return [address, isIPv6(address) ? 128 : 32];
}

export const isMetadata = (address: Address): boolean => METADATA.some((known) => known.toString() === address.toString());

export const within = (address: Address, [start, bits]: Range): boolean => address.kind() === start.kind() && address.match(start, bits);

export const isSingle = ([start, bits]: Range): boolean => bits === (isIPv6(start) ? 128 : 32);

/** Reachable by everyone: none of the ranges that are kept for machines, networks, providers, documentation or tunnels. */
export function isPublic(address: Address): boolean {
  if (isMetadata(address) || address.range() !== 'unicast') return false;
  return !isIPv6(address) || within(address, PUBLIC_IPV6);
}

/** Of a machine or a network of its own; a name that the operator allows may lead there. */
export const isInternal = (address: Address): boolean =>
  !isMetadata(address) && ['loopback', 'private', 'uniqueLocal', 'carrierGradeNat'].includes(address.range());

const isIPv6 = (address: Address): address is ipaddr.IPv6 => address.kind() === 'ipv6';
