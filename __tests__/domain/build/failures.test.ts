import {describe, expect, it} from '@jest/globals';
import {describeFailure} from '../../../src/domain/build/failures.ts';
import {importTrouble} from '../../../src/stages/build/import-watch.ts';

const dockerfiles = new Map([
  ['web', 'apps/web/Dockerfile'],
  ['worker', 'apps/worker/Dockerfile'],
]);
const messageOf = (stderr: string): string =>
  describeFailure({stderr, steps: [], dockerfiles}).message;

const FAILING = `Dockerfile:2
--------------------
   1 |     FROM busybox
   2 | >>> RUN echo hi && \\
   3 | >>>   exit 3
   4 |
--------------------
ERROR: target web: failed to solve: process "/bin/sh -c exit 3" did not complete successfully: exit code: 3
`;

describe('describeFailure', () => {
  it('gives the line range, relative to the repository, and the reason', () => {
    expect(describeFailure({stderr: FAILING, steps: [], dockerfiles})).toEqual({
      message:
        'The build failed at apps/web/Dockerfile:2: process "/bin/sh -c exit 3" did not complete successfully: exit code: 3.',
      place: {file: 'apps/web/Dockerfile', startLine: 2, endLine: 3},
      output: [],
    });
  });

  it.each([
    ['DOCKER_CONTEXT', /^There is no context of the name that DOCKER_CONTEXT has\./],
    [undefined, /^The builder that docker’s configuration names is not there\./],
  ])('a builder that is not there is told by what names it: %s', (chosenBy, words) => {
    const stderr = 'ERROR: no builder "nowhere" found\n';
    expect(describeFailure({stderr, steps: [], dockerfiles, chosenBy}).message).toMatch(words);
  });

  it('takes the only Dockerfile where buildx names no target', () => {
    const one = new Map([['default', 'docker/Dockerfile']]);
    const stderr = FAILING.replace('target web: ', '');
    expect(describeFailure({stderr, steps: [], dockerfiles: one}).place?.file).toBe(
      'docker/Dockerfile',
    );
  });

  it('takes the output of the step that failed, not of one that was ended because of it', () => {
    const steps = [
      {
        digest: 'a',
        names: new Set(['[a 1/2]']),
        cached: false,
        error: 'context canceled',
        transferredBytes: 0,
        seconds: 0,
        inputs: [],
        output: ['no'],
      },
      {
        digest: 'b',
        names: new Set(['[b 1/2]']),
        cached: false,
        error: 'exit code: 3',
        transferredBytes: 0,
        seconds: 0,
        inputs: [],
        output: ['last words'],
      },
    ];
    expect(describeFailure({stderr: FAILING, steps, dockerfiles})).toMatchObject({
      step: '[b 1/2]',
      output: ['last words'],
    });
  });

  const SAYINGS = [
    'no space left on device',
    'permission denied while trying to connect to the docker daemon socket',
    'Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?',
    'failed to receive status: rpc error: code = Unavailable',
    'OCI exporter is not supported for the docker driver',
    'exec format error',
    'additional privileges requested',
    'failed to resolve source metadata for x: not found',
    'failed to load config: unexpected digest',
    'context canceled',
  ];
  it.each(SAYINGS)('what a step prints or is called is no word of the engine: %s', (saying) => {
    const command = JSON.stringify(`/bin/sh -c echo "${saying}" && exit 3`);
    const error = `process ${command} did not complete successfully: exit code: 3`;
    const stderr = FAILING.replace('>>> RUN echo hi', `>>> RUN echo ${saying}`).replace(
      /process .*/,
      error,
    );
    const step = {
      ...{digest: 'b', names: new Set([`[b 1/2] RUN echo ${saying}`]), cached: false, error},
      ...{transferredBytes: 0, seconds: 0, inputs: [], output: [saying]},
    };
    const {message, place} = describeFailure({stderr, steps: [step], dockerfiles});
    expect(message).toBe(`The build failed at apps/web/Dockerfile:2: ${error}.`);
    expect(place).toMatchObject({startLine: 2});
    expect(importTrouble([step], {isFailed: true})).toBeUndefined();
  });

  it.each([
    [
      true,
      ['exec /x: exec format error'],
      /^A platform cannot be built here \(exec format error\)/,
    ],
    [false, ['exec /x: exec format error'], /^The build failed/],
    [true, ['hello', 'exec /x: exec format error'], /^The build failed/],
  ])(
    'knows a missing emulator: for another processor %p, saying %j',
    (isForeign, output, words) => {
      const error = 'process "/x" did not complete successfully: exit code: 255';
      const step = {
        ...{digest: 'b', names: new Set(['[2/2] RUN ["/x"]']), cached: false, error, output},
        transferredBytes: 0,
        seconds: 0,
        inputs: [],
      };
      const bake = {stderr: `ERROR: ${error}`, steps: [step], dockerfiles, isForeign};
      expect(describeFailure(bake).message).toMatch(words);
    },
  );

  it('takes the first step that failed, whatever came of it elsewhere', () => {
    const step = (digest: string, end: number, error: string) => ({
      ...{digest, names: new Set([digest]), cached: false, error, interval: {start: 0, end}},
      ...{transferredBytes: 0, seconds: 0, inputs: [], output: [`${digest} says`]},
    });
    const first = 'process "/bin/sh -c make" did not complete successfully: exit code: 2';
    const steps = [
      step('late', 9, 'failed to compute cache key: "/y": not found'),
      step('first', 5, first),
      step('ended', 4, 'process "/bin/sh -c x" did not complete successfully: context canceled'),
    ];
    expect(describeFailure({stderr: FAILING, steps, dockerfiles})).toEqual({
      ...{message: `The build failed: ${first}.`, step: 'first', output: ['first says']},
    });
  });

  it.each([
    ['ERROR: write /x: no space left on device', /^The disk is full/],
    [
      'ERROR: Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?',
      /^The container engine is not running/,
    ],
    [
      'ERROR: OCI exporter is not supported for the docker driver.',
      /^This engine cannot export .*two ways out/,
    ],
    [
      'ERROR: failed to solve: exec /bin/sh: exec format error',
      /^A platform cannot be built here \(exec format error\)/,
    ],
    [
      'ERROR: failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF',
      /^The engine, or the builder in it, ended during the build: /,
    ],
    ['ERROR: additional privileges requested', /Name what it needs with the input allow/],
    [
      'ERROR: failed to solve: x: failed to resolve source metadata for docker.io/library/nope:1: not found',
      /^The base image docker\.io\/library\/nope:1 cannot be had/,
    ],
  ])('has a sentence of its own for %j', (stderr, sentence) => {
    expect(messageOf(stderr)).toMatch(sentence);
  });

  it('says how it ended when that was not by itself', () => {
    expect(
      describeFailure({stderr: '', steps: [], dockerfiles, ending: 'the run was stopped'}).message,
    ).toBe('The build did not finish: the run was stopped.');
  });
});
