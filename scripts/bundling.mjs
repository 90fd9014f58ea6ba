/** How everything of `src` is bundled, for `dist` and for the programs of the benchmark. */

/** Some CommonJS dependencies call `require` of node's own modules, which an ESM file does not have. */
const banner =
  'import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);';

export const BUNDLING = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  // Wrappers that ask for a loader of their own (UMD) cannot be followed.
  mainFields: ['module', 'main'],
  banner: {js: banner},
};
