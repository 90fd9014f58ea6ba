/** The README's recipes, as they stand there, on what a run left: nothing is retyped. */
import {execFileSync, spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';
import {z} from 'zod';
import {runAction, type ActionRun} from '../support/action.ts';
import {ROOT, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

const folder = folders();
const {registry, trivyUrl, trivyChecksum, dbRepositories} = lab();

const DOCKERFILE =
  'FROM debian:bookworm-slim\nUSER 1000\nHEALTHCHECK CMD ["/bin/test", "-e", "/run/ready"]\nENTRYPOINT ["/bin/bash"]\n';
const COMPOSE =
  'services:\n  backend: {build: {context: .}}\n  rooted: {build: {context: ., dockerfile: Dockerfile.root}}\n';

const stepsSchema = z.tuple([z.object({env: z.record(z.string(), z.string()), run: z.string()})]);
const imagesSchema = z.array(
  z.object({name: z.string(), verdict: z.string(), digest: z.string(), layout: z.string()}),
);

/** The script and environment of the recipe of that name. */
function recipe(name: string): {readonly run: string; readonly env: Record<string, string>} {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const block = new RegExp(`<!-- recipe: ${name} -->\\n\`\`\`yaml\\n(.*?)\`\`\``, 's').exec(readme);
  const [step] = stepsSchema.parse(parse(block?.[1] ?? ''));
  return step;
}

function follow(name: string, images: string, replace: Record<string, string> = {}): string {
  const {run, env} = recipe(name);
  const result = spawnSync('bash', ['-euo', 'pipefail', '-c', run], {
    env: {...process.env, ...env, ...replace, IMAGES: images},
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`The recipe failed: ${result.stderr}`);
  return result.stdout;
}

describe('a recipe of the README', () => {
  let run: ActionRun;
  let images: string;

  beforeAll(() => {
    execFileSync('bash', [join(ROOT, 'lab/up'), 'skopeo'], {stdio: 'pipe'});
    run = runAction({
      job: folder(),
      workspace: folder({
        'compose.yml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'Dockerfile.root': 'FROM debian:bookworm-slim\n',
      }),
      inputs: {
        'trivy-url': trivyUrl,
        'trivy-checksum': trivyChecksum,
        'db-repositories': dbRepositories,
        policy: 'version: 1\nrules: {vulnerabilities: {level: off}}',
      },
    });
    images = run.outputs.get('images') ?? '';
  }, 240_000);

  it('starts from a run that passed one image of two', () => {
    const all = imagesSchema.parse(JSON.parse(images));
    expect(all.map(({name, verdict}) => ({name, verdict}))).toEqual([
      {name: 'backend', verdict: 'pass'},
      {name: 'rooted', verdict: 'fail'},
    ]);
  });

  it('pushes what passed, and the registry has it under the digest of the report', async () => {
    // Plain HTTP is the lab's own: the README's command has no option for it.
    const home = folder({'.config/containers/registries.conf': insecureRegistries()});
    follow('push', images, {
      REPOSITORY: `${registry}/recipes`,
      HOME: home,
    });
    const [backend, rooted] = imagesSchema.parse(JSON.parse(images));
    const has = async (name: string, digest = ''): Promise<number> => {
      const url = `http://${registry}/v2/recipes/${name}/manifests/${digest}`;
      return (await fetch(url, {headers: {accept: 'application/vnd.oci.image.manifest.v1+json'}}))
        .status;
    };
    expect(await has('backend', backend?.digest)).toBe(200);
    expect(await has('rooted', rooted?.digest)).toBe(404);
  });

  it('loads one into the engine, and it runs', () => {
    expect(follow('load', images, {RUNNER_TEMP: folder()})).toContain('GNU bash');
    execFileSync('docker', ['image', 'rm', 'backend:test']);
  });
});

function insecureRegistries(): string {
  return `[[registry]]\nlocation = "${registry}"\ninsecure = true\n`;
}

describe('--keep', () => {
  it('leaves the layouts and names them; without it nothing stays', () => {
    const work = folder({Dockerfile: 'FROM scratch\nCOPY Dockerfile /x\nUSER 1\n'});
    const temporary = folder();
    const env = {TMPDIR: temporary, RUNNER_TEMP: undefined, PLIMSOLL_SET: undefined};
    const {stderr} = runCommand({args: ['--keep', work], env});
    const layout = /default\/linux\/amd64 {2}(\/\S+)/.exec(stderr)?.[1] ?? '';
    expect(layout.startsWith(temporary)).toBe(true);
    expect(readFileSync(join(layout, 'index.json'), 'utf8')).toContain('sha256:');
    const empty = folder();
    runCommand({args: [work], env: {...env, TMPDIR: empty}});
    expect(spawnSync('ls', ['-A', empty], {encoding: 'utf8'}).stdout).toBe('');
  });
});
