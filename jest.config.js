/** One configuration for all suites; scripts/test picks them by folder. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testPathIgnorePatterns: ['/fixtures/', '/support/'],
  extensionsToTreatAsEsm: ['.ts', '.yml'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  transform: {
    '\\.ts$': '<rootDir>/scripts/jest-typescript.mjs',
    '\\.yml$': '<rootDir>/scripts/jest-yaml.cjs',
  },
  testTimeout: 120_000,
  // A worker keeps the modules of every file that it ran.
  workerIdleMemoryLimit: '2GB',
};
