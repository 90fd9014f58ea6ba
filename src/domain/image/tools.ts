/** What a running service does not need and whoever breaks into it is glad of. Pure. */
import {cacheAtPath} from './caches.ts';

export const TOOL_KINDS = ['compiler', 'package manager', 'cache', 'headers', 'shell'] as const;
export type ToolKind = (typeof TOOL_KINDS)[number];

export interface Tool {
  readonly kind: ToolKind;
  readonly name: string;
}

const BIN = '(?:usr/)?(?:local/)?s?bin/';

/** The first that matches a path in the image wins; caches go before. */
const TOOLS: readonly (readonly [ToolKind, string, RegExp])[] = [
  [
    'compiler',
    'gcc',
    new RegExp(
      `^(?:usr/lib/gcc/|usr/libexec/gcc/|${BIN}(?:[\\w-]+-)?(?:gcc|g\\+\\+|cpp|cc|c\\+\\+|cc1)(?:-[\\d.]+)?$)`,
    ),
  ],
  [
    'compiler',
    'binutils',
    new RegExp(`^${BIN}(?:[\\w-]+-)?(?:as|ld|ld\\.(?:bfd|gold)|ar|objdump|objcopy|ranlib|strip)$`),
  ],
  [
    'compiler',
    'clang',
    new RegExp(`^(?:usr/lib/llvm-[\\d.]+/|${BIN}clang(?:\\+\\+)?(?:-[\\d.]+)?$)`),
  ],
  ['compiler', 'make', new RegExp(`^${BIN}(?:g?make|cmake|ninja)$`)],
  ['compiler', 'go', /^usr\/local\/go\//],
  ['compiler', 'rust', /^(?:.*\/)?\.(?:cargo|rustup)\//],
  ['package manager', 'apt', new RegExp(`^(?:usr/lib/apt/|${BIN}apt(?:-\\w+)*$)`)],
  ['package manager', 'apk', new RegExp(`^(?:${BIN}apk$|(?:usr/)?lib/apk/)`)],
  ['package manager', 'rpm', new RegExp(`^${BIN}(?:rpm|dnf\\d?|microdnf|yum)$`)],
  [
    'package manager',
    'pip',
    new RegExp(`^(?:.*/(?:site|dist)-packages/pip(?:-[\\w.]+\\.dist-info)?/|${BIN}pip[\\d.]*$)`),
  ],
  [
    'package manager',
    'npm',
    new RegExp(
      `^(?:usr/(?:local/)?lib/node_modules/(?:npm|corepack)/|${BIN}(?:npm|npx|corepack)$)`,
    ),
  ],
  ['package manager', 'yarn', new RegExp(`^(?:opt/yarn-[^/]+/|${BIN}(?:yarn|pnpm)(?:pkg)?$)`)],
  ['headers', 'headers', /^usr\/(?:local\/)?include\//],
  ['shell', 'shell', new RegExp(`^${BIN}(?:ba|da|z|k|c|tc|fi|a)?sh$`)],
  ['shell', 'busybox', new RegExp(`^${BIN}busybox$`)],
];

export function toolAtPath(path: string): Tool | undefined {
  const cache = cacheAtPath(path);
  if (cache !== undefined) return {kind: 'cache', name: cache.name};
  for (const [kind, name, pattern] of TOOLS) if (pattern.test(path)) return {kind, name};
  return undefined;
}
