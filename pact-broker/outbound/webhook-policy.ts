import { isIP } from 'node:net';
import { type Address, isInternal, isMetadata, isPublic, isSingle, parseAddress, parseRange, type Range, within } from './addresses.ts';

/** What the operator allows webhooks to do, beside requests to public hosts. */
export interface WebhookPolicy {
  schemes: string[];
  methods: string[];
  hosts: AllowedHosts;
}

export interface AllowedHosts {
  /** Lower-case names, or patterns such as *.example.org. */
  names: string[];
  ranges: Range[];
}

/** Reads a comma-separated list of names, patterns, addresses and CIDR ranges. Throws a sentence. */
export function readAllowedHosts(text: string): AllowedHosts {
  const entries = text
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
  const isRange = (entry: string) => entry.includes('/') || isIP(entry) !== 0;
  return { names: entries.filter((entry) => !isRange(entry)).map(readName), ranges: entries.filter(isRange).map(readRange) };
}

function readName(name: string): string {
  if (!/^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(name) || /(^|\.)(\d+|0x[0-9a-f]*)$/.test(name))
    throw new Error(`${name} is no host name, pattern (*.example.org), address or CIDR range`);
  return name;
}

function readRange(text: string): Range {
  try {
    return parseRange(text);
  } catch {
    throw new Error(`${text} is no CIDR range, such as 10.0.0.0/8`);
  }
}

export function isAllowedName(host: string, { names }: AllowedHosts): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return names.some((allowed) => (allowed.startsWith('*.') ? name.endsWith(allowed.slice(1)) : name === allowed));
}

/** `host` is the name that led there, where one did. */
export function isAllowedAddress(text: string, hosts: AllowedHosts, host?: string): boolean {
  const address = parseAddress(text);
  if (isPublic(address)) return true;
  if (hosts.ranges.some((range) => within(address, range) && mayName(range, address))) return true;
  return host !== undefined && isAllowedName(host, hosts) && isInternal(address);
}

/** A range that happens to hold a metadata address does not mean it; naming it alone does. */
const mayName = (range: Range, address: Address): boolean => !isMetadata(address) || isSingle(range);

/** What the policy has against a request, by part of it. Where a name leads is seen only when it is connected to. */
export function problemsOf({ method, url }: { method: string; url: string }, policy: WebhookPolicy): { method?: string; url?: string } {
  const methodProblem = policy.methods.includes(method.toUpperCase())
    ? undefined
    : `The method ${method} is not allowed by this broker; ${policy.methods.join(', ')} is. CONCORDAT_WEBHOOK_METHODS names what is.`;
  const urlProblem = problemOfUrl(url, policy);
  return { ...(methodProblem ? { method: methodProblem } : {}), ...(urlProblem ? { url: urlProblem } : {}) };
}

function problemOfUrl(url: string, { schemes, hosts }: WebhookPolicy): string | undefined {
  if (!URL.canParse(url)) return 'The url is not an absolute URL.';
  const { protocol, hostname, username, password } = new URL(url);
  const scheme = protocol.slice(0, -1);
  if (!schemes.includes(scheme))
    return `The scheme ${scheme} is not allowed by this broker; ${schemes.join(', ')} is. CONCORDAT_WEBHOOK_SCHEMES names what is.`;
  if (username || password) return 'The url holds a user or a password.';
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) !== 0 && !isAllowedAddress(address, hosts)) return refusedAddress(address);
  return undefined;
}

export const refusedAddress = (address: string, host?: string): string =>
  `${host === undefined ? address : `${host} leads to ${address}, which`} is not a public address, and this broker sends webhooks to those only. ` +
  'CONCORDAT_WEBHOOK_HOSTS names what is allowed beside them.';
