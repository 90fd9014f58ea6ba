/** Dockerfiles that ask for parts of their context, and what BuildKit moved for each of them. */
import {spawnSync} from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {z} from 'zod';
import {parseProgressLine, Progress} from '../../src/domain/build/progress.ts';
import {parseProvenance} from '../../src/domain/provenance/provenance.ts';
import {isKnown} from '../../src/domain/known.ts';
import {listContexts} from '../../src/stages/plan/contexts.ts';
import {readContext} from '../../src/stages/gather/context.ts';
import {testDeps} from './deps.ts';

/** So large that the sum of some of them tells which, and what the protocol adds does not. */
const UNIT = 20_000;
const FILES = [
  'f',
  'g.txt',
  'sub/a.txt',
  'sub/b.md',
  'sub/deep/c.txt',
  'sup/d',
  'odd [x]',
  'ignored',
  'hard/one',
];
/** Names of one file. */
const HARD_LINKS: readonly (readonly [string, string])[] = [
  ['hard/two', 'hard/one'],
  ['a-third', 'hard/one'],
];
const LINKS: readonly (readonly [string, string])[] = [
  ['link', 'g.txt'],
  ['folder-link', 'sub/deep'],
  ['chain', 'folder-link'],
  ['absolute', '/sup/d'],
  ['sup/up', '../sub/b.md'],
];

export interface ContextForm {
  readonly name: string;
  readonly dockerfile: string;
  /** `NAME=FOLDER`, relative to the context. */
  readonly named?: string;
}

const COPIES = [
  ['one file', 'f'],
  ['two files', 'f g.txt'],
  ['a wildcard', '*.txt'],
  ['a folder', 'sub'],
  ['a folder with dots', './sub/../sup/'],
  ['a wildcard in a folder', 'sub/*.txt'],
  ['a wildcard for a folder', 'su?/'],
  ['a wildcard on the way', 's*/deep'],
  ['a class', '[fg]*'],
  ['an absolute path', '/sub/deep/c.txt'],
  ['everything', '.'],
  ['everything from the root', '/'],
  ['every name', '*'],
  ['a link', 'link'],
  ['a link to a folder', 'folder-link'],
  ['through a link', 'folder-link/c.txt'],
  ['through two links', 'chain/c.txt'],
  ['an absolute link', 'absolute'],
  ['a link that leads up', 'sup/up'],
  ['links by a wildcard', 'l?nk'],
  ['through links by a wildcard', 'folder-l*/c.txt'],
  ['without some', '--exclude=*.md sub'],
  ['on its own layer', '--link f'],
  ['two names of one file', 'hard'],
  ['the second name of one file', 'hard/two'],
  ['names of one file by a wildcard', 'a* hard/o*'],
] as const;

export function contextForms(): readonly ContextForm[] {
  const of = (name: string, ...lines: readonly string[]): ContextForm => ({
    name,
    dockerfile: `${lines.join('\n')}\n`,
  });
  return [
    ...COPIES.map(([name, what]) => of(name, 'FROM scratch', `COPY ${what} /to/`)),
    of('a name with blanks', 'FROM scratch', 'COPY ["odd [[]x]", "/to/"]'),
    of('added', 'FROM scratch', 'ADD sup /'),
    of('nothing', 'FROM scratch', 'WORKDIR /a'),
    of('a text of its own', 'FROM scratch', 'COPY <<EOF /x', 'abc', 'EOF'),
    of('by a variable', 'FROM scratch', 'ARG X=sub', 'COPY $X/deep /'),
    of('several lines', 'FROM scratch', 'COPY f /', 'COPY sup /sup/', 'ADD g.txt /'),
    of('a stage that is not built', 'FROM scratch AS a', 'COPY . /', 'FROM scratch', 'COPY f /'),
    of('a stage before', 'FROM scratch AS a', 'COPY sub /s', 'FROM scratch', 'COPY --from=a /s /'),
    of('mounted', 'FROM busybox', 'RUN --mount=type=bind,source=sub,target=/m ls /m'),
    of('a mounted file', 'FROM busybox', 'RUN --mount=source=f,target=/m cat /m >/dev/null'),
    of('mounted whole', 'FROM busybox', 'COPY f /', 'RUN --mount=type=bind,target=/m ls /m'),
    {
      ...of('a named context', 'FROM scratch', 'COPY --from=lib a.txt /', 'COPY f /'),
      named: 'lib=sub',
    },
    {...of('a whole named context', 'FROM scratch', 'COPY --from=lib . /'), named: 'lib=sub'},
  ];
}

export interface Moved {
  readonly theirs: number;
  readonly ours: number;
  /** What the protocol adds: names, times and rights of each entry, and heads of packets. */
  readonly added: number;
}

const metadataSchema = z.looseObject({'buildx.build.provenance': z.unknown()});

/** @throws {Error} where BuildKit refuses it */
export async function moved({dockerfile, named}: ContextForm): Promise<Moved> {
  // A name of its own: BuildKit keeps what a folder of the same name has sent before.
  const work = mkdtempSync(join(tmpdir(), 'context-form-'));
  const beside = mkdtempSync(join(tmpdir(), 'context-beside-'));
  try {
    makeTree(work);
    writeFileSync(join(beside, 'Dockerfile'), dockerfile);
    const metadata = join(beside, 'metadata.json');
    const [name = '', path = ''] = (named ?? '').split('=');
    const {stderr, status} = spawnSync(
      'docker',
      [
        ...['buildx', 'build', '--progress=rawjson', '--file', join(beside, 'Dockerfile')],
        ...(named === undefined ? [] : ['--build-context', `${name}=${join(work, path)}`]),
        ...[
          '--metadata-file',
          metadata,
          '--output',
          `type=oci,dest=${join(beside, 'o')},tar=false`,
        ],
        work,
      ],
      {encoding: 'utf8', env: {...process.env, ...PROVENANCE}},
    );
    if (status !== 0) throw new Error(stderr.slice(-600));
    const document = metadataSchema.parse(JSON.parse(readFileSync(metadata, 'utf8')));
    const theirs = movedBy(stderr);
    const ours = await toldBytes(document['buildx.build.provenance'], {work, name, path});
    return {theirs, ours, added: theirs - ours};
  } finally {
    for (const folder of [work, beside]) rmSync(folder, {recursive: true});
  }
}

/** More is no protocol's, but another file. */
export function isProtocol({added}: Moved): boolean {
  return added >= 0 && added < UNIT;
}

const PROVENANCE = {BUILDX_METADATA_PROVENANCE: 'max', BUILDX_NO_DEFAULT_ATTESTATIONS: '1'};

function makeTree(work: string): void {
  for (const [index, file] of FILES.entries()) {
    mkdirSync(join(work, dirname(file)), {recursive: true});
    writeFileSync(join(work, file), 'x'.repeat(UNIT * 2 ** index));
  }
  for (const [link, target] of LINKS) symlinkSync(target, join(work, link));
  for (const [link, target] of HARD_LINKS) linkSync(join(work, target), join(work, link));
  writeFileSync(join(work, '.dockerignore'), 'ignored\n');
}

function movedBy(stream: string): number {
  const progress = new Progress();
  for (const line of stream.split('\n')) {
    const event = parseProgressLine(line);
    if (event !== undefined) progress.add(event);
  }
  const isContext = (name: string): boolean => /load (?:build context|from client)$/.test(name);
  return progress
    .steps()
    .filter(({names}) => [...names].some(isContext))
    .reduce((sum, {transferredBytes}) => sum + transferredBytes, 0);
}

async function toldBytes(
  document: unknown,
  {work, name, path}: {readonly work: string; readonly name: string; readonly path: string},
): Promise<number> {
  const provenance = parseProvenance(document, {layers: []});
  // BuildKit tells no steps of an image without layers: it asked for nothing.
  const sends = isKnown(provenance) ? provenance.value.sentPaths : new Map();
  const deps = testDeps();
  const facts = await readContext(
    {
      image: {contextPath: work, namedContexts: name === '' ? {} : {[name]: join(work, path)}},
      ...{sentPaths: sends, contexts: listContexts(deps), repository: work},
    },
    deps,
  );
  if (!isKnown(facts)) throw new Error(facts.unable);
  return facts.value.bytes;
}
