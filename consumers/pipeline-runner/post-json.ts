/** A provider said no; `code` is its stable error code, `message` names the fields at fault. */
export class ProviderRefused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Posts JSON and parses the answer; throws `ProviderRefused` for any status of 400 and above. */
export async function postJson<T>(url: string, body: object): Promise<T> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (response.ok) return (await response.json()) as T;
  const { error, message } = (await response.json()) as { error: string; message: string };
  throw new ProviderRefused(response.status, error, message);
}
