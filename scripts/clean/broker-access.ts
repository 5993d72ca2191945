/** Where the broker is, and who asks. */
export interface BrokerAccess {
  /** Without a trailing slash, and without a user or a password. */
  baseUrl: string;
  /** The Authorization header; absent where nobody said who asks. */
  authorization?: string;
}

/** As the official client names them. */
export interface AccessOptions {
  brokerBaseUrl?: string;
  brokerToken?: string;
  brokerUsername?: string;
  brokerPassword?: string;
}

/**
 * Options go before environment variables, those before what the address holds, and a token before a user and a password.
 * Throws with what is wrong, never with a password or a token.
 */
export function readAccess(options: AccessOptions, env: Record<string, string | undefined>): BrokerAccess {
  const url = readUrl(options.brokerBaseUrl ?? (env.PACT_BROKER_BASE_URL || 'http://127.0.0.1:9292'));
  const authorization =
    header(options.brokerToken, options.brokerUsername, options.brokerPassword ?? env.PACT_BROKER_PASSWORD) ??
    header(env.PACT_BROKER_TOKEN, env.PACT_BROKER_USERNAME, options.brokerPassword ?? env.PACT_BROKER_PASSWORD) ??
    header(undefined, decoded(url.username), decoded(url.password));
  const baseUrl = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  return authorization === undefined ? { baseUrl } : { baseUrl, authorization };
}

function header(token: string | undefined, username: string | undefined, password = ''): string | undefined {
  if (token?.trim()) return `Bearer ${readToken(token.trim())}`;
  if (!username) return undefined;
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

function readToken(token: string): string {
  // What a header may not hold, fetch would repeat in its message.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Error('The token holds a space, or a character that no header may have.');
  return token;
}

function readUrl(text: string): URL {
  if (!URL.canParse(text) || !/^https?:/.test(text))
    throw new Error(`${withoutCredentials(text)} is no URL that begins with http:// or https://.`);
  return new URL(text);
}

/** A text that may be an address, with a star for whoever is named in it. */
export const withoutCredentials = (text: string): string => text.replace(/^(\w+:\/\/)?.*@/s, '$1***@');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
