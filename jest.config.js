/** One configuration for the three suites; scripts/test picks them by folder. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testPathIgnorePatterns: ['/fixtures/', '/support/'],
  extensionsToTreatAsEsm: ['.ts', '.yml'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  transform: {
    '\\.ts$': ['ts-jest', {useESM: true, diagnostics: false}],
    '\\.yml$': '<rootDir>/scripts/jest-yaml.cjs',
  },
  testTimeout: 120_000,
};
