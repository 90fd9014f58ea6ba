/** What the real BuildKit tells of a slow and a fast target, and of a build of which one target fails. */
import {expect, it} from '@jest/globals';
import type {BuildFacts} from '../../src/domain/build/facts.ts';
import {parseInputs} from '../../src/inputs.ts';
import {build} from '../../src/stages/build/index.ts';
import {NO_BLOB_CACHE} from '../../src/stages/cache/blob-cache.ts';
import {makePlan} from '../../src/stages/plan/index.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {committed} from '../support/git.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();

async function built(slow: string): Promise<BuildFacts> {
  const work = folder({
    Dockerfile: `FROM debian:bookworm-slim AS fast\nRUN echo ${Date.now()} >/x\nFROM fast AS slow\nRUN ${slow}\n`,
    'docker-bake.hcl':
      'group "default" {\n  targets = ["slow", "fast"]\n}\ntarget "slow" {\n  target = "slow"\n}\ntarget "fast" {\n  target = "fast"\n}\n',
  });
  committed(work);
  const deps = testDeps({cwd: work, temporary: folder()});
  const inputs = parseInputs({}, {invocation: 'command', cwd: work, json: false, keep: false});
  const plan = await makePlan(inputs, deps);
  return build({
    ...{plan, inputs, deps, blobs: NO_BLOB_CACHE, onLayout: () => undefined},
    builder: {found: undefined, args: [], notices: []},
    cache: {
      ...{from: [], to: [], env: {}, notices: []},
      definition: plan.definition.files.flatMap((file) => ['-f', file]),
    },
  });
}

const secondsOf = ({imageSteps}: BuildFacts, name: string): number =>
  [...imageSteps].find(([id]) => id.startsWith(name))?.[1].seconds ?? Number.NaN;

it('a fast image does not take as long as its slow neighbour', async () => {
  const facts = await built('sleep 4');
  expect(facts.failure).toBeUndefined();
  // The slow one's step is built upon the fast one's: a second more or less is the machine's.
  expect(secondsOf(facts, 'slow') - secondsOf(facts, 'fast')).toBeGreaterThan(3.5);
  expect(secondsOf(facts, 'slow')).toBeLessThanOrEqual(facts.buildSeconds + 0.5);
}, 120_000);

it('a target that fails leaves the other one its provenance', async () => {
  const facts = await built('sleep 4; exit 3');
  expect(facts.failure?.message).toContain('exit code: 3');
  expect(facts.layouts.map(({image}) => image.name)).toEqual(['fast']);
  const [id] = facts.layouts.map(({image}) => image.id);
  expect(id === undefined ? undefined : facts.provenance.get(id)).toHaveProperty('metadata');
}, 120_000);
