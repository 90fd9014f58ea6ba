/** Every layer's archive as GNU tar lists it. */
import {blobsOf, type Subject} from '../subject.ts';
import type {Finding} from '../row.ts';
import {run} from '../tools.ts';

export interface Listed {
  readonly entries: number;
  readonly files: number;
  readonly bytes: number;
}

/** `-rw-r--r-- 0/0    700 1970-01-01 00:00 ./name`: kind, size (of devices: their number). */
const LINE = /^([-a-zA-Z])\S+ +\S+ +(\d+(?:,\d+)?) /;

/** One entry a line, whatever is in its name. */
export function parseListing(text: string): Listed {
  const lines = text.split('\n').filter((line) => line !== '');
  const files = lines.map((line) => LINE.exec(line) ?? unlisted(line)).filter(isFile);
  const bytes = files.reduce((sum, [, , size]) => sum + Number(size), 0);
  return {entries: lines.length, files: files.length, bytes};
}

function unlisted(line: string): never {
  throw new Error(`This line of tar is not understood: ${line}`);
}

/** Regular and contiguous files; a hard link is `h` and has no bytes of its own. */
function isFile([, kind]: RegExpExecArray): boolean {
  return kind === '-' || kind === 'C';
}

/** By what the blob begins with, as `tar` itself would find out from a file name. */
const UNPACK =
  'case $(head -c 4 "$1" | od -An -tx1 | tr -d " \\n") in 1f8b*) gzip -dc "$1" ;; 28b52ffd) zstd -dc "$1" ;; *) cat "$1" ;; esac';
const LIST = `set -o pipefail; { ${UNPACK}; } | tar --list --verbose --numeric-owner --quoting-style=escape --file -`;

export async function listBlob(path: string): Promise<Listed> {
  const text = await run({program: 'bash', args: ['-c', LIST, 'bash', path], env: {LC_ALL: 'C'}});
  return parseListing(text.toString('latin1'));
}

export async function layerListings(subject: Subject): Promise<readonly Finding[]> {
  const {figures, layers, layout} = subject;
  const listed: Listed[] = [];
  for (const path of await blobsOf(layout, figures.digest)) listed.push(await listBlob(path));
  const sum = (pick: (one: Listed) => number): number =>
    listed.reduce((total, one) => total + pick(one), 0);
  const files = layers.flat().filter(({kind}) => kind === 'file').length;
  const believed = {...BELIEVED, amount: subject.believed ?? 0};
  return [
    {
      figure: 'unpacked bytes',
      theirs: sum(({bytes}) => bytes),
      ours: figures.unpackedBytes,
      explained: [believed],
    },
    ...(believed.amount === 0 ? [eachLayer(listed, figures)] : []),
    {figure: 'files in layers', theirs: sum((one) => one.files), ours: files},
    {
      figure: 'entries in layers',
      theirs: sum((one) => one.entries),
      // To GNU tar a header for the whole archive is none.
      ours: layers.flat().filter(({kind}) => kind !== 'global').length,
    },
  ];
}

function eachLayer(listed: readonly Listed[], {layers}: Subject['figures']): Finding {
  return {
    figure: 'of each layer',
    theirs: listed.map(({bytes}) => bytes).join('+'),
    ours: layers.map(({unpackedBytes}) => unpackedBytes).join('+'),
  };
}

const BELIEVED = {
  name: 'records of no sparse file',
  reason:
    'GNU tar takes the size of a GNU.sparse record even where no map makes the file sparse. Go, and with it ' +
    'every engine, does not: the file has all its bytes there, as with us.',
};
