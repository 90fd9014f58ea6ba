/** Our own workflows, and those that users copy, before linters of others. */
import {execFileSync, spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {ROOT} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

const {cache} = lab();
const folder = folders();
/** Where a CI is seen, zizmor colours what goes into a pipe too. */
const COLOURLESS = {CI: undefined, FORCE_COLOR: undefined, NO_COLOR: '1'};
/** For the placeholder of what users copy. */
const PINNED = `somebody/plimsoll@${'0'.repeat(40)}`;

let repository: string;

beforeAll(() => {
  execFileSync('bash', [join(ROOT, 'lab/up'), 'linters'], {stdio: 'pipe'});
  repository = folder();
  cpSync(join(ROOT, 'action.yml'), join(repository, 'action.yml'));
  for (const name of ['.github', 'dist'])
    cpSync(join(ROOT, name), join(repository, name), {recursive: true});
  const copied = [
    readFileSync(join(ROOT, 'examples/financehub/.github/workflows/images.yml'), 'utf8'),
    ...workflowsOf(readFileSync(join(ROOT, 'README.md'), 'utf8')),
  ];
  for (const [index, text] of copied.entries())
    writeFileSync(
      join(repository, `.github/workflows/copied-${index}.yml`),
      text.replaceAll('<owner>/plimsoll@<sha>', PINNED),
    );
  mkdirSync(join(repository, '.git'));
}, 600_000);

/** The YAML blocks that are a whole workflow. */
function workflowsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(([, text = '']) =>
    /^jobs:/m.test(text) && /^on:/m.test(text) ? [text] : [],
  );
}

function lint(program: string, ...args: readonly string[]): {status: number | null; said: string} {
  const {status, stdout, stderr} = spawnSync(join(cache, 'bin', program), args, {
    cwd: repository,
    env: {...process.env, ...COLOURLESS},
    encoding: 'utf8',
  });
  return {status, said: `${stdout}${stderr}`.trim()};
}

const ZIZMOR = ['--offline', '--no-progress', '--quiet', '--config'];

describe('workflows', () => {
  it('are all there: ours, the example’s, and the README’s', () => {
    const names = readdirSync(join(repository, '.github/workflows'));
    expect(names).toEqual(expect.arrayContaining(['ci.yml', 'release.yml', 'self-test.yml']));
    expect(names.filter((name) => name.startsWith('copied-')).length).toBeGreaterThanOrEqual(2);
  });

  it('pass actionlint', () => {
    expect(lint('actionlint')).toEqual({status: 0, said: ''});
  });

  it('pass zizmor', () => {
    const found = lint('zizmor', ...ZIZMOR, '.github/zizmor.yml', '.github', 'action.yml');
    expect(found).toMatchObject({status: 0, said: expect.stringMatching(/^No findings to report/)});
  });

  it('would not pass with what attackers wait for', () => {
    const path = join(repository, '.github/workflows/bad.yml');
    writeFileSync(
      path,
      'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.event.pull_request.title }}\n',
    );
    expect(lint('actionlint').said).toContain('is potentially untrusted');
    expect(lint('zizmor', ...ZIZMOR, '.github/zizmor.yml', path).status).not.toBe(0);
  });
});
