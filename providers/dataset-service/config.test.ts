import { readConfig } from './config.ts';

test('the defaults serve this machine only', () => {
  expect(readConfig({})).toEqual({ host: '127.0.0.1', port: 3001, version: '1.0.0', behaviour: 'normal' });
});

test.each([
  [{ PORT: 'http' }, /PORT must be/],
  [{ PORT: '65536' }, /PORT must be/],
  [{ DATASET_SERVICE_BEHAVIOUR: 'broken' }, /must be one of normal, renamed-field, required-field/],
])('%j stops the start', (env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});
