/** Which form each text of a report has, by the name that it goes by: threats.md rule 18. Pure. */
import type {FormId} from './allowed-fields.ts';

/** `empty`: a sentence, of which nothing is repeated; `absent`: the same, where the field may be missing. */
export type FieldUse = FormId | 'empty' | 'absent';

const NAMES = {
  advisory: ['id'],
  package: ['package', 'tools.name', 'packages.name'],
  version: ['version', 'fixed', 'upgrade', 'fixedVersion', 'packages.before', 'packages.after'],
  purl: ['purl'],
  path: ['file', 'path', 'ignoreFile', 'unusedIgnoreFiles', 'line', 'paths.name', 'named.name'],
  digest: ['digest', 'diffId', 'configDigest', 'bases.before', 'bases.after'],
  commit: ['commit'],
  identity: ['identity'],
  user: ['declared', 'overrides.value'],
  variable: ['variable'],
  reference: ['reference'],
  system: ['system', 'part'],
  image: ['image', 'images', 'images.id', 'images.name'],
  rule: ['rule'],
  check: ['check'],
  word: ['list', 'run', 'runs.id', 'platform', 'vex.status', 'attachments.kind', 'buildCache.kind'],
  date: ['startedAt', 'madeAt', 'published', 'expires', 'updatedAt', 'until'],
  absent: [
    ...['instruction', 'test', 'reason', 'detail', 'url', 'output', 'nextUpdate', 'from', 'job'],
    ...[
      'repository',
      'attempt',
      'sha',
      'workflow.run',
      'step',
      'buildkit',
      'source',
      'vector',
      'text',
    ],
  ],
  empty: [
    ...[
      'message',
      'title',
      'data.reason',
      'data.messages',
      'waived.reason',
      'misses.reason',
      'notLookedAt',
      'uncompared',
    ],
    ...['references', 'about', 'before', 'now', 'request', 'tools', 'builder.name', 'driver'],
    ...['notices.from', 'advisories.title'],
  ],
} as const satisfies Readonly<Record<FieldUse, readonly string[]>>;

/** `package`, or `packages.name` where the name alone could be of several kinds. */
const FIELDS: ReadonlyMap<string, FieldUse> = new Map(
  (Object.keys(NAMES) as FieldUse[]).flatMap((use) =>
    NAMES[use].map((name) => [name, use] as const),
  ),
);

/** What the schema holds to a list of words of ours is not in the table. */
export function fieldUse(parent: string, name: string): FieldUse {
  return FIELDS.get(`${parent}.${name}`) ?? FIELDS.get(name) ?? 'word';
}

/** Whether the table knows it. */
export function isInTable(parent: string, name: string): boolean {
  return FIELDS.has(`${parent}.${name}`) || FIELDS.has(name);
}
