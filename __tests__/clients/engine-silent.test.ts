/** What chooses the engine and the builder is named where it does not lead to one. */
import {chmodSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {requireAnswer} from '../../src/clients/docker.ts';
import type {Exec} from '../../src/deps.ts';
import {describeFailure} from '../../src/domain/build/failures.ts';
import {namedBy} from '../../src/domain/build/engine-name.ts';
import {findBuilder} from '../../src/stages/builder/index.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';

const folder = folders();

describe('an engine that accepts and never answers', () => {
  it('is named after ten seconds, with what chose it', async () => {
    const asked: number[] = [];
    const tools = folder();
    writeFileSync(join(tools, 'docker'), '#!/bin/sh\nexec sleep 60\n');
    chmodSync(join(tools, 'docker'), 0o755);
    const deps = testDeps({onlyEnv: {PATH: `${tools}:/usr/bin:/bin`, DOCKER_CONTEXT: 'far'}});
    const run: Exec['run'] = (program, options) => {
      asked.push(options.deadlineSeconds);
      return deps.exec.run(program, {...options, deadlineSeconds: 0.2});
    };
    await expect(requireAnswer({...deps, exec: {run}}, tools)).rejects.toThrow(
      /^The container engine that DOCKER_CONTEXT names does not answer: .+ 10 s\..+ set DOCKER_CONTEXT/,
    );
    expect(asked).toEqual([10]);
  });
});

describe('what chooses', () => {
  it.each([
    [{}, undefined],
    [{DOCKER_HOST: ''}, undefined],
    [{DOCKER_CONTEXT: 'x'}, 'DOCKER_CONTEXT'],
    [{DOCKER_HOST: 'unix:///x', DOCKER_CONTEXT: 'x'}, 'DOCKER_HOST'],
  ])('the engine in %j: %s', (env, name) => {
    expect(namedBy(env)).toBe(name);
    const stderr = 'ERROR: Cannot connect to the Docker daemon at unix:///x. Is it running?';
    const {message} = describeFailure({stderr, steps: [], dockerfiles: new Map(), chosenBy: name});
    expect(message).toContain(
      name === undefined ? 'The container engine is not running' : `engine that ${name} names is`,
    );
  });

  it('the builder, and it is not there', async () => {
    const tools = folder();
    const script = '#!/bin/sh\necho \'ERROR: no builder "gone" found\' >&2\nexit 1\n';
    writeFileSync(join(tools, 'docker'), script);
    chmodSync(join(tools, 'docker'), 0o755);
    const env = {PATH: `${tools}:/usr/bin:/bin`, BUILDX_BUILDER: 'gone'};
    const inputs = {builder: undefined, keepBuilder: false, buildkitImage: 'x'};
    await expect(findBuilder({inputs, cwd: tools}, testDeps({onlyEnv: env}))).rejects.toThrow(
      /^The builder gone, which the variable BUILDX_BUILDER names, cannot be used/,
    );
  });
});
