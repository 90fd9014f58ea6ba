/** What Stryker runs: the unit tests alone, which need no lab. */
import base from './jest.config.js';

export default {
  ...base,
  testPathIgnorePatterns: [
    ...base.testPathIgnorePatterns,
    '/(integration|attacks|e2e|architecture|platform)/',
  ],
};
