import {describe, expect, it} from '@jest/globals';
import type {Step} from '../../../src/domain/build/progress.ts';
import {parseProgressLine, Progress} from '../../../src/domain/build/progress.ts';
import {countSteps, sumBuildTimes} from '../../../src/domain/build/summarize.ts';
import {imageId} from '../../../src/domain/image-id.ts';
import type {PlannedImage} from '../../../src/domain/planned-image.ts';

const step = (names: string[], seconds: readonly [number, number], cached = false): Step => ({
  digest: names.join(),
  names: new Set(names),
  cached,
  interval: {start: seconds[0] * 1000, end: seconds[1] * 1000},
  seconds: seconds[1] - seconds[0],
  inputs: [],
  transferredBytes: 0,
  output: [],
});
const image = (name: string, platform = 'linux/amd64'): PlannedImage => ({
  id: imageId({name, platform}),
  name,
  target: name,
  platform,
  namedContexts: {},
  overrides: [],
});

describe('timesOf', () => {
  it('tells building from exporting and from the cache', () => {
    const steps = [
      step(['importing cache manifest from gha:1'], [0, 1]),
      step(['[web 1/2] RUN a'], [1, 4]),
      step(['[api 1/2] RUN b'], [2, 5]),
      step(['[web] exporting to oci image format'], [5, 7]),
      step(['exporting to GitHub Actions Cache', 'exporting cache to gha'], [7, 9]),
    ];
    expect(sumBuildTimes(steps)).toEqual({buildSeconds: 4, exportSeconds: 2, importSeconds: 1});
  });
});

describe('countSteps', () => {
  it('counts the instructions of each target without FROM, shared ones for both', () => {
    const web = image('web');
    const api = image('api');
    const steps = [
      step(['[web 1/3] FROM debian', '[api 1/3] FROM debian'], [0, 1], true),
      step(['[web 2/3] RUN a', '[api 2/3] RUN a'], [1, 2], true),
      step(['[web 3/3] RUN b'], [2, 3]),
    ];
    const counts = countSteps(steps, [web, api]);
    expect(counts.get(web.id)).toEqual({steps: 2, cachedSteps: 1, transferredBytes: 0, seconds: 1});
    expect(counts.get(api.id)).toEqual({steps: 1, cachedSteps: 1, transferredBytes: 0, seconds: 1});
  });

  it('tells what was moved of each target’s contexts', () => {
    const [web, api] = [image('web'), image('api')];
    const steps = [
      {...step(['[web internal] load build context'], [0, 1]), transferredBytes: 70},
      {...step(['[web context libs] load from client'], [0, 1]), transferredBytes: 7},
      {...step(['[api internal] load build context'], [0, 1]), transferredBytes: 5},
    ];
    const counts = countSteps(steps, [web, api]);
    expect(counts.get(web.id)?.transferredBytes).toBe(77);
    expect(counts.get(api.id)?.transferredBytes).toBe(5);
  });

  it('takes every step where only one target is built: then BuildKit names no target', () => {
    const web = image('web');
    expect(countSteps([step(['[build 2/4] COPY . .'], [0, 1])], [web]).get(web.id)).toEqual({
      steps: 1,
      cachedSteps: 0,
      transferredBytes: 0,
      seconds: 1,
    });
  });
});

describe('the seconds of an image', () => {
  const vertex = (
    digest: string,
    name: string,
    [start, end]: readonly [number, number],
    inputs: readonly string[] = [],
  ): string => {
    const at = (second: number): string => new Date(second * 1000).toISOString();
    const [started, completed] = [at(start), at(end)];
    return JSON.stringify({vertexes: [{digest, name, started, completed, inputs}]});
  };
  const counted = (
    lines: readonly string[],
    images: readonly PlannedImage[],
  ): readonly (number | undefined)[] => {
    const progress = new Progress();
    for (const line of lines) progress.add(parseProgressLine(line) ?? {});
    const counts = countSteps(progress.steps(), images);
    return images.map(({id}) => counts.get(id)?.seconds);
  };

  it('are of the longest chain that leads to it, shared steps in each', () => {
    const lines = [
      vertex('from', '[slow 1/2] FROM debian', [0, 2]),
      vertex('base', '[fast base 2/2] RUN apt-get update', [2, 5], ['from']),
      // A shared step tells of itself once more when the other target comes to it.
      vertex('base', '[slow base 2/2] RUN apt-get update', [30, 30], ['from']),
      vertex('a', '[slow a 1/1] RUN make a', [5, 15], ['base']),
      vertex('b', '[slow b 1/1] RUN make b', [5, 45], ['base']),
      vertex('slow', '[slow 2/2] COPY --from=a / /', [45, 46], ['a', 'b']),
      vertex('fast', '[fast 2/2] RUN true', [5, 6], ['base']),
      vertex('export', '[fast] exporting to oci image format', [6, 40], []),
    ];
    expect(counted(lines, [image('slow'), image('fast')])).toEqual([46, 6]);
  });

  it('of a target that is built upon another have that one’s steps in them', () => {
    const lines = [
      vertex('below', '[base 2/2] RUN make', [0, 7]),
      vertex('above', '[web 2/2] RUN true', [7, 8], ['below']),
    ];
    expect(counted(lines, [image('web'), image('base')])).toEqual([8, 7]);
  });

  it('are told apart by platform, and of all steps where there is one target', () => {
    const [amd, arm] = [image('web'), image('web', 'linux/arm64')];
    const lines = [
      vertex('a', '[linux/amd64 2/2] RUN make', [0, 3]),
      vertex('b', '[linux/arm64 2/2] RUN make', [0, 90]),
    ];
    expect(counted(lines, [amd, arm])).toEqual([3, 90]);
  });

  it('end also where steps say that they are built upon each other', () => {
    const lines = [
      vertex('a', '[2/3] RUN a', [0, 3], ['b']),
      vertex('b', '[3/3] RUN b', [0, 4], ['a']),
    ];
    expect(counted(lines, [image('web')])).toEqual([7]);
  });
});
