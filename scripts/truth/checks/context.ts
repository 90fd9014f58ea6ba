/** The build context as the engine takes it: `FROM scratch`, `COPY . /`, same folder and ignore file. */
import {copyFile, mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Finding} from '../row.ts';
import {given, type Subject} from '../subject.ts';
import {run} from '../tools.ts';
import {listBlob} from './layers.ts';

export async function byBuildKit({context, report, work}: Subject): Promise<readonly Finding[]> {
  const {folder, ignoreFile} = given(context, 'the context');
  const told = given(report?.context, 'the context');
  // Its folder, whatever this build asks of it: that has rows of its own.
  const ours = told.folder ?? told;
  const beside = join(work, 'context');
  await mkdir(beside);
  try {
    const [dockerfile, out] = [join(beside, 'Dockerfile'), join(beside, 'out.tar')];
    await writeFile(dockerfile, 'FROM scratch\nCOPY . /\n');
    // It goes before any other: what holds for the image holds here, and nothing else does.
    if (ignoreFile === undefined) await writeFile(`${dockerfile}.dockerignore`, '');
    else await copyFile(ignoreFile, `${dockerfile}.dockerignore`);
    const args = ['--quiet', '--file', dockerfile, '--output', `type=tar,dest=${out}`, folder];
    await run({program: 'docker', args: ['buildx', 'build', ...args]});
    const listed = await listBlob(out);
    return [
      {figure: 'context bytes', theirs: listed.bytes, ours: ours.bytes},
      {figure: 'context files', theirs: listed.files, ours: ours.files},
    ];
  } finally {
    await rm(beside, {recursive: true});
  }
}
