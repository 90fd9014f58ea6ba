/**
 * Fetches both archives of a release and its own list of checksums, compares them, and writes the rows
 * of `src/domain/supply/trivy-releases.ts`, which is one line of a shell: `scripts/add-trivy 0.75.0`.
 */
import {createHash} from 'node:crypto';
import {readFile, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import zlib from 'node:zlib';
import {TarReader} from '../src/domain/archive/tar.ts';
import {
  knownVersions,
  compromiseReason,
  type TrivyRelease,
} from '../src/domain/supply/trivy-releases.ts';

const RELEASES = 'https://github.com/aquasecurity/trivy/releases/download';
const PLATFORMS = ['Linux-64bit', 'Linux-ARM64'] as const;
const TABLE = resolve(import.meta.dirname, '../src/domain/supply/trivy-releases.ts');
const END_OF_TABLE = '];\n\n/** Published by attackers';

const [version = '', base = RELEASES, table = TABLE] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version))
  throw new Error('Say which version: scripts/add-trivy 0.75.0');
const malice = compromiseReason(version);
if (malice !== undefined) throw new Error(`${malice}.`);
if (knownVersions().includes(version)) throw new Error(`Trivy ${version} is in the table.`);

const listed = (await fetchBytes(`trivy_${version}_checksums.txt`)).toString('utf8');
const rows = await Promise.all(PLATFORMS.map(rowOf));
const text = await readFile(table, 'utf8');
if (!text.includes(END_OF_TABLE)) throw new Error(`The end of the table is not found in ${table}.`);
await writeFile(table, text.replace(END_OF_TABLE, `${rows.map(source).join('')}${END_OF_TABLE}`));
for (const row of rows)
  console.log(`${row.platform}\n  archive ${row.archive}\n  binary  ${row.binary}`);
console.log(`Written. Make it the default by trivy-version in action.yml, then npm run docs.`);

async function rowOf(platform: (typeof PLATFORMS)[number]): Promise<TrivyRelease> {
  const name = `trivy_${version}_${platform}.tar.gz`;
  const bytes = await fetchBytes(name);
  const archive = sha256(bytes);
  if (!listed.split('\n').includes(`${archive}  ${name}`))
    throw new Error(`${name} has the SHA-256 ${archive}, and its release's list says otherwise.`);
  return {version, platform, archive, binary: sha256(programIn(bytes))};
}

async function fetchBytes(name: string): Promise<Buffer> {
  const url = `${base}/v${version}/${name}`;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers with status ${answer.status}.`);
  return Buffer.from(await answer.arrayBuffer());
}

function programIn(archive: Buffer): Uint8Array {
  let found: Uint8Array | undefined;
  const reader = new TarReader({
    wants: (name) => name === 'trivy',
    onEntry: ({name, content}) => {
      if (name === 'trivy') found = content;
    },
  });
  reader.write(zlib.gunzipSync(archive));
  reader.end();
  if (found === undefined) throw new Error('The archive holds no program trivy.');
  return found;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function source({version: of, platform, archive, binary}: TrivyRelease): string {
  const fields = Object.entries({version: of, platform, archive, binary});
  return `  {\n${fields.map(([key, value]) => `    ${key}: '${value}',\n`).join('')}  },\n`;
}
