/** The example's four images, as the real command builds and judges them. */
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {reportSchema, type ReportImage} from '../../src/domain/report/schema.ts';
import {given, makeSubject, type BuildContext, type Subject} from './subject.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLE = join(ROOT, 'examples/financehub');

/** Both runs of scripts/demo: what they are called, their flags, and the ending of their Dockerfiles. */
const RUNS = [
  {name: 'today', flags: [], dockerfile: 'Dockerfile'},
  {
    name: 'before',
    flags: ['--files', 'docker-compose.before.yml'],
    dockerfile: 'Dockerfile.before',
  },
] as const;

type Runs = readonly (typeof RUNS)[number]['name'][];

/** @param wanted which of the two; the images of before are large */
export async function* exampleSubjects(
  work: string,
  wanted: Runs = RUNS.map(({name}) => name),
): AsyncGenerator<Subject> {
  for (const {name, flags, dockerfile} of RUNS) {
    if (!wanted.includes(name)) continue;
    const folder = join(work, name);
    await mkdir(folder, {recursive: true});
    for (const {image, layout} of await runPlimsoll(folder, flags)) {
      yield await makeSubject({
        ...{name: `${image.name} ${name}`, layout, report: image},
        work: join(folder, image.name),
        context: contextOf(image.name, dockerfile),
      });
    }
  }
}

function contextOf(app: string, dockerfile: string): BuildContext {
  const folder = join(EXAMPLE, 'apps', app);
  const ignoreFile = [`${dockerfile}.dockerignore`, '.dockerignore']
    .map((file) => join(folder, file))
    .find((file) => existsSync(file));
  return {folder, ignoreFile};
}

interface Judged {
  readonly image: ReportImage;
  readonly layout: string;
}

/** The bundle on the example; its verdict is no matter here. Its layouts stay in the folder given. */
async function runPlimsoll(folder: string, flags: readonly string[]): Promise<readonly Judged[]> {
  const {stdout, stderr} = await new Promise<{stdout: string; stderr: string}>((done, fail) => {
    const child = spawn(
      process.execPath,
      [
        ...[join(ROOT, 'dist/index.js'), '--keep', '--json'],
        ...['--report-dir', join(folder, 'report'), ...flags, EXAMPLE],
      ],
      {env: {...process.env, TMPDIR: folder}, stdio: ['ignore', 'pipe', 'pipe']},
    );
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', fail);
    child.on('close', () => {
      done({stdout, stderr});
    });
  });
  const report = reportSchema.parse(JSON.parse(stdout));
  return report.images.map((image) => {
    const layout = stderr.split('\n').find((line) => line.startsWith(`  ${image.id}  /`));
    return {
      image,
      layout: given(layout, `the layout of ${image.id}`).trim().split(/ {2}/)[1] ?? '',
    };
  });
}
