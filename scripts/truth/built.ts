/**
 * An awkward Dockerfile as BuildKit itself packs it. Not as estargz: built with Go 1.26, an engine dies of
 * it ("panic: footer buffer = 48, not 51").
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {makeSubject, type Subject} from './subject.ts';
import {run} from './tools.ts';

export const COMPRESSIONS = ['gzip', 'zstd', 'uncompressed'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

export const AWKWARD_DOCKERFILE = [
  'FROM busybox',
  'RUN mkdir -p /a/b/c /opaque/x && echo 1 > /a/b/c/f && ln /a/b/c/f /a/hard && echo z > /opaque/x/y',
  'RUN ln -s /a/b /link && ln -s nowhere /dangling && mkdir -m 1777 /sticky && touch "/name with |<>" && mkfifo /pipe',
  'RUN ln /a/b/c/f /a/second && echo more >> /a/b/c/f',
  'RUN rm -r /opaque && mkdir /opaque && echo new > /opaque/new',
  'RUN rm -r /a/b && echo file > /a/b && chmod 4755 /bin/busybox',
  'RUN rm /a/b && mkdir /a/b && echo back > /a/b/back && rm /link && mkdir /link && echo in > /link/in',
  'RUN chown -h 12:34 /dangling && truncate -s 3000000 /sparse && i=0; while [ $i -lt 120 ]; do d=$d/long; i=$((i+1)); done; mkdir -p $d && echo x > $d/f',
  'RUN touch "$(printf \'/odd-\\377\')"',
  'WORKDIR /app',
  '',
].join('\n');

export async function builtSubject(work: string, compression: Compression): Promise<Subject> {
  const folder = join(work, `built-${compression}`);
  const layout = join(folder, 'layout');
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'Dockerfile'), AWKWARD_DOCKERFILE);
  const packed = `compression=${compression},force-compression=true,oci-mediatypes=true`;
  await run({
    program: 'docker',
    args: [
      ...['buildx', 'build', '--quiet', '--file', join(folder, 'Dockerfile')],
      ...['--output', `type=oci,dest=${layout},tar=false,${packed}`, folder],
    ],
  });
  return makeSubject({name: builtName(compression), layout, work: folder});
}

export function builtName(compression: Compression): string {
  return `built by BuildKit, ${compression}`;
}
