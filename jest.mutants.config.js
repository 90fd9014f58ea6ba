/** What Stryker runs: the unit tests alone, which need no lab. */
import base from './jest.config.js';

export default {
  ...base,
  testPathIgnorePatterns: [
    ...base.testPathIgnorePatterns,
    '__tests__/(integration|attacks|e2e|faults|architecture|platform|scripts)/',
  ],
};
