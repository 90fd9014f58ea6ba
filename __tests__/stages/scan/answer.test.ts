/** Answers of the scanner that are kept: only the very same question gets one. */
import {existsSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import type {Deps} from '../../../src/deps.ts';
import {VULNERABILITIES} from '../../../src/domain/registry/databases.ts';
import {
  keepAnswer,
  questionHash,
  takeAnswer,
  type ScanQuestion,
} from '../../../src/stages/scan/kept-answer.ts';
import type {Database} from '../../../src/stages/scan/database.ts';
import {testDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';

const folder = folders();
const ANSWER = '{"SchemaVersion":2}';
const DATABASE: Database = {
  ...{kind: VULNERABILITIES, folder: '/nowhere', dates: {}, from: 'a registry'},
  digest: 'sha256:1',
};
const QUESTION: ScanQuestion = {program: 'p', databases: [DATABASE], image: 'sha256:i', vex: []};

function on(day: string, deps: Deps = testDeps()): Deps {
  return {...deps, clock: {...deps.clock, now: () => new Date(`${day}T12:00:00Z`)}};
}

async function kept(question: ScanQuestion = QUESTION): Promise<string> {
  const file = join(folder(), 'answer');
  const deps = on('2026-11-26');
  await keepAnswer(file, {hash: () => questionHash(question, deps), answer: ANSWER}, deps);
  return file;
}

function take(file: string, question: ScanQuestion, day: string): Promise<string | undefined> {
  const deps = on(day);
  return takeAnswer(file, () => questionHash(question, deps), deps);
}

describe('what the scanner answered', () => {
  it('is given again to the same question', async () => {
    expect(await take(await kept(), {...QUESTION}, '2026-11-26')).toBe(ANSWER);
  });

  it.each<[string, Partial<ScanQuestion>]>([
    ['another image', {image: 'sha256:j'}],
    ['another program', {program: 'q'}],
    ['another database', {databases: [{...DATABASE, digest: 'sha256:2'}]}],
    ['one more database', {databases: [DATABASE, {...DATABASE}]}],
    ['a VEX document', {vex: [{file: 'a.json', text: '{}'}] as never}],
  ])('is not given for %s', async (_, other) => {
    const asked = {...QUESTION, ...other};
    expect(await take(await kept(), asked, '2026-11-26')).toBeUndefined();
  });

  it('is not given on another day: what is past its end of life may be another system', async () => {
    expect(await take(await kept(), QUESTION, '2026-11-27')).toBeUndefined();
  });

  it('hangs on the files of a database that came from no registry', async () => {
    const files = folder({'trivy.db': 'one', 'metadata.json': '{}'});
    const at = (): ScanQuestion => ({
      ...QUESTION,
      databases: [{kind: VULNERABILITIES, folder: files, dates: {}, from: 'db-path'}],
    });
    const file = await kept(at());
    expect(await take(file, at(), '2026-11-26')).toBe(ANSWER);
    writeFileSync(join(files, 'trivy.db'), 'two');
    expect(await take(file, at(), '2026-11-26')).toBeUndefined();
  });

  it('is not kept where it holds what must be masked', async () => {
    const deps = testDeps();
    deps.secrets.add(['SchemaVersion']);
    const file = join(folder(), 'answer');
    await keepAnswer(file, {hash: () => Promise.resolve('h'), answer: ANSWER}, deps);
    expect(existsSync(file)).toBe(false);
  });

  it('is none where there is none, and costs nothing where it cannot be written', async () => {
    const deps = testDeps();
    const hash = (): Promise<string> => Promise.resolve('h');
    expect(await takeAnswer(join(folder(), 'none'), hash, deps)).toBeUndefined();
    const file = join(folder({blocked: ''}), 'blocked/answer');
    await expect(keepAnswer(file, {hash, answer: ANSWER}, deps)).resolves.toBe(undefined);
  });
});
