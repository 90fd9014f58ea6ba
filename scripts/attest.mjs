// Tells, signed, which workflow run made the files of a folder: node scripts/attest.mjs FOLDER
// Needs GITHUB_TOKEN, and a job with id-token: write and attestations: write. `gh attestation verify` reads it.
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {attestProvenance} from '@actions/attest';

const [folder] = process.argv.slice(2);
const token = process.env.GITHUB_TOKEN ?? '';
if (folder === undefined || token === '') {
  console.error('attest: name a folder, and set GITHUB_TOKEN.');
  process.exit(64);
}

const subjects = readdirSync(folder, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile())
  .map(({parentPath, name}) => join(parentPath, name))
  .map((name) => ({
    name,
    digest: {sha256: createHash('sha256').update(readFileSync(name)).digest('hex')},
  }));
const {attestationID, certificate} = await attestProvenance({subjects, token});
console.log(`Attested ${subjects.length} files: attestation ${attestationID ?? 'without an id'}.`);
if (certificate === '') process.exit(1);
