import {describe, expect, it} from '@jest/globals';
import type {Step} from '../../../src/domain/build/progress.ts';
import {countSteps, timesOf} from '../../../src/domain/build/summarize.ts';
import {imageId} from '../../../src/domain/image-id.ts';
import type {PlannedImage} from '../../../src/domain/plan.ts';

const step = (names: string[], seconds: readonly [number, number], cached = false): Step => ({
  digest: names.join(),
  names: new Set(names),
  cached,
  interval: {start: seconds[0] * 1000, end: seconds[1] * 1000},
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
    expect(timesOf(steps)).toEqual({buildSeconds: 4, exportSeconds: 2, importSeconds: 1});
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
    expect(counts.get(web.id)).toEqual({steps: 2, cachedSteps: 1, transferredBytes: 0});
    expect(counts.get(api.id)).toEqual({steps: 1, cachedSteps: 1, transferredBytes: 0});
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
    });
  });
});
