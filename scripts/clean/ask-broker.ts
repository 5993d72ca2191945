/** Asks a broker and hands back what it answers. Throws with what the broker has against it, in one line. */
export async function askBroker<T>(url: string, body?: object): Promise<T> {
  const accept = { accept: 'application/hal+json' };
  const request = body
    ? { method: 'POST', headers: { ...accept, 'content-type': 'application/json' }, body: JSON.stringify(body) }
    : { headers: accept };
  const answer = await fetch(url, request).catch((error: Error) => {
    throw new Error(`no broker answers at ${new URL(url).origin}: ${causeOf(error)}. --broker-base-url says where it is.`);
  });
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text);
  throw new Error(`the broker answers ${answer.status}: ${refusal(text)}`);
}

const causeOf = ({ message, cause }: Error): string =>
  (cause as Error | undefined)?.message || (cause as { code?: string })?.code || message;

/** The sentences of an answer that refuses. */
function refusal(text: string): string {
  try {
    const { errors, error } = JSON.parse(text);
    return errors ? Object.values(errors).flat().join(' ') : (error.message ?? error);
  } catch {
    return text.slice(0, 200);
  }
}
