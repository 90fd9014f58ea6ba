/**
 * Our tree of layers is what containerd and moby make of them, each in both of its ways (`lab/oracle`), or there
 * is none. `npm run truth-layers` asks of many more.
 */
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {AWKWARD, DISPUTED} from '../../scripts/truth/awkward.ts';
import type {Awkward} from '../../scripts/truth/awkward-parts.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {generatedStack, mutatedLayer} from '../support/layer-cases.ts';
import {BUILDERS} from '../support/layer-builders.ts';
import {compared, LayerOracle, type Compared} from '../support/layer-oracle.ts';
import {tarOf} from '../support/layouts.ts';

lab();
const folder = folders();
let oracle: LayerOracle;
beforeAll(() => {
  oracle = new LayerOracle();
});
afterAll(() => {
  oracle.end();
});

async function ask(stacks: readonly (readonly Buffer[])[]): Promise<readonly Compared[]> {
  const answers = await oracle.ask(stacks);
  return answers.map((answer, index) => compared(stacks[index] ?? [], answer));
}

function made({layers}: Awkward): Promise<readonly Buffer[]> {
  const all = layers(folder());
  return Promise.all(all.map(async ({tar, entries = []}) => tar ?? (await tarOf(entries))));
}

function numbersOf(compared: readonly Compared[], wanted: Compared['outcome']): readonly number[] {
  return compared.flatMap(({outcome}, number) => (outcome === wanted ? [number] : []));
}

describe('layers that nobody builds', () => {
  it.each([
    ['mutated', 800, (number: number) => [mutatedLayer(number)]],
    ['generated', 800, generatedStack],
  ])(
    'are read as engines read them, or refused: %s',
    async (_, cases, make) => {
      const results = await ask(Array.from({length: cases}, (__, number) => make(number)));
      expect(results.filter(({outcome}) => outcome === 'WRONG')).toEqual([]);
      expect(numbersOf(results, 'equal').length).toBeGreaterThan(cases / 4);
      // Refusing all would be right too.
      expect(numbersOf(results, 'refused by us alone').length).toBeLessThan(cases / 15);
    },
    120_000,
  );

  it('and an oracle that is not believed is seen', async () => {
    const layers = [mutatedLayer(0), mutatedLayer(1), mutatedLayer(2)].map((layer) => [layer]);
    const answers = await oracle.ask(layers);
    const other = {tree: [{path: 'x', kind: 'other', size: 0, mode: 0, uid: 0, gid: 0}]} as const;
    const outcomes = layers.map((layer) => compared(layer, {tree: [...other.tree]}).outcome);
    expect(outcomes).toContain('WRONG');
    expect(
      answers.map((answer, index) => compared(layers[index] ?? [], answer).outcome),
    ).not.toContain('WRONG');
  });
});

it('awkward layers are read as engines read them', async () => {
  const results = await ask(await Promise.all(AWKWARD.map(made)));
  expect(results.map(({outcome}, index) => [AWKWARD[index]?.name, outcome])).toEqual(
    AWKWARD.map(({name}) => [name, 'equal']),
  );
});

it('disputed layers are refused', async () => {
  const results = await ask(await Promise.all(DISPUTED.map(made)));
  expect(results.map(({outcome}, index) => [DISPUTED[index]?.name, outcome])).toEqual(
    DISPUTED.map(({name}) => [name, 'both refused']),
  );
});

it('layers as builders write them are read, each as engines read it', async () => {
  const results = await ask(BUILDERS.map(({layers}) => layers));
  expect(results.map(({outcome, note}, index) => [BUILDERS[index]?.name, outcome, note])).toEqual(
    BUILDERS.map(({name}) => [name, 'equal', '']),
  );
});
