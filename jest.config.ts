import type { Config } from 'jest';

// Here, because Pact's native code reads the process's environment, not what Jest sets in its own copy.
process.env.PACT_DO_NOT_TRACK = 'true';

/** Tests run as ES modules, straight from TypeScript; types are checked apart, by `npm run types`. */
const config: Config = {
  testEnvironment: 'node',
  // Half of the time tests wait for processes that they started.
  maxWorkers: '100%',
  roots: ['<rootDir>/consumers', '<rootDir>/providers', '<rootDir>/openapi', '<rootDir>/scripts', '<rootDir>/pact-broker'],
  testMatch: ['**/*.test.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  // ts-jest rewrites the .ts of an import to .js; what lies on disk is the .ts.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true }] },
  globalSetup: '<rootDir>/pact-broker/test/global-setup.mjs',
  globalTeardown: '<rootDir>/pact-broker/test/global-teardown.mjs',
  testTimeout: 60_000,
};

export default config;
