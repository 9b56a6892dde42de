const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.cjs' },
  modulePathIgnorePatterns: ['<rootDir>/.data/', '<rootDir>/.cache/'],
};

// Against what hangs only: a busy machine is slow, and the large sizes take long.
const PATIENCE_MS = process.env.DESK_TEST_SIZE === 'full' ? 3_600_000 : 180_000;

export default {
  maxWorkers: 2,
  testTimeout: PATIENCE_MS,
  reporters: ['default', '<rootDir>/test/support/closing-line.ts'],
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
    },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
