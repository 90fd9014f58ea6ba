/**
 * The whole gate of the example over the workflow that people use today, as it is: `docker build` for each
 * image, then per image `trivy image` as a table and as SARIF, one after the other. The build cache is warm
 * and the database is there on both sides; the workflow has no analyses of an earlier run.
 */
import {execFileSync} from 'node:child_process';
import {mkdir, mkdtemp, rm, symlink} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {z} from 'zod';
import {bakeLines, EXAMPLE, gate, keptFolder} from './gate.ts';
import {fromEnv, runCommand, type Row} from './measure.ts';
import {prepareDatabase} from './scan.ts';

const printSchema = z.object({
  target: z.record(
    z.string(),
    z.object({
      context: z.string(),
      contexts: z.record(z.string(), z.string()).optional(),
      secret: z.array(z.object({id: z.string(), src: z.string()})).optional(),
    }),
  ),
});

/** Arguments of `docker build` by target, with what the lab sets for builds with a network. */
function buildArgs(): ReadonlyMap<string, readonly string[]> {
  const args = ['buildx', 'bake', '-f', EXAMPLE.definition, ...bakeLines(), '--print'];
  const text = execFileSync('docker', args, {
    cwd: EXAMPLE.folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const {target} = printSchema.parse(JSON.parse(text));
  return new Map(
    Object.entries(target).map(([name, {context, contexts = {}, secret = []}]) => [
      name,
      [
        ...['build', '--tag', tagOf(name)],
        ...Object.entries(contexts).map(([key, value]) => `--build-context=${key}=${value}`),
        ...secret.map(({id, src}) => `--secret=id=${id},src=${src}`),
        context,
      ],
    ]),
  );
}

function tagOf(name: string): string {
  return `plimsoll-bench-${name}:today`;
}

async function today(database: string, builds: ReturnType<typeof buildArgs>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  try {
    const cache = join(folder, 'cache');
    await mkdir(cache);
    await symlink(join(database, 'db'), join(cache, 'db'));
    for (const args of builds.values())
      await runCommand({program: 'docker', args, cwd: EXAMPLE.folder});
    for (const name of builds.keys())
      for (const format of ['table', 'sarif'])
        await runCommand({
          program: fromEnv('PLIMSOLL_LAB_TRIVY'),
          args: [
            ...['image', '--format', format, '--output', join(folder, `${name}.${format}`)],
            ...['--cache-dir', cache, '--skip-db-update', tagOf(name)],
          ],
        });
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

export function todayRow(): Promise<Row> {
  return rowOf('cold analyses', {limit: 0.7, kept: undefined});
}

export async function secondRunRow(): Promise<Row> {
  return rowOf('second run', {limit: 0.25, kept: await keptFolder()});
}

async function rowOf(
  what: string,
  {limit, kept}: {readonly limit: number; readonly kept: string | undefined},
): Promise<Row> {
  const database = join(fromEnv('PLIMSOLL_LAB_CACHE'), 'bench-database');
  await prepareDatabase(database);
  const builds = buildArgs();
  // Both sides find every step in the cache, and the second run what the first has kept.
  await today(database, builds);
  await gate(EXAMPLE, database, kept);
  return {
    name: `whole gate over the workflow of today, ${what}`,
    ...{limit, runs: 3},
    ours: () => gate(EXAMPLE, database, kept),
    bare: () => today(database, builds),
    end: async () => {
      if (kept !== undefined) await rm(kept, {recursive: true, force: true});
      const tags = [...builds.keys()].map(tagOf);
      await runCommand({program: 'docker', args: ['image', 'rm', ...tags]});
    },
  };
}
