/** An absolute address without its fragment; undefined when it is none. */
export function addressFrom(location: string, base: string): string | undefined {
  if (!URL.canParse(location, base)) return undefined;
  const url = new URL(location, base);
  url.hash = '';
  return url.href;
}
