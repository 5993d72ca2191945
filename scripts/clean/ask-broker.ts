import { type BrokerAccess, withoutCredentials } from './broker-access.ts';

/** Asks a broker and hands back what it answers. Throws with what is against it, in one line. */
export async function askBroker<T>({ baseUrl, authorization }: BrokerAccess, path: string, body?: object): Promise<T> {
  const headers = {
    accept: 'application/hal+json',
    ...(authorization === undefined ? {} : { authorization }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  // Followed, a redirect would make a GET of a POST, and might take the credentials elsewhere.
  const answer = await fetch(baseUrl + path, { ...request, headers, redirect: 'manual' }).catch((error: Error) => {
    throw new Error(`no broker answers at ${baseUrl}: ${causeOf(error)}. --broker-base-url says where it is.`);
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the broker answers ${answer.status}: ${refusal(answer, text, authorization !== undefined)}`);
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`what answers at ${baseUrl} is no broker: it sends ${answer.headers.get('content-type') ?? 'something'}, and no JSON.`);
  }
}

const causeOf = ({ message, cause }: Error): string =>
  (cause as Error | undefined)?.message || (cause as { code?: string })?.code || message;

/** What an answer that refuses says, and what to do. */
function refusal({ status, headers }: Response, text: string, hasCredentials: boolean): string {
  const location = headers.get('location');
  if (status < 400 && location) return `it is at ${withoutCredentials(location)}; --broker-base-url takes its address`;
  const said = sentences(text);
  if (status !== 401) return said;
  const advice = hasCredentials
    ? 'It does not take these credentials.'
    : 'Give --broker-token, or --broker-username and --broker-password.';
  return `${said} ${advice}`.trim();
}

function sentences(text: string): string {
  try {
    const { errors, error } = JSON.parse(text);
    return errors ? Object.values(errors).flat().join(' ') : (error.message ?? error);
  } catch {
    return text.slice(0, 200);
  }
}
