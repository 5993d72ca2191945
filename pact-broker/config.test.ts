import { expect, test } from '@jest/globals';
import { describeSettings, readConfig } from './config.ts';

test('the defaults are those of the reference broker, on loopback', () =>
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 9292,
    data: '.concordat',
    databaseUrl: undefined,
    bodyLimit: 20 * 1024 * 1024,
    rules: { allowPactModification: false, useFirstTagAsBranch: true },
  }));

test.each([
  ['CONCORDAT_PORT', 'http', 'whole number from 0 to 65535'],
  ['CONCORDAT_PORT', '70000', 'whole number from 0 to 65535'],
  ['CONCORDAT_PRT', '1', 'no such setting'],
  ['DATABASE_URL', 'mysql://x', 'begins with postgres://'],
  ['CONCORDAT_BASE_URL', 'broker.example.org', 'begins with http'],
  ['CONCORDAT_LOG_LEVEL', 'loud', 'one of fatal'],
  ['CONCORDAT_ALLOW_PACT_MODIFICATION', 'yes', 'true or false'],
])('%s=%s stops the start', (variable, value, reason) => {
  expect(() => readConfig({ [variable]: value })).toThrow(variable);
  expect(() => readConfig({ [variable]: value })).toThrow(reason);
});

test('every mistake is named at once', () =>
  expect(() => readConfig({ CONCORDAT_PORT: 'x', CONCORDAT_LOG_LEVEL: 'y' })).toThrow(/CONCORDAT_PORT.*CONCORDAT_LOG_LEVEL/s));

test('a base URL loses its trailing slash', () =>
  expect(readConfig({ CONCORDAT_BASE_URL: 'https://x.org/pact/' }).baseUrl).toBe('https://x.org/pact'));

test('--help names every setting with its default', () => {
  expect(describeSettings()).toContain('CONCORDAT_PORT');
  expect(describeSettings()).toContain('(9292)');
});
