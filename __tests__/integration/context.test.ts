/** The build context as we count it from disk, and as the engine takes it: FROM scratch, COPY . / */
import {execFileSync} from 'node:child_process';
import {symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {isKnown} from '../../src/domain/known.ts';
import {listContexts} from '../../src/stages/plan/contexts.ts';
import {readContext} from '../../src/stages/gather/context.ts';
import {contextForms, isProtocol, moved} from '../support/context-forms.ts';
import {readReport, runCommand} from '../support/command.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {layersIn} from '../support/layouts.ts';

lab();
const folder = folders();

const TREE = {
  Dockerfile: 'FROM scratch\nCOPY . /\n',
  'README.md': 'readme',
  'a.txt': 'a',
  'docs/README.md': 'docs',
  'docs/deep/er/x.txt': 'x'.repeat(1000),
  'src/main.ts': 'main',
  'src/node_modules/p/index.js': 'p',
  'node_modules/q/index.js': 'qq',
  'node_modules/q/keep.txt': 'keep',
  'temp1/a': '1',
  'temp22/b': '22',
  '.env': 'S=1',
  'we ird/na[m]e': 'odd',
};

async function ours(work: string, dockerfile: string): Promise<readonly [number, number]> {
  const deps = testDeps();
  const facts = await readContext(
    {
      image: {contextPath: work, dockerfilePath: join(work, dockerfile), namedContexts: {}},
      ...{sentPaths: undefined, contexts: listContexts(deps), repository: work},
    },
    deps,
  );
  if (!isKnown(facts)) throw new Error(facts.unable);
  return [facts.value.files, facts.value.bytes];
}

function theirs(work: string, dockerfile: string): readonly [number, number] {
  const out = join(folder(), 'layout');
  execFileSync(
    'docker',
    [
      ...['buildx', 'build', '--quiet', '--provenance=false', '--file', join(work, dockerfile)],
      ...['--output', `type=oci,dest=${out},tar=false`, work],
    ],
    {stdio: 'pipe'},
  );
  const files = layersIn(out)
    .flat()
    .filter(({kind}) => kind === 'file');
  return [files.length, files.reduce((sum, {size}) => sum + size, 0)];
}

describe('the context', () => {
  it.each([
    ['nothing', undefined],
    ['a folder anywhere', '**/node_modules'],
    ['a folder at the root alone', 'node_modules'],
    ['everything but', '*\n!src\n!a.txt'],
    ['and takes back what lies deeper', 'node_modules\n!node_modules/q/keep.txt'],
    ['in an order that matters', '!a.txt\n*.txt\ndocs\n!docs/README.md\n**/*.js\n'],
    ['by wildcards', 'temp?\n**/*.md\n!README.md\n'],
    ['with slashes, dots, comments and blanks', '# a.txt\n\n/docs/\n./src\n  temp1  \n'],
    ['names with special characters', 'we\\ ird\nwe ird/na\\[m\\]e\n'],
    ['itself and the Dockerfile', 'Dockerfile\n.dockerignore\n'],
    ['with two stars in the middle', 'docs/**/x.txt\n**/q/**\n'],
  ])('is what the engine takes when the file ignores %s', async (_, text) => {
    const work = folder({...TREE, ...(text === undefined ? {} : {'.dockerignore': text})});
    symlinkSync('a.txt', join(work, 'link'));
    expect(await ours(work, 'Dockerfile')).toEqual(theirs(work, 'Dockerfile'));
  });

  it("is held back by the Dockerfile's own ignore file before the general one", async () => {
    const work = folder({
      ...TREE,
      '.dockerignore': '*',
      'build/Dockerfile.dockerignore': 'docs\n',
      'build/Dockerfile': TREE.Dockerfile,
    });
    expect(await ours(work, 'build/Dockerfile')).toEqual(theirs(work, 'build/Dockerfile'));
  });

  const SLICE = [
    'one file',
    'through links by a wildcard',
    'mounted',
    'a named context',
    'nothing',
  ];
  it.each(contextForms().filter(({name}) => SLICE.includes(name)))(
    'is moved by BuildKit as far as it is asked for: $name',
    async (form) => {
      const found = await moved(form);
      expect({...found, isProtocol: isProtocol(found)}).toMatchObject({isProtocol: true});
    },
  );

  it('is judged, with the lines to write and the ignore file that nobody reads', () => {
    const reports = folder();
    const work = folder({
      ...TREE,
      'compose.yml': 'services: {web: {build: {context: ., dockerfile: build/Dockerfile}}}\n',
      'build/Dockerfile': 'FROM scratch\nCOPY . /\nUSER 1\n',
      'build/.dockerignore': 'node_modules\n',
      'build/Dockerfile.rego': 'package docker\n',
    });
    const policy =
      'version: 1\nrules: {healthcheck: {level: off}, build-policy: {level: warning}, build-context: {max: 1kB}}';
    const {stderr, status} = runCommand({
      args: ['--policy', policy, '--report-dir', reports, work],
      env: {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
    });
    expect(status).toBe(0);
    expect(stderr).toMatch(/over its limit of 1\.0 kB\.\s+Most of it is docs\/deep/);
    // The lab's buildx is older than build policies: nobody has asked this one.
    expect(stderr).toMatch(/policy in build\/Dockerfile\.rego was not enforced: buildx 0\.\d+/);
    expect(stderr).toContain('a line each: **/node_modules  **/.env');
    expect(stderr).toContain(
      'Nobody reads build/.dockerignore: Docker looks for it at the root of the context',
    );
    expect(readReport(reports).images[0]?.context).toMatchObject({
      unusedIgnoreFiles: ['build/.dockerignore'],
    });
    const again = runCommand({args: ['--policy', policy, work], env: {PLIMSOLL_SET: undefined}});
    expect(again.stderr).toContain('Add the line .plimsoll to the ignore file');
  });
});
