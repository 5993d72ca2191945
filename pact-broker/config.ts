import { type BrokerRules, defaultBrokerRules } from './domain/broker-rules.ts';

export interface Config {
  host: string;
  port: number;
  /** The folder of the SQLite files; not used with PostgreSQL. */
  data: string;
  databaseUrl: string | undefined;
  databaseConnections: number;
  /** Begins every link. Without it, links are made from what the client sent as Host or X-Forwarded-*. */
  baseUrl: string | undefined;
  bodyLimit: number;
  /** Where badges are drawn; here, where it is absent. */
  shieldsIoUrl: string | undefined;
  logLevel: string;
  rules: BrokerRules;
}

interface Setting {
  variable: string;
  means: string;
  default: string;
  /** Hands back the configuration's part, or throws a sentence that says what is allowed. */
  read: (text: string) => Partial<Config> | { rules: Partial<BrokerRules> };
}

const rule = (variable: string, name: keyof BrokerRules, means: string): Setting => ({
  variable,
  means,
  default: String(defaultBrokerRules[name]),
  read: (text) => ({ rules: { [name]: flag(text) } }),
});

/** Every setting there is. `--help` prints this table. */
const settings: Setting[] = [
  { variable: 'CONCORDAT_HOST', means: 'address to listen on', default: '127.0.0.1', read: (host) => ({ host }) },
  {
    variable: 'CONCORDAT_PORT',
    means: 'port to listen on; 0 picks a free one',
    default: '9292',
    read: (text) => ({ port: whole(text, 0, 65535) }),
  },
  { variable: 'CONCORDAT_DATA', means: 'folder of the embedded database', default: '.concordat', read: (data) => ({ data }) },
  { variable: 'DATABASE_URL', means: 'PostgreSQL to use instead, postgres://user:password@host/name', default: '', read: readDatabaseUrl },
  {
    variable: 'CONCORDAT_DATABASE_CONNECTIONS',
    means: 'connections to PostgreSQL at the most',
    default: '10',
    read: (text) => ({ databaseConnections: whole(text, 1, 1000) }),
  },
  {
    variable: 'CONCORDAT_BASE_URL',
    means: 'begins every link, for a server behind a proxy',
    default: '',
    read: (text) => ({ baseUrl: readUrl(text) }),
  },
  {
    variable: 'CONCORDAT_SHIELDS_IO_URL',
    means: 'redirects badges there, https://img.shields.io for example, instead of drawing them',
    default: '',
    read: (text) => ({ shieldsIoUrl: readUrl(text) }),
  },
  {
    variable: 'CONCORDAT_BODY_LIMIT',
    means: 'largest request body in bytes',
    default: String(20 * 1024 * 1024),
    read: (text) => ({ bodyLimit: whole(text, 1024, 1024 ** 3) }),
  },
  { variable: 'CONCORDAT_LOG_LEVEL', means: 'fatal, error, warn, info, debug, trace or silent', default: 'info', read: readLogLevel },
  rule('CONCORDAT_USE_FIRST_TAG_AS_BRANCH', 'useFirstTagAsBranch', 'first tag of a new version without a branch names its branch'),
  rule(
    'CONCORDAT_CREATE_DEPLOYED_VERSIONS_FOR_TAGS',
    'createDeployedVersionsForTags',
    'tag named like an environment records a deployment',
  ),
  rule('CONCORDAT_AUTO_DETECT_MAIN_BRANCH', 'autoDetectMainBranch', 'branch main, master or develop becomes the main branch'),
  rule('CONCORDAT_CHECK_FOR_POTENTIAL_DUPLICATE_NAMES', 'checkForPotentialDuplicateNames', 'publishing refuses a name much like another'),
  rule('CONCORDAT_ALLOW_PACT_MODIFICATION', 'allowPactModification', 'published pacts may be replaced'),
];

export class ConfigurationError extends Error {}

/** Reads the settings from environment variables. Throws ConfigurationError, naming each variable that is wrong or unknown. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const config: Record<string, unknown> = {};
  const rules: Partial<BrokerRules> = {};
  for (const setting of settings) {
    const text = environment[setting.variable] || setting.default;
    try {
      const part = setting.read(text);
      if (part.rules) Object.assign(rules, part.rules);
      else Object.assign(config, part);
    } catch (error) {
      problems.push(`${setting.variable}=${text}: ${(error as Error).message}`);
    }
  }
  const known = new Set(settings.map(({ variable }) => variable));
  for (const variable of Object.keys(environment)) {
    if (variable.startsWith('CONCORDAT_') && !known.has(variable))
      problems.push(`${variable}: there is no such setting; --help lists them`);
  }
  if (problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  return { ...config, rules } as Config;
}

export function describeSettings(): string {
  const widest = Math.max(...settings.map(({ variable }) => variable.length));
  return settings.map((s) => `  ${s.variable.padEnd(widest)}  ${s.means}${s.default ? ` (${s.default})` : ''}`).join('\n');
}

function whole(text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) throw new Error(`give a whole number from ${least} to ${most}`);
  return number;
}

function flag(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new Error('give true or false');
  return text === 'true';
}

function readDatabaseUrl(text: string): Partial<Config> {
  if (text && !/^postgres(ql)?:\/\//.test(text))
    throw new Error('give a URL that begins with postgres://, or leave it out for the embedded database');
  return { databaseUrl: text || undefined };
}

function readUrl(text: string): string | undefined {
  if (text && !(URL.canParse(text) && /^https?:/.test(text))) throw new Error('give a URL that begins with http:// or https://');
  return text ? text.replace(/\/+$/, '') : undefined;
}

function readLogLevel(text: string): Partial<Config> {
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
  if (!levels.includes(text)) throw new Error(`give one of ${levels.join(', ')}`);
  return { logLevel: text };
}
