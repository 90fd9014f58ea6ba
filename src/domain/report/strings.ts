/**
 * Which strings of a report are free text, where secrets are masked, and which identify, and stay as they
 * are: one table, by path (lists have no step of their own, `*` is any name) or by last name alone.
 */
const IDENTITIES = [
  ...['id', 'name', 'version', 'platform', 'digest', 'configDigest', 'diffId', 'purl', 'package'],
  ...[
    'identity',
    'rule',
    'image',
    'images',
    'run',
    'job',
    'file',
    'ignoreFile',
    'unusedIgnoreFiles',
  ],
  ...[
    'fixed',
    'upgrade',
    'fixedVersion',
    'reference',
    'commit',
    'variable',
    'system',
    'part',
    'list',
    'driver',
  ],
  ...[
    'buildkit',
    'madeAt',
    'startedAt',
    'published',
    'expires',
    'until',
    'updatedAt',
    'nextUpdate',
  ],
  ...[
    'repository',
    'attempt',
    'sha',
    'from',
    'source',
    'vector',
    'check',
    'attachments.path',
    'runs.tools.*',
    'runs.request.*',
  ],
  ...['comparison.packages.before', 'comparison.packages.after', 'comparison.bases.before'],
  'comparison.bases.after',
  // Of a fixed list of words.
  ...['verdict', 'state', 'kind', 'level', 'outcome', 'severity', 'status', 'where', 'by', 'key'],
  ...[
    'change',
    'cause',
    'judge',
    'blame',
    'why',
    'upload',
    'mistake',
    'what',
    'failOn',
    'how',
    'when',
  ],
] as const;

const TEXTS = [
  ...[
    'message',
    'messages',
    'reason',
    'output',
    'step',
    'instruction',
    'title',
    'text',
    'url',
    'references',
  ],
  ...[
    'path',
    'line',
    'declared',
    'test',
    'value',
    'notLookedAt',
    'detail',
    'about',
    'before',
    'now',
    'uncompared',
  ],
  // A path, in most cases.
  'comparison.paths.name',
] as const;

const KINDS: ReadonlyMap<string, 'identity' | 'text'> = new Map([
  ...IDENTITIES.map((name) => [name, 'identity'] as const),
  ...TEXTS.map((name) => [name, 'text'] as const),
]);

/** Where names are the document's own. */
const OPEN = ['runs.request', 'runs.tools', 'advisories', 'comparison.violations'];

/** Undefined where the table says nothing. The longest name counts: `comparison.bases.before` before `before`. */
export function stringKind(path: readonly string[]): 'identity' | 'text' | undefined {
  for (let at = Math.max(0, path.length - 3); at < path.length; at += 1) {
    const kind = KINDS.get(path.slice(at).join('.'));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

type Change = (text: string, kind: 'identity' | 'text') => string;

/** The same document with its strings changed; names of properties stay. What nobody knows is text. */
export function mapKinds<T>(document: T, change: Change): T;
export function mapKinds(document: unknown, change: Change): unknown {
  return walk(document, [], change);
}

function isLines(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}

function walk(value: unknown, path: readonly string[], change: Change): unknown {
  if (typeof value === 'string') return change(value, stringKind(path) ?? 'text');
  // A tool may have parted a value by a line end.
  if (isLines(value) && path.at(-1) === 'output')
    return change(value.join('\n'), 'text').split('\n');
  if (Array.isArray(value)) return value.map((item) => walk(item, path, change));
  if (typeof value !== 'object' || value === null) return value;
  const isOpen = OPEN.some((name) => path.slice(-2).join('.') === name || path.join('.') === name);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      walk(item, [...path.slice(-2), isOpen ? '*' : name], change),
    ]),
  );
}
