/** The address of a server as it is compared: scheme and host have no case, ports that go without saying and slashes at the end do not count. */
export function addressOf(url: string): string {
  const [, origin = '', path = ''] = /^((?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*)?(.*)$/is.exec(withoutNames(url)) ?? [];
  return `${origin.toLowerCase().replace(/^(https:.*):443$|^(http:.*):80$/, '$1$2')}${tidy(path)}` || '/';
}

/** Scheme and host of an address; nothing where it counts from that of the document. */
export function hostIn(address: string): string {
  return /^(?:[^/?#]+:)?\/\/[^/?#]*/.exec(address)?.[0] ?? '';
}

/** The path in an address, which comes before the paths of the document; without a slash at the end. */
export function pathIn(address: string): string {
  return address.slice(hostIn(address).length).replace(/\/$/, '');
}

/** The names of an address's variables, in order. */
export function variableNames(url: string): string[] {
  return [...url.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
}

const withoutNames = (url: string): string => url.replaceAll(/\{[^}]*\}/g, '{}');

const tidy = (path: string): string =>
  path
    .replace(/^(\.\/)+/, '')
    .replace(/^\.$/, '')
    .replace(/(?<!\/)\/+$/, '');
