import { expect, test } from '@jest/globals';
import { describeSettings } from './config.ts';
import { findForeignSettings } from './foreign-settings.ts';

const told = (variable: string, others: Record<string, string> = {}) => findForeignSettings({ [variable]: 'hunter2', ...others });

test.each([
  ['PACT_BROKER_DATABASE_URL', 'set DATABASE_URL'],
  ['PACT_BROKER_DATABASE_PASSWORD', 'set DATABASE_URL'],
  ['PACT_BROKER_BASIC_AUTH_USERNAME', 'there are no users here'],
  ['PACT_BROKER_PORT', 'set CONCORDAT_PORT'],
  ['PACT_BROKER_WEBHOOK_HOST_WHITELIST', 'set CONCORDAT_WEBHOOK_HOSTS'],
  ['PACT_BROKER_DATABASE_CLEAN_KEEP_VERSION_SELECTORS', 'set CONCORDAT_CLEAN_KEEP'],
  ['PACT_BROKER_SEMVER_FORMATS', 'this broker has no such setting'],
])('%s is told with what there is instead: %s', (variable, instead) =>
  expect(told(variable)).toEqual([
    { level: 'warn', line: expect.stringMatching(new RegExp(`^${variable} changes nothing here: ${instead}`)) },
  ]),
);

test('an address of the clients is mentioned, unless links have one already', () => {
  expect(told('PACT_BROKER_BASE_URL')).toEqual([{ level: 'info', line: expect.stringContaining('the clients read this one') }]);
  expect(told('PACT_BROKER_BASE_URL', { CONCORDAT_BASE_URL: 'https://broker.example.org' })).toEqual([]);
});

test.each(['PACT_BROKER_TOKEN', 'PACT_BROKER_USERNAME', 'PACT_BROKER_PASSWORD', 'PACT_BROKER_CAN_I_DEPLOY_DRY_RUN', 'PATH', 'PACT_URL'])(
  '%s is no business of the broker',
  (variable) => expect(told(variable)).toEqual([]),
);

test('what is empty is not set', () => expect(findForeignSettings({ PACT_BROKER_PORT: '' })).toEqual([]));

test('no line repeats a value, and each names a setting that there is', () => {
  const names = [
    'DATABASE_URL',
    'BASE_URL',
    'BASE_URLS',
    'LOG_LEVEL',
    'SHIELDS_IO_BASE_URL',
    'DATABASE_CLEAN_CRON_SCHEDULE',
    'DATABASE_MAX_CONNECTIONS',
  ];
  const lines = findForeignSettings(Object.fromEntries(names.map((name) => [`PACT_BROKER_${name}`, 'hunter2']))).map(({ line }) => line);
  expect(lines.join('\n')).not.toContain('hunter2');
  const named = lines.flatMap((line) => line.match(/\bCONCORDAT_\w+/g) ?? []);
  expect(named.length).toBeGreaterThan(4);
  for (const setting of named) expect(describeSettings()).toContain(`  ${setting} `);
});
