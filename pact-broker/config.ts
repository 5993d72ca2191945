import { type BrokerRules, defaultBrokerRules } from './domain/broker-rules.ts';
import type { EnvironmentFields } from './domain/environments/environment-fields.ts';
import { readFirstEnvironments } from './domain/environments/first-environments.ts';
import { parseKeepRules } from './domain/retention/keep-rule.ts';
import { defaultRetentionSettings, type RetentionSettings } from './domain/retention/retention-settings.ts';
import { readAllowedHosts } from './outbound/webhook-policy.ts';
import { KEY_BYTES } from './storage/secret-key.ts';
import { defaultWebhookSettings, type WebhookSettings } from './webhooks.ts';

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
  /** What a new store begins with. */
  environments: EnvironmentFields[];
  rules: BrokerRules;
  webhooks: WebhookSettings;
  retention: RetentionSettings;
}

/** Parts of the configuration that several settings make up together. */
const groups = ['rules', 'webhooks', 'retention'] as const;
type Group = (typeof groups)[number];

interface Setting {
  variable: string;
  means: string;
  default: string;
  /** Hands back the configuration's part, or throws a sentence that says what is allowed. */
  read: (text: string) => Omit<Partial<Config>, Group> | { [G in Group]?: Partial<Config[G]> };
  /** Never repeated, not even where it is wrong. */
  secret?: boolean;
  /** An empty text is not the default, but says something. */
  mayBeEmpty?: boolean;
}

const rule = (variable: string, name: keyof BrokerRules, means: string): Setting => ({
  variable,
  means,
  default: String(defaultBrokerRules[name]),
  read: (text) => ({ rules: { [name]: flag(text) } }),
});

function webhook(variable: string, means: string, otherwise: string, read: (text: string) => Partial<WebhookSettings>): Setting {
  return { variable, means, default: otherwise, read: (text) => ({ webhooks: read(text) }) };
}

/** Every setting there is. `--help` prints this table. */
const settings: Setting[] = [
  { variable: 'CONCORDAT_HOST', means: 'address to listen on', default: '127.0.0.1', read: (host) => ({ host }) },
  {
    variable: 'CONCORDAT_PORT',
    means: 'port to listen on; 0 picks a free one',
    default: '9292',
    read: (text) => ({ port: whole(text, 0, 65535) }),
  },
  { variable: 'CONCORDAT_DATA', means: 'folder of the embedded database', default: '.concordat', read: readFolder },
  {
    variable: 'DATABASE_URL',
    means: 'PostgreSQL to use instead, postgres://user:password@host/name',
    default: '',
    read: readDatabaseUrl,
    secret: true,
  },
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
  {
    variable: 'CONCORDAT_CREATE_ENVIRONMENTS',
    means: 'environments of a new broker, with commas between them; set to nothing, there are none',
    default: 'test,production',
    read: (text) => ({ environments: readFirstEnvironments(text) }),
    mayBeEmpty: true,
  },
  rule('CONCORDAT_USE_FIRST_TAG_AS_BRANCH', 'useFirstTagAsBranch', 'first tag of a new version without a branch names its branch'),
  rule(
    'CONCORDAT_CREATE_DEPLOYED_VERSIONS_FOR_TAGS',
    'createDeployedVersionsForTags',
    'tag put on a version and named like an environment records a deployment, other than one that comes with publishing',
  ),
  rule('CONCORDAT_AUTO_DETECT_MAIN_BRANCH', 'autoDetectMainBranch', 'branch main, master or develop becomes the main branch'),
  rule('CONCORDAT_CHECK_FOR_POTENTIAL_DUPLICATE_NAMES', 'checkForPotentialDuplicateNames', 'publishing refuses a name much like another'),
  rule('CONCORDAT_ALLOW_PACT_MODIFICATION', 'allowPactModification', 'published pacts may be replaced and merged'),
  webhook(
    'CONCORDAT_WEBHOOK_HOSTS',
    'hosts webhooks may reach beside public ones: names, *.example.org, addresses, CIDR ranges',
    '',
    (text) => ({
      hosts: readAllowedHosts(text),
    }),
  ),
  webhook('CONCORDAT_WEBHOOK_SCHEMES', 'schemes of webhooks: https, http', defaultWebhookSettings.schemes.join(','), (text) => ({
    schemes: listOf(text.toLowerCase(), ['https', 'http']),
  })),
  webhook('CONCORDAT_WEBHOOK_METHODS', 'methods of webhooks', defaultWebhookSettings.methods.join(','), (text) => ({
    methods: listOf(text.toUpperCase(), ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD', 'OPTIONS']),
  })),
  webhook('CONCORDAT_WEBHOOK_TIMEOUT', 'seconds that one attempt may take', String(defaultWebhookSettings.timeout), (text) => ({
    timeout: whole(text, 1, 300),
  })),
  webhook('CONCORDAT_WEBHOOK_DELAY', 'seconds before the first attempt', String(defaultWebhookSettings.delay), (text) => ({
    delay: whole(text, 0, 3600),
  })),
  webhook('CONCORDAT_WEBHOOK_RETRY_SCHEDULE', 'seconds before each further attempt', defaultWebhookSettings.schedule.join(','), (text) => ({
    schedule: text.split(',').map((seconds) => whole(seconds.trim(), 0, 604_800)),
  })),
  {
    variable: 'CONCORDAT_CLEAN_KEEP',
    means: 'which versions clean-ups keep, a JSON list of rules as [{"max_age":90}]; without it, there are none',
    default: '',
    read: (text) => ({ retention: { rules: readRules(text) } }),
  },
  {
    variable: 'CONCORDAT_CLEAN_EVERY',
    means: 'minutes from one clean-up to the next',
    default: String(defaultRetentionSettings.every),
    read: (text) => ({ retention: { every: whole(text, 1, 44_640) } }),
  },
  {
    variable: 'CONCORDAT_CLEAN_LIMIT',
    means: 'versions that one clean-up deletes at the most',
    default: String(defaultRetentionSettings.limit),
    read: (text) => ({ retention: { limit: whole(text, 1, 100_000) } }),
  },
  {
    ...webhook('CONCORDAT_SECRET_KEY', 'encrypts the secrets of webhooks: 32 bytes in base64; older keys after commas', '', (text) => ({
      secretKeys: text === '' ? [] : text.split(',').map(readKey),
    })),
    secret: true,
  },
];

export class ConfigurationError extends Error {}

/** Reads the settings from environment variables. Throws ConfigurationError, naming each variable that is wrong or unknown. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const config: Record<string, unknown> = Object.fromEntries(groups.map((group) => [group, {}]));
  for (const setting of settings) {
    const given = environment[setting.variable];
    const text = setting.mayBeEmpty ? (given ?? setting.default) : given || setting.default;
    try {
      for (const [name, value] of Object.entries(setting.read(text)))
        config[name] = groups.includes(name as Group) ? { ...(config[name] as object), ...value } : value;
    } catch (error) {
      const shown = setting.secret ? '' : `=${withoutCredentials(text)}`;
      problems.push(`${setting.variable}${shown}: ${withoutCredentials((error as Error).message)}`);
    }
  }
  const known = new Set(settings.map(({ variable }) => variable));
  for (const variable of Object.keys(environment)) {
    if (variable.startsWith('CONCORDAT_') && !known.has(variable))
      problems.push(`${variable}: there is no such setting; --help lists them`);
  }
  if (problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  return config as unknown as Config;
}

export function describeSettings(): string {
  const widest = Math.max(...settings.map(({ variable }) => variable.length));
  return settings.map((s) => `  ${s.variable.padEnd(widest)}  ${s.means}${s.default ? ` (${s.default})` : ''}`).join('\n');
}

/** What is wrong may be an address with a user and a password, which may hold anything. */
const withoutCredentials = (text: string): string => text.replace(/^(\w+:\/\/)?.*@/s, '$1***@');

function whole(text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) throw new Error(`give a whole number from ${least} to ${most}`);
  return number;
}

function flag(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new Error('give true or false');
  return text === 'true';
}

function listOf(text: string, known: string[]): string[] {
  const items = text.split(',').map((item) => item.trim());
  for (const item of items) if (!known.includes(item)) throw new Error(`give some of ${known.join(', ')}, with commas between them`);
  return items;
}

function readRules(json: string): RetentionSettings['rules'] {
  if (json === '') return undefined;
  const { rules, problems } = parseKeepRules(json);
  if (problems.length > 0) throw new Error(problems.join(' '));
  return rules;
}

function readKey(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES)
    throw new Error(`give ${KEY_BYTES} random bytes in base64, as openssl rand -base64 ${KEY_BYTES} prints them`);
  return key;
}

function readDatabaseUrl(text: string): Partial<Config> {
  if (text && !/^postgres(ql)?:\/\//.test(text))
    throw new Error('give a URL that begins with postgres://, or leave it out for the embedded database');
  return { databaseUrl: text || undefined };
}

function readFolder(text: string): Partial<Config> {
  if (/^\w+:\/\//.test(text)) throw new Error('give a folder; the address of a PostgreSQL is for DATABASE_URL');
  return { data: text };
}

function readUrl(text: string): string | undefined {
  if (text && !(URL.canParse(text) && /^https?:/.test(text))) throw new Error('give a URL that begins with http:// or https://');
  if (text && (new URL(text).username || new URL(text).password))
    throw new Error('leave out the user and the password: every link would show them');
  return text ? text.replace(/\/+$/, '') : undefined;
}

function readLogLevel(text: string): Partial<Config> {
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
  if (!levels.includes(text)) throw new Error(`give one of ${levels.join(', ')}`);
  return { logLevel: text };
}
