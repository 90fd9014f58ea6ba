/** Actions are used only by the full SHAs that facts.md knows, and every workflow starts without permissions. */
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';

const root = resolve(import.meta.dirname, '../..');

const KNOWN = [
  'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd',
  'actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e',
  'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a',
  'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c',
  'github/codeql-action/upload-sarif@5d4e8d1aca955e8d8589aabd499c5cae939e33c7',
];
/** Plimsoll itself: by path in our own workflows, by placeholder in what users copy. */
const OWN = ['./', '<owner>/plimsoll@<sha>'];

function filesIn(folder: string, ending: RegExp): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));
}

const workflows = [
  ...filesIn('.github/workflows', /\.ya?ml$/),
  ...filesIn('examples/financehub/.github/workflows', /\.ya?ml$/),
];
const texts = [...workflows, 'README.md', ...filesIn('docs', /\.md$/)];

describe('workflows, README and examples', () => {
  it('are there to be looked at', () => {
    expect(workflows.length).toBeGreaterThanOrEqual(3);
  });

  it.each(texts)('%s uses actions only by a known full SHA', (path) => {
    const used = [
      ...readFileSync(join(root, path), 'utf8').matchAll(/^\s*(?:- )?uses:\s*["']?([^\s"'#]+)/gm),
    ].map((match) => match[1] ?? '');
    expect(used.filter((name) => ![...KNOWN, ...OWN].includes(name))).toEqual([]);
  });

  it.each(workflows)('%s gives no permission that a job does not ask for', (path) => {
    const document: unknown = parse(readFileSync(join(root, path), 'utf8'));
    expect(document).toMatchObject({permissions: {}});
    expect(Object.keys((document as {permissions: object}).permissions)).toEqual([]);
  });
});

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions: object;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, string>>;
  }[];
}

/** The workflow of that name, as it stands in the README. */
function workflowOf(name: string): Workflow {
  const block = new RegExp(`<!-- workflow: ${name} -->\\n\`\`\`yaml\\n(.*?)\`\`\``, 's').exec(
    readFileSync(join(root, 'README.md'), 'utf8'),
  );
  return parse(block?.[1] ?? '') as Workflow;
}

describe('the README’s workflows', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {inputs: object};

  it.each(['collect', 'relay'])('%s asks for what there is', (name) => {
    const {permissions, jobs} = workflowOf(name);
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const given = steps
      .filter(({uses}) => uses === '<owner>/plimsoll@<sha>')
      .map((step) => step.with ?? {});
    expect(permissions).toEqual({});
    expect(given.some(({mode}) => mode === name)).toBe(true);
    expect(Object.keys(action.inputs)).toEqual(
      expect.arrayContaining(given.flatMap((inputs) => Object.keys(inputs))),
    );
  });

  it('relay has three permissions, and nothing of anybody is checked out or run', () => {
    const {jobs} = workflowOf('relay');
    expect(Object.values(jobs)).toEqual([
      expect.objectContaining({
        permissions: {
          actions: 'read',
          'pull-requests': 'write',
          'security-events': 'write',
        },
        steps: [{uses: '<owner>/plimsoll@<sha>', with: {mode: 'relay'}}],
      }),
    ]);
  });
});
