/** `scripts/add-trivy` against a server that looks like a release; the real one cannot be reached here. */
import {execFile, execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {copyFileSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {folders} from '../support/folders.ts';
import {servers} from '../support/http.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const TABLE = join(ROOT, 'src/domain/supply/trivy-releases.ts');
const folder = folders();
const serve = servers();

function archive(program: string): Buffer {
  const from = folder({trivy: program, LICENSE: 'x'});
  return execFileSync('tar', ['-C', from, '-czf', '-', 'LICENSE', 'trivy']);
}

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

function add(args: readonly string[]): Promise<{readonly ok: boolean; readonly words: string}> {
  return new Promise((done) => {
    execFile(join(ROOT, 'scripts/add-trivy'), [...args], (error, stdout, stderr) => {
      done({ok: error === null, words: stdout + stderr});
    });
  });
}

describe('a new release of Trivy', () => {
  const files = new Map<string, Buffer | string>([
    ['trivy_9.8.7_Linux-64bit.tar.gz', archive('one')],
    ['trivy_9.8.7_Linux-ARM64.tar.gz', archive('two')],
  ]);
  const list = [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');
  const release = (checksums: string) =>
    serve((request, response) => {
      const name = request.url?.replace('/v9.8.7/', '') ?? '';
      const bytes = name.endsWith('checksums.txt') ? checksums : files.get(name);
      response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
    });

  it('is two rows more, with the digests of archive and program', async () => {
    const table = join(folder(), 'table.ts');
    copyFileSync(TABLE, table);
    const {url} = await release(list);
    expect(await add(['9.8.7', url, table])).toMatchObject({ok: true});
    const text = readFileSync(table, 'utf8');
    const row = (platform: string, bytes: Buffer | string, program: string): string =>
      `  {\n    version: '9.8.7',\n    platform: '${platform}',\n    archive: '${sha256(bytes)}',\n    binary: '${sha256(program)}',\n  },\n`;
    const [one = '', two = ''] = files.values();
    expect(text).toContain(`${row('Linux-64bit', one, 'one')}${row('Linux-ARM64', two, 'two')}];`);
    expect(text.replace(/ {2}\{\n {4}version: '9\.8\.7',[^}]+\},\n/g, '')).toBe(
      readFileSync(TABLE, 'utf8'),
    );
  });

  it.each([
    ['an archive that its release does not list', '9.8.7', /its release's list says otherwise/],
    ['a version that attackers published', '0.69.4', /steals credentials/],
    ['one that is there', '0.74.0', /is in the table/],
    ['no version', 'latest', /Say which version/],
  ])('is refused: %s', async (_what, version, words) => {
    const {url} = await release('nothing');
    const {ok, words: said} = await add([version, url, join(folder(), 'none')]);
    expect(ok).toBe(false);
    expect(said).toMatch(words);
  });
});
