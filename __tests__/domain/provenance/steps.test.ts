import {describe, expect, it} from '@jest/globals';
import {hashSteps, useKey, type ContextContent} from '../../../src/domain/provenance/input-hash.ts';
import {predicateSchema} from '../../../src/domain/provenance/schema.ts';
import {buildSteps, type BuildStep} from '../../../src/domain/provenance/steps.ts';
import {hash} from '../../support/records.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;

const source = (identifier: string): object => ({source: {identifier, attrs: {x: 'session'}}});
const run = (command: string, meta: object = {}, mounts: readonly object[] = []): object => ({
  exec: {meta: {args: ['/bin/sh', '-c', command], ...meta}, mounts: [{dest: '/'}, ...mounts]},
});
const copy = (src: string, change: object = {}): object => ({
  file: {actions: [{input: 0, secondaryInput: 1, Action: {copy: {src, dest: '/', ...change}}}]},
});

type Node = readonly [op: object, ...inputs: readonly number[]];

/** The last node's output is the image. */
function stepsOf(
  nodes: readonly Node[],
  written: readonly string[] = [],
  declared = ['V'],
): readonly BuildStep[] {
  const last = nodes.length;
  const predicate = predicateSchema.parse({
    invocation: {},
    buildConfig: {
      llbDefinition: [
        ...nodes.map(([op, ...inputs], index) => ({
          id: `step${index}`,
          op: {Op: op},
          inputs: inputs.map((input) => `step${input}:0`),
        })),
        {id: `step${last}`, op: {Op: {}}, inputs: [`step${last - 1}:0`]},
      ],
      digestMapping: {'sha256:v1': 'step1'},
    },
    metadata: {'https://mobyproject.org/buildkit@v1#metadata': {}},
  });
  return buildSteps(predicate, {
    places: () => [],
    declared: new Set(declared),
    written: new Set(written),
  });
}

const FROM: Node = [source(`docker-image://docker.io/library/debian:12@${DIGEST}`)];

describe('steps', () => {
  it('are images, other sources and work; the last, which does nothing, is none', () => {
    const steps = stepsOf([FROM, [source('https://h/x.tar')], [run('a'), 0]]);
    expect(steps.map(({kind, text}) => [kind, text.slice(0, 40)])).toEqual([
      ['image', 'docker.io/library/debian:12'],
      ['other source', 'https://h/x.tar'],
      ['work', '{"exec":{"meta":{"args":["/bin/sh","-c",'],
    ]);
    expect(steps.map(({vertex}) => vertex)).toEqual([undefined, 'sha256:v1', undefined]);
  });

  it('tell a reference as it is written: with its digest only where that stands somewhere', () => {
    expect(stepsOf([FROM])[0]).toMatchObject({
      reference: 'docker.io/library/debian:12',
      digest: DIGEST,
    });
    expect(stepsOf([FROM], [DIGEST])[0]).toMatchObject({
      reference: `docker.io/library/debian:12@${DIGEST}`,
    });
  });

  it('have the variables that the Dockerfile declares, not the base image’s', () => {
    const [, step] = stepsOf([FROM, [run('a', {env: ['PATH=/bin', 'V=1', 'LANG=C']}), 0]]);
    expect(step?.environment).toEqual(['V=1']);
    expect(step?.text).not.toContain('LANG');
  });

  it('use what COPY, ADD and bind mounts take of the context, which is no step itself', () => {
    const context: Node = [source('local://context')];
    const [, copied, mounted] = stepsOf([
      FROM,
      context,
      [copy('/app/*.txt', {excludePatterns: ['*.md']}), 0, 1],
      [run('b', {}, [{input: 1, selector: '/src', dest: '/src'}]), 2, 1],
    ]);
    expect(copied).toMatchObject({
      inputs: ['step0'],
      uses: [{context: 'context', pattern: '/app/*.txt', excludes: ['*.md']}],
    });
    expect(mounted).toMatchObject({
      inputs: ['step2'],
      uses: [{context: 'context', pattern: '/src', excludes: []}],
    });
  });

  it('use all of a context that is mounted, or built upon, as it is', () => {
    const context: Node = [source('local://libs')];
    const [, mounted] = stepsOf([FROM, context, [run('b', {}, [{input: 1, dest: '/l'}]), 0, 1]]);
    expect(mounted?.uses).toEqual([{context: 'libs', pattern: '/', excludes: []}]);
    const onto = {file: {actions: [{input: 1, secondaryInput: -1, Action: {mkdir: {path: '/a'}}}]}};
    const [, upon] = stepsOf([FROM, context, [onto, 0, 1]]);
    expect(upon?.uses).toEqual([{context: 'libs', pattern: '/', excludes: []}]);
  });
});

describe('an input hash', () => {
  const context: Node = [source('local://context')];
  const content = (word: string): ContextContent => ({
    hash: hash(word),
    files: {[word]: hash(word)},
  });
  const hashes = (
    nodes: readonly Node[],
    word = 'x',
    written: readonly string[] = [],
  ): ReturnType<typeof hashSteps> => {
    const steps = stepsOf(nodes, written);
    const keys = steps.flatMap(({uses}) => uses.map(useKey));
    return hashSteps(steps, new Map(word === '' ? [] : keys.map((key) => [key, content(word)])));
  };
  const built = (command: string, env: readonly string[] = []): readonly Node[] => [
    FROM,
    context,
    [copy('/'), 0, 1],
    [run(command, {env}), 2],
  ];
  const last = (
    nodes: readonly Node[],
    word?: string,
  ): ReturnType<typeof hashSteps>[number] | undefined => hashes(nodes, word).at(-1);

  it('is the same for the same work, whatever the session and the base’s own variables', () => {
    expect(last(built('a', ['LANG=C']))).toEqual(last(built('a', ['LANG=de'])));
  });

  it.each([
    ['its text', built('b'), undefined],
    ['a value that it is given', built('a', ['V=2']), undefined],
    ['a file that a step below it copies', built('a'), 'y'],
  ])('differs with %s', (_, nodes, word) => {
    expect(last(nodes, word)?.input).not.toBe(last(built('a'))?.input);
  });

  it('stays where a reference leads elsewhere, and then only `resolved` differs', () => {
    const elsewhere: Node = [
      source(`docker-image://docker.io/library/debian:12@sha256:${'b'.repeat(64)}`),
    ];
    const [one, other] = [last(built('a')), last([elsewhere, ...built('a').slice(1)])];
    expect(other?.input).toBe(one?.input);
    expect(other?.resolved).not.toBe(one?.resolved);
  });

  it('is open where files could not be looked at, for everything above them too', () => {
    expect(hashes(built('a'), '').map(({isOpen}) => isOpen)).toEqual([false, true, true]);
    expect(hashes(built('a')).map(({isOpen}) => isOpen)).toEqual([false, false, false]);
  });

  it('tells the contents of several uses together', () => {
    const twice = {
      file: {
        actions: [
          {input: 0, secondaryInput: 1, Action: {copy: {src: '/a', dest: '/'}}},
          {input: -1, secondaryInput: 1, Action: {copy: {src: '/b', dest: '/'}}},
        ],
      },
    };
    const steps = stepsOf([FROM, context, [twice, 0, 1]]);
    const keys = steps.flatMap(({uses}) => uses.map(useKey));
    const all = new Map(keys.map((key, index) => [key, content(`f${index}`)]));
    expect(hashSteps(steps, all)[1]?.content?.files).toEqual({f0: hash('f0'), f1: hash('f1')});
  });
});
