import { UnexpectedOutcome } from './programs.ts';

/** What the broker's own API answers. */
export async function get<Body>(url: string): Promise<Body> {
  const response = await fetch(url, { headers: { accept: 'application/hal+json' } });
  if (!response.ok) throw new UnexpectedOutcome(`GET ${url} answered ${response.status}`, await response.text());
  return (await response.json()) as Body;
}
