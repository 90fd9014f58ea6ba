/** Which systems are judged: those that the vulnerability database has a bucket of, and no others. */
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {parse} from 'yaml';
import {z} from 'zod';
import {testDeps} from '../../__tests__/support/deps.ts';
import {writeLayout} from '../../__tests__/support/layouts.ts';
import {planned, supplyOf} from '../../__tests__/support/scan.ts';
import {systemForms, type SystemForm} from '../../__tests__/support/system-forms.ts';
import {isKnown} from '../../src/domain/known.ts';
import {errorMessage} from '../../src/errors.ts';
import {readImage} from '../../src/stages/read/index.ts';
import {scanImage} from '../../src/stages/scan/index.ts';
import {didNotRun, judge, type Finding, type Row} from './row.ts';

const NAME = 'systems';
const DATABASE = new URL('../../lab/trivy-db/advisories.yaml', import.meta.url);
const TOOL = 'the database’s own list';

/** @param wanted parts of names of images; none: all */
export async function* systemRows(work: string, wanted: readonly string[]): AsyncGenerator<Row> {
  if (wanted.length > 0 && !wanted.some((part) => NAME.includes(part))) return;
  const buckets = await bucketsOf(DATABASE);
  const deps = testDeps();
  const supply = supplyOf(deps);
  try {
    for (const form of systemForms()) {
      try {
        yield judge(await finding(form, {buckets, work, deps, supply}), {image: NAME, tool: TOOL});
      } catch (error) {
        yield didNotRun(NAME, 'trivy', `${form.name}: ${errorMessage(error)}`);
      }
    }
  } finally {
    await supply.end();
    await deps.cleanup.run('job');
  }
}

/** What the database was made of. */
async function bucketsOf(list: URL): Promise<ReadonlySet<string>> {
  const schema = z.array(z.looseObject({bucket: z.string()}));
  const sources = schema.parse(parse(await readFile(list, 'utf8')));
  return new Set(sources.map(({bucket}) => bucket));
}

interface Around {
  readonly buckets: ReadonlySet<string>;
  readonly work: string;
  readonly deps: ReturnType<typeof testDeps>;
  readonly supply: ReturnType<typeof supplyOf>;
}

async function finding(
  {name, entries, bucket}: SystemForm,
  {buckets, work, deps, supply}: Around,
): Promise<Finding> {
  const path = await mkdtemp(join(work, 'system-'));
  await writeLayout(path, {layers: [{entries}]});
  const layout = {image: planned(), path};
  const read = await readImage(layout, {spare: join(path, 'spare')}, deps);
  const {facts} = await scanImage({layout, ...read, supply, vex: []}, deps);
  await rm(path, {recursive: true});
  if (!isKnown(facts)) throw new Error(facts.unable);
  const isJudged = (facts.value.gaps ?? []).length === 0;
  return {
    figure: name,
    theirs: bucket !== undefined && buckets.has(bucket) ? 'judged' : 'not judged',
    ours: isJudged ? 'judged' : 'not judged',
  };
}
