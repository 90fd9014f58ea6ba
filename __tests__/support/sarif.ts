/** What others say of a SARIF file: Microsoft's multitool with GitHub's rules, and the 2.1.0 schema. */
import {createHash} from 'node:crypto';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import type {Log} from 'sarif';
import {ROOT} from './command.ts';
import {lab} from './lab.ts';

/** Its own limit is below what GitHub takes. */
const LARGE = ['--max-file-size-in-kb', '200000'];

/** Of the schema in the multitool's package, 5.7.0. */
const SCHEMA_SHA256 = '1c49a0f2b60444c71bb14878e21e0d882198eff4c539861b133093ad89ed798c';

/** Makes the multitool; give it `beforeAll`. */
export function bringUpSarif(): void {
  execFileSync('bash', [join(ROOT, 'lab/up'), 'sarif'], {stdio: 'pipe'});
}

/** Errors and warnings of the multitool, one a line; its exit status is always 0. */
export function multitoolComplaints(document: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-sarif-'));
  const [file, out] = [join(folder, 'it.sarif'), join(folder, 'out.sarif')];
  writeFileSync(file, document);
  const args = ['validate', file, '--rule-kind', 'Sarif;Ghas', '--output', out, ...LARGE];
  const said = execFileSync(join(lab().cache, 'bin/sarif'), args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const answer = readFileSync(out, 'utf8');
  rmSync(folder, {recursive: true});
  // A tool that looked at nothing has no complaints either.
  if (!said.includes('1 files scanned') || !answer.includes('"results"'))
    throw new Error(`The multitool looked at nothing: ${said}`);
  return said.split('\n').filter((line) => /: (error|warning) [A-Z]+\d+:/.test(line));
}

let check: ((document: unknown) => readonly string[]) | undefined;

/** What the schema says against it; empty when it holds. */
export function schemaComplaints(document: unknown): readonly string[] {
  check ??= makeCheck();
  return check(document);
}

function makeCheck(): (document: unknown) => readonly string[] {
  const text = readFileSync(join(lab().cache, 'sarif-2.1.0.json'), 'utf8');
  const digest = createHash('sha256').update(text).digest('hex');
  if (digest !== SCHEMA_SHA256) throw new Error(`The schema is another one: ${digest}`);
  const validate = new Ajv2020({strict: false, validateFormats: false}).compile(
    JSON.parse(text) as object,
  );
  return (document) =>
    validate(document)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

export function fingerprintsOf(log: Log): readonly string[] {
  return (log.runs[0]?.results ?? []).map(
    (result) => result.partialFingerprints?.['primaryLocationLineHash'] ?? 'none',
  );
}
