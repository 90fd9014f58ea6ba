/**
 * The final tree as BuildKit exports it, which lays the layers over each other as the engine does: listed
 * by GNU tar.
 */
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {differences, listingOf, type Listing} from '../listing.ts';
import type {Finding} from '../row.ts';
import type {Subject} from '../subject.ts';
import {run} from '../tools.ts';

export async function byExport(subject: Subject): Promise<readonly Finding[]> {
  const theirs = await exported(subject);
  const ours = asExported(listingOf(subject));
  const differing = differences(theirs, ours);
  return [
    {figure: 'paths in final tree', theirs: theirs.size, ours: ours.size},
    {figure: 'paths that differ', theirs: differing.length, ours: 0, differing},
  ];
}

/** BuildKit writes each name of a symbolic link as a link of its own. */
function asExported(listing: Listing): Listing {
  return new Map(
    [...listing].map(([path, line]) => [path, line.replace(/^symlink 0 \d+/, 'symlink 0 1')]),
  );
}

async function exported({view, work}: Subject): Promise<Listing> {
  const folder = join(work, 'export');
  await mkdir(folder);
  try {
    await writeFile(join(folder, 'Dockerfile'), 'FROM truth\n');
    const out = join(folder, 'tree.tar');
    await run({
      program: 'docker',
      args: [
        ...['buildx', 'build', '--quiet', '--provenance=false'],
        ...['--build-context', `truth=oci-layout://${view}:truth`],
        ...['--output', `type=tar,dest=${out}`, folder],
      ],
    });
    const args = ['--list', '--verbose', '--numeric-owner', '--quoting-style=c', '--file', out];
    const text = await run({program: 'tar', args, env: {LC_ALL: 'C'}});
    return listed(text.toString('latin1'));
  } finally {
    await rm(folder, {recursive: true});
  }
}

interface Line {
  readonly path: string;
  readonly kind: string;
  readonly size: string;
  readonly attributes: string;
  readonly target: string;
}

const LINE =
  /^(.)(\S{9})\S* +(\d+)\/(\d+) +(\S+) \S+ \S+ ("(?:[^"\\]|\\.)*")(?: (?:->|link to) ("(?:[^"\\]|\\.)*"))?$/;
const KINDS: Readonly<Record<string, string>> = {
  '-': 'file',
  d: 'folder',
  l: 'symlink',
  h: 'hardlink',
};

function parseLine(line: string): Line {
  const [, letter = '', rights = '', uid = '', gid = '', size = '', path, target] =
    LINE.exec(line) ?? unlisted(line);
  const kind = KINDS[letter] ?? 'other';
  const mode = kind === 'symlink' ? 0o777 : modeOf(rights);
  return {
    path: cleaned(unquoted(path)),
    ...{kind, size: kind === 'file' ? size : '0'},
    attributes: `${mode.toString(8)} ${uid} ${gid}`,
    target: unquoted(target),
  };
}

function unlisted(line: string): never {
  throw new Error(`This line of tar is not understood: ${line}`);
}

/** A hard link is told as what it leads to, and all of them with their number. */
function listed(text: string): Listing {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map(parseLine)
    .filter(({path}) => path !== '');
  const byPath = new Map(lines.map((line) => [line.path, line]));
  const led = (line: Line): Line =>
    line.kind === 'hardlink' ? (byPath.get(cleaned(line.target)) ?? line) : line;
  const names = Map.groupBy(lines, led);
  return new Map(
    lines.map((line) => {
      const {kind, size, attributes, target} = led(line);
      const links = names.get(led(line))?.length ?? 1;
      return [line.path, `${kind} ${size} ${links} ${attributes} ${target}`] as const;
    }),
  );
}

function cleaned(path: string): string {
  return path.replace(/^(\.?\/)+/, '').replace(/\/$/, '');
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

/** `"caf\\351"` -> `caf\xe9`: one character a byte. */
function unquoted(text = '""'): string {
  return text
    .slice(1, -1)
    .replace(/\\(\d{3}|.)/g, (_, code: string) =>
      /^\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    );
}

/** `rwsr-x--T` -> 0o5750. */
function modeOf(rights: string): number {
  const bits = Array.from(rights, (letter, at) => (/[rwxst]/.test(letter) ? 0o400 >> at : 0));
  const special = [2, 5, 8].map((at, index) =>
    /[sStT]/.test(rights[at] ?? '') ? 0o4000 >> index : 0,
  );
  return [...bits, ...special].reduce((sum, bit) => sum | bit, 0);
}
