/** A product whose two images are as large as many are: made of files that compress by half. */
import {mkdir, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {contentOf} from './layouts.ts';

const FOLDERS = 6;
const FILES = 1500;
/** With the base's 80 MB they make 650 MB. */
const BYTES = 63_000;

/** Makes it once; a second call finds it. */
export async function makeProduct(folder: string): Promise<void> {
  if ((await stat(join(folder, 'docker-bake.json')).catch(() => undefined)) !== undefined) return;
  for (const target of ['one', 'two'])
    for (let part = 0; part < FOLDERS; part += 1) await writeFiles(folder, {target, part});
  const copies = Array.from({length: FOLDERS}, (_, part) => `COPY ${part} /srv/${part}`);
  const lines = [
    'FROM debian:bookworm-slim',
    ...copies,
    'USER 10001',
    'HEALTHCHECK CMD ["/bin/ls"]',
  ];
  await writeFile(join(folder, 'Dockerfile'), `${lines.join('\n')}\n`);
  const target = (context: string): object => ({context, dockerfile: '../Dockerfile'});
  const definition = {
    group: {default: {targets: ['one', 'two']}},
    target: {one: target('one'), two: target('two')},
  };
  await writeFile(join(folder, 'docker-bake.json'), JSON.stringify(definition));
}

async function writeFiles(
  folder: string,
  {target, part}: {readonly target: string; readonly part: number},
): Promise<void> {
  const own = join(folder, target, String(part));
  await mkdir(own, {recursive: true});
  for (let file = 0; file < FILES; file += 1) {
    const seed = (target === 'one' ? 1 : 7) * 1_000_003 + part * FILES + file;
    const chunks = contentOf({bytesPerFile: BYTES, noise: 0.45}, seed);
    await writeFile(join(own, `file-${file}.bin`), Buffer.concat([...chunks]));
  }
}
