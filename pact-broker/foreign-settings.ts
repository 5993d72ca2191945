/** What the official clients and the Pact libraries read; whoever runs them beside the broker has these for a reason. */
const OF_CLIENTS = /^PACT_BROKER_(TOKEN|USERNAME|PASSWORD|HTTP_RETRIES|CAN_I_DEPLOY_\w+|CAN_I_MERGE_\w+|FEATURE|ERROR_ON_UNKNOWN_OPTION)$/;

/** Settings of the reference broker, and what does the same here. */
const INSTEAD: Record<string, string> = {
  ...Object.fromEntries(
    ['URL', 'ADAPTER', 'USERNAME', 'PASSWORD', 'HOST', 'PORT', 'NAME', 'SSLMODE'].map((part) => [
      `DATABASE_${part}`,
      'set DATABASE_URL, postgres://user:password@host/name',
    ]),
  ),
  DATABASE_MAX_CONNECTIONS: 'set CONCORDAT_DATABASE_CONNECTIONS',
  BASE_URL: 'set CONCORDAT_BASE_URL if links should begin with an address; the clients read this one',
  BASE_URLS: 'set CONCORDAT_BASE_URL',
  PORT: 'set CONCORDAT_PORT',
  LOG_LEVEL: 'set CONCORDAT_LOG_LEVEL',
  SHIELDS_IO_BASE_URL: 'set CONCORDAT_SHIELDS_IO_URL',
  ALLOW_DANGEROUS_CONTRACT_MODIFICATION: 'set CONCORDAT_ALLOW_PACT_MODIFICATION',
  USE_FIRST_TAG_AS_BRANCH: 'set CONCORDAT_USE_FIRST_TAG_AS_BRANCH',
  AUTO_DETECT_MAIN_BRANCH: 'set CONCORDAT_AUTO_DETECT_MAIN_BRANCH',
  CREATE_DEPLOYED_VERSIONS_FOR_TAGS: 'set CONCORDAT_CREATE_DEPLOYED_VERSIONS_FOR_TAGS',
  CHECK_FOR_POTENTIAL_DUPLICATE_PACTICIPANT_NAMES: 'set CONCORDAT_CHECK_FOR_POTENTIAL_DUPLICATE_NAMES',
  WEBHOOK_HOST_WHITELIST: 'set CONCORDAT_WEBHOOK_HOSTS, with commas between them',
  WEBHOOK_SCHEME_WHITELIST: 'set CONCORDAT_WEBHOOK_SCHEMES, with commas between them',
  WEBHOOK_HTTP_METHOD_WHITELIST: 'set CONCORDAT_WEBHOOK_METHODS, with commas between them',
  WEBHOOK_RETRY_SCHEDULE: 'set CONCORDAT_WEBHOOK_RETRY_SCHEDULE, with commas between them',
  DATABASE_CLEAN_KEEP_VERSION_SELECTORS: 'set CONCORDAT_CLEAN_KEEP',
  DATABASE_CLEAN_DELETION_LIMIT: 'set CONCORDAT_CLEAN_LIMIT',
  DATABASE_CLEAN_CRON_SCHEDULE: 'set CONCORDAT_CLEAN_EVERY, in minutes',
  DATABASE_CLEAN_ENABLED: 'CONCORDAT_CLEAN_KEEP turns clean-ups on',
  DATABASE_CLEAN_DRY_RUN: 'concordat clean --dry-run shows what would go',
};

const NO_USERS = 'there are no users here: whoever reaches the port may read and write';
const OF_USERS = /^(BASIC_AUTH_|ALLOW_PUBLIC_READ$|PUBLIC_HEARTBEAT$|ENABLE_PUBLIC_BADGE_ACCESS$)/;

export interface ForeignSetting {
  level: 'warn' | 'info';
  line: string;
}

/**
 * A line for each variable that the reference broker would read and this one does not; never with its value. PACT_BROKER_BASE_URL is
 * the clients', too: it is no mistake to have it, only worth a word where links may be meant.
 */
export function findForeignSettings(environment: Record<string, string | undefined>): ForeignSetting[] {
  return Object.keys(environment)
    .filter((variable) => variable.startsWith('PACT_BROKER_') && environment[variable] && !OF_CLIENTS.test(variable))
    .filter((variable) => variable !== 'PACT_BROKER_BASE_URL' || !environment.CONCORDAT_BASE_URL)
    .sort()
    .map((variable) => ({
      level: variable === 'PACT_BROKER_BASE_URL' ? 'info' : 'warn',
      line: `${variable} changes nothing here: ${insteadOf(variable.slice('PACT_BROKER_'.length))}.`,
    }));
}

function insteadOf(name: string): string {
  if (OF_USERS.test(name)) return NO_USERS;
  return INSTEAD[name] ?? 'this broker has no such setting; --help lists those that it has';
}
