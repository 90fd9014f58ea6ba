/** Who may import whom inside `src`: architecture.md section 4. ESLint and the architecture test hold it. */
export const DIRECTIONS = {
  index: ['platform', 'main'],
  main: ['modes', 'command', 'domain'],
  command: ['domain'],
  modes: ['stages', 'domain'],
  stages: ['clients', 'publishers', 'domain'],
  publishers: ['clients', 'domain'],
  clients: ['domain'],
  inputs: ['domain'],
  /** For types that both sides of an interface name. */
  deps: ['domain'],
  platform: ['domain'],
  domain: [],
};

/**
 * Inside of a room, from the bottom to the top: a folder imports only what is in a line above its own.
 * Files that lie loose in `domain` are the lowest: they import each other alone. In `stages` none lies loose.
 */
export const ORDER = {
  domain: [
    ['text'],
    ['archive', 'environment', 'registry', 'versions', 'dockerfile'],
    ['git', 'github', 'provenance'],
    ['build', 'image'],
    ['context', 'health'],
    ['findings', 'supply'],
    ['examined'],
    ['record'],
    ['compare', 'inputs'],
    ['policy'],
    ['plan'],
    ['report'],
    ['comment', 'keep', 'markdown', 'relay'],
  ],
  stages: [
    ['start', 'cache', 'plan', 'builder'],
    ['build', 'collect'],
    ['read'],
    ['scan'],
    ['keep', 'attribute'],
    ['examine', 'compare'],
    ['gather', 'publish', 'relay'],
  ],
};

/** Types and errors that every room may import; `inputs.ts` for its type. */
export const SHARED = ['errors', 'deps', 'deps-files', 'deps-services', 'inputs'];

/** Modules with effects: platform alone. */
export const EFFECTS = [
  '@actions/*',
  'node:fs',
  'node:fs/*',
  'node:child_process',
  'node:process',
  'node:net',
  'node:http',
  'node:https',
  'execa',
];
