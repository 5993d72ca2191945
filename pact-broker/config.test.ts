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
    webhooks: {
      schemes: ['https'],
      methods: ['POST'],
      hosts: { names: [], ranges: [] },
      schedule: [10, 60, 120, 300, 600, 1200],
      secretKeys: [],
    },
  }));

test.each([
  ['CONCORDAT_PORT', 'http', 'whole number from 0 to 65535'],
  ['CONCORDAT_PORT', '70000', 'whole number from 0 to 65535'],
  ['CONCORDAT_PRT', '1', 'no such setting'],
  ['DATABASE_URL', 'mysql://x', 'begins with postgres://'],
  ['CONCORDAT_BASE_URL', 'broker.example.org', 'begins with http'],
  ['CONCORDAT_LOG_LEVEL', 'loud', 'one of fatal'],
  ['CONCORDAT_CREATE_ENVIRONMENTS', 'test,the cloud', 'holds a space'],
  ['CONCORDAT_ALLOW_PACT_MODIFICATION', 'yes', 'true or false'],
  ['CONCORDAT_WEBHOOK_HOSTS', '10.0.0.0/99', 'no CIDR range'],
  ['CONCORDAT_WEBHOOK_SCHEMES', 'https,ftp', 'some of https, http'],
  ['CONCORDAT_WEBHOOK_METHODS', 'BREW', 'some of POST'],
  ['CONCORDAT_WEBHOOK_RETRY_SCHEDULE', '10,soon', 'whole number'],
  ['CONCORDAT_SECRET_KEY', 'short', '32 random bytes'],
  ['CONCORDAT_CLEAN_KEEP', '[{"age":1}]', '"age" is no condition'],
  ['CONCORDAT_CLEAN_KEEP', 'latest', 'not JSON'],
  ['CONCORDAT_CLEAN_EVERY', '0', 'whole number from 1'],
])('%s=%s stops the start', (variable, value, reason) => {
  expect(() => readConfig({ [variable]: value })).toThrow(variable);
  expect(() => readConfig({ [variable]: value })).toThrow(reason);
});

test('every mistake is named at once', () =>
  expect(() => readConfig({ CONCORDAT_PORT: 'x', CONCORDAT_LOG_LEVEL: 'y' })).toThrow(/CONCORDAT_PORT.*CONCORDAT_LOG_LEVEL/s));

test('clean-ups are off until there are rules', () => {
  expect(readConfig({}).retention).toEqual({ rules: undefined, every: 60, limit: 1000 });
  expect(readConfig({ CONCORDAT_CLEAN_KEEP: '[{"max_age":90}]', CONCORDAT_CLEAN_EVERY: '5' }).retention).toEqual({
    rules: [{ rule: { maxAge: 90 }, text: '{"max_age":90}' }],
    every: 5,
    limit: 1000,
  });
});

test('a new broker has environments, unless there are to be none', () => {
  const named = (environment: Record<string, string>) => readConfig(environment).environments.map(({ name }) => name);
  expect(named({})).toEqual(['test', 'production']);
  expect(named({ CONCORDAT_CREATE_ENVIRONMENTS: 'dev, prod' })).toEqual(['dev', 'prod']);
  expect(named({ CONCORDAT_CREATE_ENVIRONMENTS: '' })).toEqual([]);
});

test('a base URL loses its trailing slash', () =>
  expect(readConfig({ CONCORDAT_BASE_URL: 'https://x.org/pact/' }).baseUrl).toBe('https://x.org/pact'));

test('--help names every setting with its default', () => {
  expect(describeSettings()).toContain('CONCORDAT_PORT');
  expect(describeSettings()).toContain('(9292)');
});

test.each(['CONCORDAT_SECRET_KEY', 'DATABASE_URL'])('%s is never repeated, not even when it is wrong', (variable) => {
  const wrong = () => readConfig({ [variable]: 'postgre://broker:hunter2@db/x' });
  expect(wrong).toThrow(variable);
  expect(wrong).not.toThrow('hunter2');
});

test.each([
  ['CONCORDAT_BASE_URL', 'https://ci:hunter2@broker.example.org', 'https://***@broker.example.org: leave out the user'],
  ['CONCORDAT_BASE_URL', 'https://ci:hunter2,= "@broker', 'https://***@broker: leave out'],
  ['CONCORDAT_BASE_URL', 'ci:hunter2@broker.example.org', '***@broker.example.org: give a URL'],
  ['CONCORDAT_SHIELDS_IO_URL', 'https://ci:hunter2@img.shields.io', 'leave out the user'],
  ['CONCORDAT_DATA', 'postgres://ci:hunter2@db/x', 'postgres://***@db/x: give a folder'],
  ['CONCORDAT_WEBHOOK_HOSTS', 'ci.internal,https://ci:hunter2@ci.example.org', '***@ci.example.org'],
])('%s=%s is refused without the password', (variable, value, reason) => {
  const wrong = () => readConfig({ [variable]: value });
  expect(wrong).toThrow(reason);
  expect(wrong).not.toThrow('hunter2');
});

test('what webhooks may do is widened by lists', () => {
  const key = Buffer.alloc(32, 1).toString('base64');
  const { webhooks } = readConfig({
    CONCORDAT_WEBHOOK_HOSTS: 'ci.internal, *.Example.org,10.0.0.0/8',
    CONCORDAT_WEBHOOK_SCHEMES: 'HTTP,https',
    CONCORDAT_WEBHOOK_METHODS: 'post, put',
    CONCORDAT_SECRET_KEY: `${key},${Buffer.alloc(32, 2).toString('base64')}`,
  });
  expect(webhooks).toMatchObject({
    schemes: ['http', 'https'],
    methods: ['POST', 'PUT'],
    hosts: { names: ['ci.internal', '*.example.org'] },
  });
  expect(webhooks.hosts.ranges).toHaveLength(1);
  expect(webhooks.secretKeys.map((secret) => secret.toString('base64'))[0]).toBe(key);
});
