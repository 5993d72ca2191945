/** A provider said no; `code` is its stable error code. */
class ProviderRefused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Fetches and parses JSON; throws `ProviderRefused` for any status of 400 and above. */
export async function readJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  if (response.ok) return (await response.json()) as T;
  const { error, message } = (await response.json()) as { error: string; message: string };
  throw new ProviderRefused(response.status, error, message);
}
